from django.shortcuts import get_object_or_404, redirect, render

from .models import Organisation


def organisation(request, slug):
    visible = Organisation.objects.visible_to(request.user)
    organisation = visible.filter(slug=slug).first()
    if organisation is None:
        moved = get_object_or_404(visible, former_addresses__slug=slug)
        return redirect(moved, permanent=True)
    return render(
        request,
        "organisations/organisation.html",
        {
            "organisation": organisation,
            "partnerships": organisation.partnerships.visible_to(request.user).latest_first(),
            # Appearances lie above this app and are read through their related name.
            "appearances": organisation.appearances.visible_to(request.user).latest_first(),
        },
    )
