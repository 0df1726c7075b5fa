from datetime import time

import pytest

from events.clock import in_clock_order
from events.models import Session
from events.placing import NeighbourGoneError, place_session, settle_session
from tests.factories import EditionFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory()


def make(edition, *titles, day=1):
    """Sessions in their places; a title that is a clock is a time as well."""
    return [
        SessionFactory(
            edition=edition,
            day=day,
            title=title,
            starts=time.fromisoformat(title) if title[0].isdigit() else None,
            position=place,
        )
        for place, title in enumerate(titles)
    ]


def read(edition, day=1):
    sessions = in_clock_order(edition.sessions.filter(day=day).in_place())
    return [session.title for session in sessions]


def test_a_session_without_a_time_goes_where_it_is_put(edition):
    _a, b, c = make(edition, "a", "b", "c")

    placed = place_session(c, day=1, before=b)

    assert placed == (2, 3, True)
    assert read(edition) == ["a", "c", "b"]


def test_a_session_with_a_time_goes_where_the_clock_puts_it(edition):
    _nine, untimed, _eleven = make(edition, "09:00", "after nine", "11:00")
    (ten,) = make(edition, "10:00", day=2)

    assert place_session(ten, day=1) == (3, 4, False)
    assert read(edition) == ["09:00", "after nine", "10:00", "11:00"]
    assert place_session(ten, day=1, before=untimed) == (2, 4, True)
    assert read(edition) == ["09:00", "10:00", "after nine", "11:00"]


def test_those_left_behind_stay_where_they_stood(edition):
    """Stored places alone would put “after eleven” first once 11:00 is gone."""
    eleven, _after, _nine = make(edition, "11:00", "after eleven", "09:00")
    assert read(edition) == ["09:00", "11:00", "after eleven"]

    place_session(eleven, day=2)

    assert read(edition) == ["09:00", "after eleven"]
    assert read(edition, day=2) == ["11:00"]


def test_a_neighbour_that_has_left_the_day_is_told_and_nothing_moves(edition):
    _a, b = make(edition, "a", "b")
    (gone,) = make(edition, "gone", day=2)
    before = list(Session.objects.values().order_by("pk"))

    with pytest.raises(NeighbourGoneError):
        place_session(b, day=1, before=gone)

    assert list(Session.objects.values().order_by("pk")) == before


def test_parallel_sessions_change_places_and_keep_their_time(edition):
    first, second = make(edition, "09:00", "09:00")

    assert place_session(second, day=1, before=first).is_as_asked
    assert list(edition.sessions.in_place()) == [second, first]


def test_each_place_that_changes_is_recorded_and_no_other(edition):
    a, b, c = make(edition, "a", "b", "c")

    place_session(c, day=1, before=b)

    assert [each.history.count() for each in (a, b, c)] == [1, 2, 2]


@pytest.mark.parametrize(
    ("change", "order"),
    [
        ({"starts": None}, ["09:00", "10:00", "after ten", "12:00"]),
        ({"starts": time(8)}, ["10:00", "09:00", "after ten", "12:00"]),
        ({"starts": time(13)}, ["09:00", "after ten", "12:00", "10:00"]),
    ],
    ids=["no time any more", "earlier", "later"],
)
def test_another_time_moves_that_session_alone(edition, change, order):
    ten = make(edition, "12:00", "09:00", "10:00", "after ten")[2]
    before = Session.objects.get(pk=ten.pk)
    for name, value in change.items():
        setattr(ten, name, value)

    settle_session(ten, before_change=before)
    ten.save()

    assert read(edition) == order


def test_a_new_session_stands_last_or_where_its_clock_puts_it(edition):
    make(edition, "09:00", "after nine", "11:00")

    for new in [Session(title="new"), Session(title="10:00", starts=time(10))]:
        new.edition, new.day = edition, 1
        settle_session(new)
        new.save()

    assert read(edition) == ["09:00", "after nine", "10:00", "11:00", "new"]
