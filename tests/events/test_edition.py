from datetime import date
from types import SimpleNamespace

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from events.models import Edition
from tests.factories import EditionFactory, OrganiserFactory, SeriesFactory, StaffFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("refused", "by"),
    [
        ({"starts_on": date(2024, 11, 27), "ends_on": None}, "edition_both_dates_or_none"),
        ({"starts_on": None, "ends_on": date(2024, 11, 27)}, "edition_both_dates_or_none"),
        (
            {"starts_on": date(2024, 11, 28), "ends_on": date(2024, 11, 27)},
            "edition_ends_after_its_start",
        ),
        ({"number": 0}, "edition_number_from_one"),
        ({"starts_on": date(1, 1, 1)}, "edition_starts_within_bounds"),
        (
            {"starts_on": date(1989, 12, 31), "ends_on": date(1990, 1, 1)},
            "edition_starts_within_bounds",
        ),
        ({"ends_on": date(9999, 1, 1)}, "edition_ends_within_bounds"),
        ({"over_by": date(1, 1, 1)}, "edition_over_by_within_bounds"),
    ],
)
def test_the_database_refuses(refused, by):
    with pytest.raises(IntegrityError, match=by):
        EditionFactory(**refused)


@pytest.mark.parametrize(
    "accepted",
    [
        {"starts_on": None, "ends_on": None},
        {"starts_on": date(1990, 1, 1), "ends_on": date(2099, 12, 31)},
        {"starts_on": date(2024, 11, 27), "ends_on": date(2024, 11, 27)},
        {"number": 1},
        {"number": None},
    ],
)
def test_the_database_accepts(accepted):
    assert EditionFactory(**accepted).pk


@pytest.mark.parametrize("same", ["slug", "number"])
def test_slug_and_number_are_once_in_a_series(same):
    edition = EditionFactory(slug="graz-2024", number=16)
    value = getattr(edition, same)
    EditionFactory(**{same: value})

    with pytest.raises(IntegrityError):
        EditionFactory(series=edition.series, **{same: value})


def test_many_editions_of_a_series_may_have_no_number():
    series = SeriesFactory()
    EditionFactory.create_batch(2, series=series, number=None)

    assert series.editions.count() == 2


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"starts_on": date(1, 1, 1)}, {"starts_on": ["Give a year between 1990 and 2099."]}),
        (
            {"time_zone": "Charleroi"},
            {"time_zone": ["“Charleroi” is no time zone; write it like Europe/Brussels."]},
        ),
        (
            {"ends_on": None},
            {"__all__": ["Give both the first and the last day, or neither."]},
        ),
    ],
)
def test_an_editor_is_told_in_words_what_is_wrong(typed, told):
    edition = EditionFactory.build(series=SeriesFactory(), **typed)

    with pytest.raises(ValidationError) as refusal:
        edition.full_clean()

    assert refusal.value.message_dict == told


@pytest.fixture
def on_view():
    """One edition of each visibility, and an organiser of the draft."""
    editions = {value: EditionFactory(visibility=value) for value in Edition.Visibility.values}
    return SimpleNamespace(
        editions=editions, organiser=OrganiserFactory(edition=editions["draft"]).user
    )


def test_the_public_sees_what_is_public(on_view):
    assert set(Edition.objects.visible_to(AnonymousUser())) == {on_view.editions["public"]}


def test_an_organiser_sees_their_own_edition_as_well(on_view):
    assert set(Edition.objects.visible_to(on_view.organiser)) == {
        on_view.editions["public"],
        on_view.editions["draft"],
    }


def test_staff_see_every_edition(on_view):
    assert set(Edition.objects.visible_to(StaffFactory())) == set(on_view.editions.values())


def test_every_edition_is_either_upcoming_or_past():
    today = date(2025, 4, 23)
    series = SeriesFactory()
    running = EditionFactory(series=series, starts_on=date(2025, 4, 22), ends_on=today)
    ended = EditionFactory(series=series, starts_on=date(2025, 4, 21), ends_on=date(2025, 4, 22))
    undated = EditionFactory(series=series, undated=True)
    over = EditionFactory(series=series, undated=True, over_by=date(2025, 4, 22))

    assert list(series.editions.upcoming(today).soonest_first()) == [running, undated]
    assert list(series.editions.past(today).latest_first()) == [over, ended]


def test_whether_it_runs_is_told_by_the_clock_of_the_host_city():
    edition = EditionFactory.build(
        starts_on=date(2024, 11, 28), ends_on=date(2024, 11, 28), time_zone="Pacific/Auckland"
    )

    with time_machine.travel("2024-11-27T12:00:00Z"):
        assert (edition.is_running, edition.is_over) == (True, False)
    with time_machine.travel("2024-11-28T12:00:00Z"):
        assert (edition.is_running, edition.is_over) == (False, True)


@pytest.mark.parametrize(
    ("known", "title"),
    [
        ({"name": "Charleroi", "number": 18}, "Charleroi"),
        ({"name": "", "number": 19}, "Edition 19"),
        ({"name": "", "number": None}, "To be announced"),
    ],
)
def test_it_is_called_by_what_is_known(known, title):
    assert EditionFactory.build(**known).title == title


def test_the_n_th_day_has_a_date_once_the_edition_has():
    assert EditionFactory.build().date_of(2) == date(2024, 11, 28)
    assert EditionFactory.build(undated=True).date_of(2) is None
