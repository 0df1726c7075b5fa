"""Sessions change place: one editor at a time in an edition, and a whole day at once.

Places are written for all of a day as it was read, so that a session without a time stays where
it stood although one beside it leaves or gets another time.
"""

from typing import NamedTuple

from simple_history.utils import bulk_update_with_history

from .clock import in_clock_order, place_by_clock
from .models import Edition, Session


class NeighbourGoneError(Exception):
    """The session beside which another was to be placed is not on that day any more."""


class Placed(NamedTuple):
    """The place a session got, counted from 1, and whether it is the one asked for."""

    place: int
    count: int
    is_as_asked: bool


def lock_agenda(edition):
    """Make other editors of the same agenda wait until the transaction ends."""
    Edition.objects.select_for_update().only("pk").get(pk=edition.pk)


def place_session(session, *, day, before=None, behind=None):
    """Put a session, read under the lock, beside another of the day or without one at its end.

    A time puts it where it must, as near to that as can be.
    """
    if session.day != day:
        _number(_rest_of_day(session, session.day))
    others = _rest_of_day(session, day)
    wanted = _place_beside(others, before, behind)
    place = place_by_clock(session, others, wanted)
    session.day = day
    _number([*others[:place], session, *others[place:]], moved=session)
    return Placed(place + 1, len(others) + 1, place == wanted)


def settle_session(session, *, before_change=None):
    """Find the place of a session that is new, or has got another day or time, before it is saved.

    `before_change` is the session as the database has it, read under the lock.
    """
    day = list(session.edition.sessions.filter(day=session.day).in_place())
    read = in_clock_order(day)
    others = [other for other in read if other.pk != session.pk]
    stood = [n for n, other in enumerate(read) if other.pk == session.pk]
    if before_change and before_change.day != session.day:
        _number(_rest_of_day(session, before_change.day))
    place = place_by_clock(session, others, stood[0] if stood else len(others))
    _number(others[:place])
    session.position = place
    _number(others[place:], first=place + 1)


def _rest_of_day(session, day):
    sessions = list(session.edition.sessions.filter(day=day).in_place())
    return [other for other in in_clock_order(sessions) if other.pk != session.pk]


def _place_beside(others, before, behind):
    neighbour = before or behind
    if neighbour is None:
        return len(others)
    places = {other.pk: place for place, other in enumerate(others)}
    if neighbour.pk not in places:
        raise NeighbourGoneError
    return places[neighbour.pk] + (behind is not None)


def _number(sessions, *, moved=None, first=0):
    """Write the places that have changed, with one row of history each."""
    changed = []
    for position, session in enumerate(sessions, start=first):
        if session.position != position or session is moved:
            session.position = position
            changed.append(session)
    if changed:
        bulk_update_with_history(changed, Session, ["day", "position"])
