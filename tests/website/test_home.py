from datetime import date

import pytest
import time_machine
from django.urls import reverse
from pytest_django.asserts import assertContains

from tests.factories import EditionFactory, SeriesFactory

pytestmark = pytest.mark.django_db


@time_machine.travel("2024-06-01")
def test_home_shows_what_comes_and_what_was_last(client):
    coming = EditionFactory(public=True)
    last = EditionFactory(public=True, starts_on=date(2024, 3, 1), ends_on=date(2024, 3, 2))
    before = EditionFactory(public=True, starts_on=date(2023, 3, 1), ends_on=date(2023, 3, 2))
    EditionFactory()

    context = client.get(reverse("home")).context

    assert list(context["upcoming"]) == [coming]
    assert list(context["latest"]) == [last, before]
    assert set(context["all_series"]) == {coming.series, last.series, before.series}


def test_home_says_so_when_there_is_nothing_yet(client):
    EditionFactory()

    assertContains(client.get(reverse("home")), "Nothing has been announced yet.")


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_editions(client, count, django_assert_num_queries):
    EditionFactory.create_batch(count, public=True, series=SeriesFactory())

    with django_assert_num_queries(3):  # the series, the upcoming and the latest editions
        client.get(reverse("home"))
