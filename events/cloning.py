"""The next edition from the skeleton of one.

Its days and clock times, rooms and sessions are taken along, in draft. People, files, photos,
figures and partners belong to the edition they were part of and stay there; so do the number, the
uuids that calendars know and the secret link.
"""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from accounts.history import one_step

from .models import Edition, Room, Session

ROOM_FIELDS = ["name", "directions", "position"]
SESSION_FIELDS = [
    "day",
    "starts",
    "ends",
    "position",
    "kind",
    "number",
    "language",
    "choice_group",
]
VENUE_FIELDS = ["venue", "city", "city_local", "country"]


@transaction.atomic
def clone_edition(source, *, name, slug, starts_on, by, titles=None, with_venue=False):
    """Return the new edition. `titles`: the sessions that keep theirs; None for all of them.

    The others are called by their kind. Sessions know their day by number and clocks of the host
    city, so nothing is computed: nine o'clock stays nine o'clock in summer time or another zone.
    """
    with one_step(_("Clone of %(edition)s") % {"edition": source}, by=by):
        edition = edition_from(source, name=name, slug=slug, starts_on=starts_on)
        if with_venue:
            _copy(source, edition, VENUE_FIELDS)
        edition.save()
        rooms = _clone_rooms(source, edition, by)
        _clone_sessions(source, edition, rooms, titles, by)
    return edition


def edition_from(source, *, name, slug, starts_on):
    """As long as the source; where that is not known, as long as its agenda."""
    last_day = source.day_count or max(source.sessions.values_list("day", flat=True), default=1)
    return Edition(
        series_id=source.series_id,
        name=name,
        slug=slug,
        stage=Edition.Stage.ANNOUNCED,
        visibility=Edition.Visibility.DRAFT,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=last_day - 1),
        time_zone=source.time_zone,
    )


def _clone_rooms(source, edition, by):
    """The new room of each old one, by primary key."""
    old = list(source.rooms.order_by("pk"))
    new = [_copy(room, Room(edition=edition), ROOM_FIELDS) for room in old]
    made = bulk_create_with_history(new, Room, default_user=by)
    return {room.pk: clone for room, clone in zip(old, made, strict=True)}


def _clone_sessions(source, edition, rooms, titles, by):
    kept = None if titles is None else {session.pk for session in titles}
    new = []
    for old in source.sessions.order_by("day", "position", "pk"):
        session = _copy(old, Session(edition=edition), SESSION_FIELDS)
        session.room = rooms.get(old.room_id)
        session.title = old.title if kept is None or old.pk in kept else _title_by_kind(old)
        new.append(session)
    bulk_create_with_history(new, Session, default_user=by)


def _title_by_kind(session):
    return str(session.get_kind_display() or _("Session"))


def _copy(old, new, fields):
    for name in fields:
        setattr(new, name, getattr(old, name))
    return new
