from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect

from accounts.history import one_step
from events.permissions import Task
from events.preview import preview_address

from ..pages import edition_page, render_edition_page
from ..publication import forms_for


@edition_page(Task.PUBLISH)
def publication(request, edition):
    forms = forms_for(edition, request.POST)
    posted = forms.get(request.POST.get("form"))
    if posted and posted.is_valid():
        with one_step(posted.step):
            posted.apply()
        messages.success(request, posted.done)
        return redirect("edition_publication", edition.pk)
    return render_edition_page(
        request,
        "admin/curation/publication.html",
        edition,
        forms=forms,
        site=settings.SITE_URL.rstrip("/"),
        preview_address=preview_address(edition),
    )
