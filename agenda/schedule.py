"""The read model of an agenda: page, calendar, exports and print all render what is built here."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch

from events.clock import in_clock_order
from events.models import Edition, Session
from speakers.models import Appearance


@dataclass(frozen=True)
class Day:
    """The n-th day. `date` is None while the edition has no dates."""

    number: int
    date: date | None
    sessions: list[Session]


@dataclass(frozen=True)
class Schedule:
    edition: Edition
    days: list[Day]

    @property
    def sessions(self):
        return [session for day in self.days for session in day.sessions]


def schedule_of(edition):
    """Four queries, however long the programme: sessions, appearances, and documents of both.

    The caller has asked events.access whether the edition may be seen.
    """
    appearances = Appearance.objects.select_related("speaker", "organisation").order_by(
        "position", "pk"
    )
    sessions = (
        edition.sessions.in_place()
        .select_related("room")
        .prefetch_related(
            Prefetch("appearances", appearances),
            "appearances__documents",
            "documents__appearances",
        )
    )
    return Schedule(edition, _days(edition, list(sessions)))


def _days(edition, sessions):
    numbers = sorted({session.day for session in sessions})
    return [
        Day(
            number,
            edition.date_of(number),
            in_clock_order([session for session in sessions if session.day == number]),
        )
        for number in numbers
    ]


def instant(edition, day, clock):
    """The moment at which a clock in the host city shows `clock` on the edition's n-th day."""
    return datetime.combine(edition.date_of(day), clock, tzinfo=edition.tz)


def span(session):
    """Start and end as aware datetimes, or None without date or time; the end may be None.

    An end at or before the start lies after midnight.
    """
    edition = session.edition
    if edition.starts_on is None or session.starts is None:
        return None
    start = instant(edition, session.day, session.starts)
    if session.ends is None:
        return start, None
    overnight = timedelta(days=1) if session.ends <= session.starts else timedelta()
    return start, datetime.combine(
        edition.date_of(session.day) + overnight, session.ends, tzinfo=edition.tz
    )
