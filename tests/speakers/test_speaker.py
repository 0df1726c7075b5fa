from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    SpeakerFactory,
    StaffFactory,
)
from tests.pages import text_of

pytestmark = pytest.mark.django_db


def test_every_appearance_stands_as_then_the_latest_edition_first(client):
    speaker = SpeakerFactory(name="Jan-Philipp Kramer", honorific="Dr.")
    for name, year, job_title in [("Zagreb", 2022, "Partner"), ("Graz", 2024, "Head")]:
        AppearanceFactory(
            speaker=speaker,
            session__title=f"Talk in {name}",
            session__edition=EditionFactory(
                public=True, name=name, starts_on=date(year, 6, 1), ends_on=date(year, 6, 1)
            ),
            job_title=job_title,
            affiliation="Prognos AG",
        )

    assert text_of(client.get(speaker.get_absolute_url())) == (
        "Dr. Jan-Philipp Kramer Appearances "
        "Graz, 1 June 2024 Talk in Graz Speaker Then: Head, Prognos AG "
        "Zagreb, 1 June 2022 Talk in Zagreb Speaker Then: Partner, Prognos AG"
    )


def test_an_appearance_in_a_draft_is_not_shown(client):
    speaker = SpeakerFactory()
    AppearanceFactory(speaker=speaker, session__edition__public=True)
    AppearanceFactory(speaker=speaker, session__title="The secret session")

    response = client.get(speaker.get_absolute_url())

    assertNotContains(response, "The secret session")
    client.force_login(StaffFactory())
    assertContains(client.get(speaker.get_absolute_url()), "The secret session")


def test_who_appears_in_drafts_alone_is_a_404_to_the_public(client):
    appearance = AppearanceFactory()

    assert client.get(appearance.speaker.get_absolute_url()).status_code == 404


def test_the_e_mail_address_stays_inside(client):
    appearance = AppearanceFactory(
        session__edition__public=True, speaker__email="kramer@example.org"
    )

    assertNotContains(client.get(appearance.speaker.get_absolute_url()), "kramer@example.org")


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_appearances(client, count, django_assert_num_queries):
    speaker = SpeakerFactory()
    for _ in range(count):
        appearance = AppearanceFactory(speaker=speaker, session__edition__public=True)
        DocumentFactory(edition=appearance.session.edition).appearances.add(appearance)

    with django_assert_num_queries(3):  # the speaker, the appearances, their documents
        client.get(speaker.get_absolute_url())
