from datetime import date

import pytest

from events import publishing
from events.models import Edition
from tests.factories import EditionFactory, FormerDatesFactory

pytestmark = pytest.mark.django_db

NEW = {"starts_on": date(2025, 3, 4), "ends_on": date(2025, 3, 5)}


def former(edition):
    return list(edition.former_dates.values_list("starts_on", "ends_on", "note"))


def test_an_edition_goes_to_preview_to_the_public_and_back():
    edition = EditionFactory()
    seen = []
    for verb in [publishing.open_preview, publishing.publish, publishing.withdraw]:
        verb(edition)
        seen.append(Edition.objects.get().visibility)

    assert seen == ["preview", "public", "draft"]


@pytest.mark.parametrize("verb", [publishing.open_preview, publishing.renew_preview_link])
def test_a_preview_opened_or_renewed_has_another_link(verb):
    edition = EditionFactory(visibility="preview")
    known = edition.preview_key

    verb(edition)

    assert Edition.objects.get().preview_key != known


def test_an_edition_that_moves_keeps_the_days_it_was_announced_for():
    edition = EditionFactory(public=True)

    publishing.reschedule(edition, **NEW, note="postponed")

    assert Edition.objects.get().starts_on == date(2025, 3, 4)
    assert former(edition) == [(date(2024, 11, 27), date(2024, 11, 28), "postponed")]


def test_dates_that_were_public_once_are_kept_in_a_draft_as_well():
    edition = EditionFactory(public=True)
    publishing.withdraw(edition)

    publishing.reschedule(edition, starts_on=None, ends_on=None)

    assert former(edition) == [(date(2024, 11, 27), date(2024, 11, 28), "")]


@pytest.mark.parametrize(
    "edition",
    [{}, {"visibility": "preview"}, {"public": True, "undated": True}, {"public": True, **NEW}],
    ids=["draft", "preview", "undated", "the same dates"],
)
def test_dates_that_nobody_could_see_or_that_stay_are_not_kept(edition):
    edition = EditionFactory(**edition)

    publishing.reschedule(edition, **NEW)

    assert former(edition) == []


def test_dates_that_hold_again_are_former_ones_no_longer():
    edition = EditionFactory(public=True)
    FormerDatesFactory(edition=edition, **NEW)

    publishing.reschedule(edition, **NEW)

    assert former(edition) == [(date(2024, 11, 27), date(2024, 11, 28), "")]


def test_the_same_dates_are_kept_once():
    edition = EditionFactory(public=True)
    stored = FormerDatesFactory(
        edition=edition, starts_on=edition.starts_on, ends_on=edition.ends_on
    )

    publishing.reschedule(edition, **NEW)

    assert list(edition.former_dates.all()) == [stored]
