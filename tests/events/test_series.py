from datetime import date

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import EditionFactory, SeriesFactory, StaffFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def series():
    return SeriesFactory(name="Clusters meet Regions")


def shown(response):
    calendar = response.context["calendar"]
    return calendar.upcoming, {year.year: year.editions for year in calendar.past}


@time_machine.travel("2025-05-10")
def test_upcoming_come_first_then_past_by_year(client, series):
    def on(first, **known):
        last = first.replace(day=first.day + 1)
        return EditionFactory(public=True, series=series, starts_on=first, ends_on=last, **known)

    later, next_one = on(date(2025, 6, 3)), on(date(2025, 5, 14))
    undated = EditionFactory(public=True, series=series, undated=True)
    over = EditionFactory(public=True, series=series, undated=True, over_by=date(2025, 4, 22))
    old, older = on(date(2024, 11, 27)), on(date(2024, 10, 10))
    EditionFactory(series=series, starts_on=date(2024, 9, 1), ends_on=date(2024, 9, 2))

    upcoming, past = shown(client.get(series.get_absolute_url()))

    assert upcoming == [next_one, later, undated]
    assert past == {2025: [over], 2024: [old, older]}


def test_what_is_unknown_is_to_be_announced(client, series):
    EditionFactory(public=True, series=series, undated=True, name="", number=None)

    response = client.get(series.get_absolute_url())

    assertContains(response, "To be announced")
    assertContains(response, "Dates to be announced")
    assertNotContains(response, "None")


def test_a_row_says_number_place_country_dates_and_stage(client, series):
    EditionFactory(
        public=True, series=series, number=18, name="Charleroi", country="BE", stage="postponed"
    )

    response = client.get(series.get_absolute_url())

    for fact in ["18", "Charleroi", "Belgium", "27–28 November 2024", "Postponed"]:
        assertContains(response, fact)


def test_a_series_of_drafts_is_a_404_to_the_public(client, series):
    EditionFactory(series=series)

    assert client.get(series.get_absolute_url()).status_code == 404
    client.force_login(StaffFactory())
    assert client.get(series.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_editions(client, series, count, django_assert_num_queries):
    EditionFactory.create_batch(count, public=True, series=series)

    with django_assert_num_queries(3):  # the series, its upcoming and its past editions
        response = client.get(series.get_absolute_url())

    assert response.content.decode().count('<th scope="row">') == count
