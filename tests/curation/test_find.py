import pytest
from django.urls import reverse

from tests.factories import (
    AppearanceFactory,
    EditionFactory,
    OrganisationFactory,
    OrganiserFactory,
    SpeakerFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


def find(client, edition, kind, typed):
    return client.get(reverse("edition_find", args=[edition.pk, kind]), {"q": typed})


def test_a_speaker_comes_with_the_last_appearance_and_without_address(client):
    client.force_login(StaffFactory())
    speaker = SpeakerFactory(name="Carlos Torrecilla Salinas", email="secret@example.org")
    AppearanceFactory(speaker=speaker, affiliation="Before", session__edition__undated=True)
    last = AppearanceFactory(
        speaker=speaker,
        honorific="Dr.",
        job_title="Head of Unit",
        affiliation="JRC",
        organisation=OrganisationFactory(name="JRC"),
    )

    response = find(client, EditionFactory(), "speakers", "salínas CAR")

    assert response.json() == {
        "results": [
            {
                "id": speaker.pk,
                "name": "Carlos Torrecilla Salinas",
                "note": "Head of Unit, JRC",
                "fill": {
                    "honorific": "Dr.",
                    "job_title": "Head of Unit",
                    "affiliation": "JRC",
                    "organisation_name": "JRC",
                    "organisation_choice": str(last.organisation.pk),
                    "organisation_asked": "JRC",
                },
            }
        ]
    }


def test_an_organisation_is_found_by_any_spelling(client):
    client.force_login(StaffFactory())
    organisation = OrganisationFactory(name="Green Win", acronym="GW")
    organisation.alternative_names.create(name="Pôle Greenwin")

    for typed in ["green", "gw", "POLE"]:
        (found,) = find(client, EditionFactory(), "organisations", typed).json()["results"]
        assert (found["id"], found["note"]) == (organisation.pk, "GW, Pôle Greenwin")


def test_nothing_typed_finds_nothing_and_other_kinds_are_not_there(client):
    client.force_login(StaffFactory())
    SpeakerFactory()

    assert find(client, EditionFactory(), "speakers", " … ").json() == {"results": []}
    assert find(client, EditionFactory(), "users", "a").status_code == 404


def test_organisers_find_whom_they_may_know_in_the_words_they_may_know(client):
    organiser = OrganiserFactory()
    client.force_login(organiser.user)
    public = AppearanceFactory(
        speaker__name="Ana Public", affiliation="Printed", session__edition__public=True
    ).speaker
    AppearanceFactory(speaker=public, affiliation="Secret post")
    AppearanceFactory(speaker__name="Ana Secret")

    results = find(client, organiser.edition, "speakers", "ana").json()["results"]

    assert [(found["name"], found["note"]) for found in results] == [("Ana Public", "Printed")]


def test_viewers_find_nobody(client):
    viewer = OrganiserFactory(role="viewer")
    client.force_login(viewer.user)

    assert find(client, viewer.edition, "speakers", "a").status_code == 403


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_people(client, count, django_assert_num_queries):
    client.force_login(StaffFactory())
    edition = EditionFactory()
    for number in range(count):
        AppearanceFactory(speaker__name=f"Ana {number}")

    # The web session, the user, the edition, all names, the last appearances and their documents.
    with django_assert_num_queries(6):
        find(client, edition, "speakers", "ana")
