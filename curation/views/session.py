from contextlib import nullcontext

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from curation.pages import edition_page, render_edition_page
from curation.session_deleting import delete_session, what_goes_with
from curation.session_editing import SessionEditing
from events.models import Session
from events.models.session import LAST_DAY
from events.permissions import Task
from events.placing import lock_agenda


@edition_page(Task.EDIT)
def session_add(request, edition):
    day = request.GET.get("day", "")
    day = int(day) if day in map(str, range(1, LAST_DAY + 1)) else 1
    with transaction.atomic() if request.method == "POST" else nullcontext():
        return _edit(request, edition, Session(edition=edition, day=day))


@edition_page(Task.EDIT)
def session(request, edition, session_uuid):
    if request.method != "POST":
        return _edit(request, edition, get_object_or_404(edition.sessions, uuid=session_uuid))
    with transaction.atomic():
        lock_agenda(edition)
        # The row itself too: the form of the admin's own locks only that.
        locked = edition.sessions.select_for_update()
        return _edit(request, edition, get_object_or_404(locked, uuid=session_uuid))


def _edit(request, edition, session):
    data = request.POST if request.method == "POST" else None
    heading = session.heading if session.pk else ""
    editing = SessionEditing(session, user=request.user, data=data)
    if data is not None and editing.save():
        messages.success(request, _("“%(title)s” is saved.") % {"title": session.heading})
        if "add_another" in data:
            return redirect(_url("edition_session_add", edition, query=f"?day={session.day}"))
        return redirect(_url("edition_board", edition, query=f"#session-{session.uuid}"))
    return render_edition_page(
        request,
        "admin/curation/session.html",
        edition,
        editing=editing,
        heading=heading,
        status=editing.status,
    )


@edition_page(Task.EDIT)
def session_delete(request, edition, session_uuid):
    session = get_object_or_404(edition.sessions.select_related("room"), uuid=session_uuid)
    if request.method == "POST":
        delete_session(session)
        messages.success(request, _("“%(title)s” is deleted.") % {"title": session.heading})
        return redirect(_url("edition_board", edition))
    return render_edition_page(
        request,
        "admin/curation/session_delete.html",
        edition,
        session=session,
        **what_goes_with(session),
    )


def _url(name, edition, query=""):
    return f"{reverse(name, args=[edition.pk])}{query}"
