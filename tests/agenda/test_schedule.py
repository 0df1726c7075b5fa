from datetime import date, datetime, time

import pytest

from agenda.schedule import schedule_of, span
from tests.factories import EditionFactory, SessionFactory


@pytest.mark.django_db
def test_days_carry_their_dates_and_only_days_with_sessions_show():
    edition = EditionFactory(starts_on=date(2024, 2, 28), ends_on=date(2024, 3, 1))
    first = SessionFactory(edition=edition, day=1)
    third = SessionFactory(edition=edition, day=3)
    SessionFactory()

    days = schedule_of(edition).days

    assert [(day.number, day.date, day.sessions) for day in days] == [
        (1, date(2024, 2, 28), [first]),
        (3, date(2024, 3, 1), [third]),
    ]


@pytest.mark.django_db
def test_without_dates_there_are_still_days():
    edition = EditionFactory(undated=True)
    session = SessionFactory(edition=edition, day=2)

    (day,) = schedule_of(edition).days

    assert (day.number, day.date, day.sessions) == (2, None, [session])


@pytest.mark.parametrize(
    ("clocks", "moments"),
    [
        ((time(9), time(10)), ("2024-11-27T09:00+01:00", "2024-11-27T10:00+01:00")),
        ((time(22, 30), time(0, 30)), ("2024-11-27T22:30+01:00", "2024-11-28T00:30+01:00")),
        ((time(9), None), ("2024-11-27T09:00+01:00", None)),
    ],
)
def test_the_moments_follow_from_the_clocks_of_the_host_city(clocks, moments):
    session = SessionFactory.build(starts=clocks[0], ends=clocks[1])

    assert span(session) == tuple(m and datetime.fromisoformat(m) for m in moments)


@pytest.mark.parametrize(
    ("night", "hours"),
    [(date(2025, 6, 1), 6), (date(2025, 3, 29), 5), (date(2025, 10, 25), 7)],
    ids=["an ordinary night", "into summer time", "out of summer time"],
)
def test_a_night_across_a_change_of_summer_time_has_the_hours_it_has(night, hours):
    session = SessionFactory.build(
        edition=EditionFactory.build(starts_on=night, ends_on=night), starts=time(22), ends=time(4)
    )

    start, end = span(session)

    assert end.timestamp() - start.timestamp() == hours * 3600


@pytest.mark.parametrize("missing", [{"starts": None}, {"edition__undated": True}])
def test_without_time_or_date_there_is_no_moment(missing):
    assert span(SessionFactory.build(**{"starts": time(9), **missing})) is None
