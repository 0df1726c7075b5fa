"""The state of an edition at a glance."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from .checklist.checks import Result, checklist_of
from .checklist.people import appearances
from .menu import rows_of


@dataclass(frozen=True)
class Count:
    """How many there are, and the page that lists exactly those."""

    label: str
    number: int
    url: str


@dataclass(frozen=True)
class State:
    when: str
    counts: list[Count]
    checks: list[Result]

    @property
    def open_points(self):
        return sum(len(check.problems) for check in self.checks)


def state_of(edition):
    """Reads what the checklist has loaded, so that the counts cost no query."""
    checks = [check for check in checklist_of(edition) if check.problems]
    return State(when(edition), _counts(edition), checks)


def _counts(edition):
    found = appearances(edition)
    speakers = {appearance.speaker_id for appearance in found}
    photos = [photo for album in edition.albums.all() for photo in album.photos.all()]
    rooms = {session.room_id for session in edition.sessions.all()} - {None}

    def count(label, rows, model, path="edition"):
        return Count(label, len(rows), rows_of(edition, model, path))

    of_speakers = "appearances__session__edition"
    return [
        count(_("Sessions"), edition.sessions.all(), "events_session"),
        count(_("Rooms in use"), rooms, "events_room"),
        count(_("People"), speakers, "speakers_speaker", of_speakers),
        count(_("Appearances"), found, "speakers_appearance", "session__edition"),
        count(_("Partners"), edition.partnerships.all(), "organisations_partnership"),
        count(_("Materials"), edition.documents.all(), "documents_document"),
        count(_("Photos"), photos, "gallery_photo", "album__edition"),
        count(_("Figures"), edition.figures.all(), "events_figure"),
    ]


def when(edition):
    """How far off the edition is, counted in the host city."""
    today = edition.today()
    if edition.is_running:
        day = (today - edition.starts_on).days + 1
        return gettext("running, day %(day)s of %(days)s") % {
            "day": day,
            "days": edition.day_count,
        }
    if edition.is_over:
        days = (today - (edition.ends_on or edition.over_by)).days
        return ngettext("over for %s day", "over for %s days", days) % days
    if edition.starts_on is None:
        return gettext("without dates")
    days = (edition.starts_on - today).days
    return ngettext("in %s day", "in %s days", days) % days
