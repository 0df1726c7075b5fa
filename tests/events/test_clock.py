from datetime import time

import pytest

from events.clock import in_clock_order, place_by_clock
from tests.factories import SessionFactory


def sessions(*starts):
    """Sessions in the places given, named after their clocks; a name without a clock has none."""
    return [
        SessionFactory.build(
            title=start,
            position=place,
            starts=time.fromisoformat(start) if start[0].isdigit() else None,
        )
        for place, start in enumerate(starts)
    ]


@pytest.mark.parametrize(
    ("in_place", "read"),
    [
        (["b", "a"], ["b", "a"]),
        (["10:00", "09:00"], ["09:00", "10:00"]),
        (["opening", "10:00", "09:00"], ["opening", "09:00", "10:00"]),
        (["10:00", "after ten", "09:00"], ["09:00", "10:00", "after ten"]),
        (["10:00", "09:00", "after nine", "too"], ["09:00", "after nine", "too", "10:00"]),
        ([], []),
    ],
)
def test_an_agenda_reads_in_clock_order_and_untimed_sessions_keep_their_place(in_place, read):
    assert [session.title for session in in_clock_order(sessions(*in_place))] == read


def test_parallel_sessions_keep_the_order_in_which_they_were_put():
    first, second = sessions("09:00", "09:00")

    assert in_clock_order([first, second]) == [first, second]


@pytest.mark.parametrize(
    ("moved", "wanted", "place"),
    [
        ("untimed", 0, 0),
        ("untimed", 2, 2),
        ("10:00", 0, 1),
        ("10:00", 2, 2),
        ("10:00", 4, 2),
        ("09:00", 0, 0),
        ("09:00", 1, 1),
        ("12:00", 0, 3),
        ("12:00", 4, 4),
    ],
)
def test_a_session_is_placed_as_near_as_the_clock_allows(moved, wanted, place):
    (session,) = sessions(moved)
    others = sessions("09:00", "after nine", "11:00", "after eleven")

    assert place_by_clock(session, others, wanted) == place
