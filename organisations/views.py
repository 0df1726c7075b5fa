from django.shortcuts import get_object_or_404, render

from .models import Organisation


def organisation(request, slug):
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), slug=slug)
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
