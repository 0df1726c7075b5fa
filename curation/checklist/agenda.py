from django.utils.translation import gettext as _

from events.models import Session

from .overlaps import overlapping
from .problem import problem_of

Kind = Session.Kind

# For everybody, or under way: the programme prints no room for these.
WITHOUT_ROOM = {Kind.BREAK, Kind.REGISTRATION, Kind.SOCIAL, Kind.TRANSFER, Kind.VISIT}


def held(edition):
    """Those that take place."""
    return [session for session in edition.sessions.all() if not session.is_cancelled]


def sessions_without_a_time(edition):
    sessions = held(edition)
    if any(session.starts for session in sessions):
        for session in sessions:
            if not session.starts:
                yield problem_of(session, f"{_place(session)}, {session.heading}")


def sessions_without_a_room(edition):
    sessions = held(edition)
    if any(session.room for session in sessions):
        for session in sessions:
            if not session.room and session.kind not in WITHOUT_ROOM:
                yield problem_of(session, f"{_place(session)}, {session.heading}")


def sessions_in_a_taken_room(edition):
    in_rooms = {}
    for session in held(edition):
        in_rooms.setdefault(session.room, []).append(session)
    for room, sessions in in_rooms.items():
        for first, second in overlapping(sessions) if room else ():
            sentence = _("%(place)s, %(title)s: in %(room)s while %(other)s is on")
            yield problem_of(second, sentence % _names(second, other=first, room=room.name))


def speakers_in_two_places(edition):
    of_speakers = {}
    for session in held(edition):
        for appearance in session.appearances.all():
            of_speakers.setdefault(appearance.speaker, {})[session] = appearance
    for speaker, appearances in of_speakers.items():
        for first, second in overlapping(appearances):
            sentence = _("%(place)s, %(title)s: %(name)s is in %(other)s then")
            names = _names(second, other=first, name=speaker.name)
            yield problem_of(appearances[second], sentence % names)


def sessions_outside_the_edition(edition):
    if edition.day_count:
        for session in edition.sessions.all():
            if session.day > edition.day_count:
                sentence = _("%(place)s, %(title)s: the edition has %(days)s days")
                yield problem_of(session, sentence % _names(session, days=edition.day_count))


def _names(session, *, other=None, **more):
    more |= {"place": _place(session), "title": session.heading}
    return more | {"other": f"“{other.heading}”"} if other else more


def _place(session):
    """“Day 1, 09:30–10:15”."""
    clock = "–".join(f"{time:%H:%M}" for time in (session.starts, session.ends) if time)
    return ", ".join(part for part in (_("Day %s") % session.day, clock) if part)
