from datetime import date

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains

from organisations.models import Partnership
from tests.factories import (
    AppearanceFactory,
    CoLocatedEventFactory,
    DocumentFactory,
    EditionFactory,
    FigureFactory,
    FormerDatesFactory,
    GuidedTourFactory,
    PartnershipFactory,
    PhotoFactory,
    SessionFactory,
)
from tests.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(public=True, series__name="Clusters meet Regions", name="Charleroi")


def page(client, edition):
    return text_of(client.get(edition.get_absolute_url()))


def test_the_head_says_which_edition_where_and_when(client, edition):
    edition.number, edition.country, edition.stage = 18, "BE", "cancelled"
    edition.save()

    assert page(client, edition).startswith(
        "Clusters meet Regions, 18th edition Charleroi, Belgium 27–28 November 2024 Cancelled"
    )


def test_what_is_unknown_is_left_out_or_to_be_announced(client):
    edition = EditionFactory(public=True, undated=True, name="", number=19)

    text = page(client, edition)

    assert "19th edition Edition 19 Dates to be announced" in text
    assert "None" not in text
    assert "Venue" not in text


def test_an_edition_of_unrecorded_days_is_not_announced(client):
    edition = EditionFactory(public=True, undated=True, over_by=date(2025, 4, 22))

    assert "Dates not recorded" in page(client, edition)


def test_old_dates_stay_to_be_seen(client, edition):
    FormerDatesFactory(edition=edition, note="postponed")

    assert "First announced for 24–25 October 2024 (postponed)" in page(client, edition)


def test_figures_of_several_sources_stand_side_by_side(client, edition):
    FigureFactory(edition=edition, value=1250, source="the press", source_marks="IAS2")
    FigureFactory(edition=edition, value=205, qualifier="over", note="on the first day")

    response = client.get(edition.get_absolute_url())

    assert (
        "Figures 1,250 participants, the press over 205 participants (on the first day)"
    ) in text_of(response)
    assertNotContains(response, "IAS2")


def test_co_located_events_and_guided_tours_are_named(client, edition):
    CoLocatedEventFactory(edition=edition, name="AGORADA+", note="third consecutive year")
    GuidedTourFactory(edition=edition, name="District Cleantech")
    GuidedTourFactory(edition=edition, name="Aperam Châtelet")

    text = page(client, edition)

    assert "Together with AGORADA+ (third consecutive year)" in text
    assert "Participants chose one of 2: District Cleantech Aperam Châtelet" in text


def test_partners_stand_by_role_under_the_name_printed_then(client, edition):
    roles = Partnership.Role
    for role, name in [(roles.PARTNER, "IGRETEC"), (roles.ORGANISER, "ECCP")]:
        PartnershipFactory(edition=edition, role=role, organisation__name=name)
    PartnershipFactory(
        edition=edition,
        role=roles.PARTNER_CLUSTER,
        organisation__name="Greenwin",
        organisation__sector="green chemistry",
        printed_name="Green Win",
    )

    assert page(client, edition).endswith(
        "Organised by ECCP In partnership with IGRETEC "
        "Organised in partnership with the clusters Green Win – green chemistry"
    )


@pytest.mark.parametrize("kept", [True, False])
def test_an_empty_heading_shows_only_where_it_was_printed(client, edition, kept):
    edition.keeps_financial_support = kept
    edition.save()

    shown = "With financial support from Nobody is named." in page(client, edition)

    assert shown is kept


def test_materials_link_to_what_can_be_had_and_name_the_rest(client, edition):
    DocumentFactory(edition=edition, title="Input Paper", file__data=b"x" * 1024)
    DocumentFactory(edition=edition, title="Event summary", file=None)
    PhotoFactory(album__edition=edition)

    text = page(client, edition)

    assert "Input Paper (PDF, 1.0 KB)" in text
    assert "Explore the photo gallery (1 photo)" in text
    assert "Known to exist, not held here: Event summary." in text


def test_a_registration_link_goes_when_the_edition_is_over(client, edition):
    edition.registration_url = "https://example.org/register"
    edition.save()

    with time_machine.travel("2024-11-28T12:00:00Z"):
        assertContains(client.get(edition.get_absolute_url()), "https://example.org/register")
    with time_machine.travel("2024-11-29T12:00:00Z"):
        assertNotContains(client.get(edition.get_absolute_url()), "https://example.org/register")


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_edition(client, edition, count, django_assert_num_queries):
    for session in SessionFactory.create_batch(count, edition=edition):
        DocumentFactory(edition=edition, session=session).appearances.add(
            AppearanceFactory(session=session)
        )
    PartnershipFactory.create_batch(count, edition=edition)
    FigureFactory.create_batch(count, edition=edition)

    # The edition, its former dates, six kinds of what its front shows, and five queries for the
    # schedule.
    with django_assert_num_queries(13):
        client.get(edition.get_absolute_url())
