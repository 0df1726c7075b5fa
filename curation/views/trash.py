"""Deleted in the last 30 days, and the way back."""

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from events.permissions import Task

from ..pages import edition_page, render_edition_page, render_site_page, site_page
from ..paging import Key, changes_in_edition, steps_elsewhere
from ..trash import deletions, restorable
from ..undo import restore_deleted
from ..undo_rights import Rights
from .history import undone_or_said


@edition_page(Task.VIEW)
def trash(request, edition):
    found, more = deletions(request, edition, before=Key.read(request.GET.get("before", "")))
    return render_edition_page(
        request, "admin/curation/trash.html", edition, deletions=found, older=more
    )


@edition_page(Task.EDIT)
@require_POST
def restore(request, edition, step):
    wanted = restorable(step)
    rights = Rights(request, wanted, elsewhere=steps_elsewhere(edition, [step]))
    if not wanted or not changes_in_edition(edition, [step]) or not rights.may_undo(step):
        raise Http404
    undone_or_said(request, lambda: restore_deleted(step, by=request.user))
    return redirect("edition_trash", edition.pk)


@site_page
def site_trash(request):
    """Of everything, also of editions and of what no edition owns: for staff."""
    found, more = deletions(request, before=Key.read(request.GET.get("before", "")))
    return render_site_page(request, "admin/curation/site_trash.html", deletions=found, older=more)


@site_page
@require_POST
def site_restore(request, step):
    if not restorable(step):
        raise Http404
    undone_or_said(request, lambda: restore_deleted(step, by=request.user))
    return redirect("site_trash")
