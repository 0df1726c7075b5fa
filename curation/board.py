"""The agenda as editors see it: every day of the edition, with or without sessions."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from events.clock import in_clock_order
from events.models import Session
from events.models.session import LAST_DAY
from speakers.models import Appearance


@dataclass(frozen=True)
class Place:
    """A session with those beside it, to move it past."""

    session: Session
    previous: Session | None
    next: Session | None

    @property
    def may_go_up(self):
        return self.previous is not None and _stand_in_either_order(self.previous, self.session)

    @property
    def may_go_down(self):
        return self.next is not None and _stand_in_either_order(self.session, self.next)


@dataclass(frozen=True)
class BoardDay:
    number: int
    date: date | None
    places: list[Place]


def board_of(edition):
    """Two queries, however long the agenda: the sessions with their rooms, and their people."""
    people = Appearance.objects.select_related("speaker").order_by("position", "pk")
    sessions = (
        edition.sessions.in_place()
        .select_related("room")
        .prefetch_related(Prefetch("appearances", people))
    )
    of_day = {}
    for session in sessions:
        of_day.setdefault(session.day, []).append(session)
    last = min(max([edition.day_count or 1, *of_day]), LAST_DAY)
    return [
        BoardDay(number, edition.date_of(number), _places(of_day.get(number, [])))
        for number in range(1, last + 1)
    ]


def _places(sessions):
    read = in_clock_order(sessions)
    return [
        Place(session, previous, following)
        for previous, session, following in zip(
            [None, *read], read, [*read[1:], None], strict=False
        )
    ]


def _stand_in_either_order(one, other):
    return None in (one.starts, other.starts) or one.starts == other.starts
