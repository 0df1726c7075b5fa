from django.utils.translation import gettext as _

from events.models import Session
from speakers.models import Appearance

from .agenda import held
from .problem import problem_of

Kind = Session.Kind
Role = Appearance.Role

# Who speaks here shows something; a panel talks, a welcome greets. The kind may be unknown.
WITH_SLIDES = {"", Kind.KEYNOTE, Kind.TALK, Kind.PITCHING, Kind.WORKSHOP, Kind.BREAKOUT}
PRESENTING = {Role.SPEAKER, Role.PITCHER}


def appearances(edition):
    return [found for session in edition.sessions.all() for found in session.appearances.all()]


def appearances_without_affiliation(edition):
    for appearance in appearances(edition):
        if not appearance.affiliation:
            yield problem_of(appearance, _who_and_where(appearance))


def appearances_without_job_title(edition):
    for appearance in appearances(edition):
        if not appearance.job_title:
            yield problem_of(appearance, _who_and_where(appearance))


def presentations_missing(edition):
    """From the first day on. A document of the session that names nobody is everybody's."""
    if not (edition.is_over or edition.is_running):
        return
    for session in held(edition):
        if session.kind in WITH_SLIDES and not _shared_documents(session):
            for appearance in session.appearances.all():
                if appearance.role in PRESENTING and not appearance.documents.all():
                    yield problem_of(appearance, _who_and_where(appearance))


def _shared_documents(session):
    return [found for found in session.documents.all() if not found.appearances.all()]


def _who_and_where(appearance):
    return _("%(name)s in “%(title)s”") % {
        "name": appearance.shown_name,
        "title": appearance.session.heading,
    }
