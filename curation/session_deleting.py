"""A session is deleted with the appearances in it; its documents stay with the edition."""

from django.db import transaction
from django.db.models import Q

from documents.models import Document
from events.placing import lock_agenda

from .session_saving import remove_appearance


def what_goes_with(session):
    """Its people, and the documents that will name neither it nor them any more."""
    return {
        "people": session.appearances.select_related("speaker").order_by("position", "pk"),
        "documents": _documents_of(session),
    }


@transaction.atomic
def delete_session(session):
    """Every document unlinked is saved by itself, so that its history tells of it."""
    lock_agenda(session.edition)
    for appearance in session.appearances.all():
        remove_appearance(appearance)
    for document in session.documents.all():
        document.session = None
        document.save()
    session.delete()


def _documents_of(session):
    linked = Q(session=session) | Q(appearances__session=session)
    return Document.objects.filter(linked).distinct().order_by("position", "pk")
