"""One step, as far as its reader may see it, with all that it did."""

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect

from ..changes import changes_of
from ..pages import render_site_page
from ..timeline import steps_from
from ..undo import undo_step
from .history import undone_or_said


def step(request, step):
    if not admin.site.has_permission(request):
        return redirect_to_login(request.get_full_path(), "admin:login")
    shown = steps_from(request, changes_of([step]))
    if not shown:
        raise Http404
    if request.method == "POST":
        return _undo(request, shown[0])
    return render_site_page(request, "admin/curation/step.html", step=shown[0])


def _undo(request, shown):
    if not shown.may_undo:
        raise Http404
    undone_or_said(request, lambda: undo_step(shown.id, by=request.user))
    return redirect("step", shown.id)
