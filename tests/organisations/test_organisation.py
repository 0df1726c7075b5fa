import pytest
from pytest_django.asserts import assertNotContains

from tests.factories import (
    AlternativeNameFactory,
    AppearanceFactory,
    EditionFactory,
    OrganisationFactory,
    PartnershipFactory,
)
from tests.pages import text_of

pytestmark = pytest.mark.django_db


def test_it_says_what_the_organisation_was_to_which_edition(client):
    organisation = OrganisationFactory(name="Greenwin", kind="cluster", sector="green chemistry")
    AlternativeNameFactory(organisation=organisation, name="Green Win")
    edition = EditionFactory(public=True, name="Charleroi")
    PartnershipFactory(
        edition=edition,
        organisation=organisation,
        role="partner_cluster",
        printed_name="Green Win",
        note="auspices",
    )
    AppearanceFactory(
        session__edition=edition,
        session__title="Clusters",
        organisation=organisation,
        speaker__name="Ana Zorro",
        job_title="Director",
    )

    assert text_of(client.get(organisation.get_absolute_url())) == (
        "Greenwin Also printed as Green Win. "
        "Kind Cluster organisation Sector green chemistry "
        "Part in editions Partner cluster, printed as “Green Win” (auspices): "
        "Charleroi, 27–28 November 2024 "
        "Speakers Ana Zorro – Director (Charleroi: Clusters)"
    )


def test_a_part_in_a_draft_is_not_shown(client):
    organisation = OrganisationFactory()
    PartnershipFactory(organisation=organisation, edition__public=True)
    PartnershipFactory(organisation=organisation, edition__name="Secretville")
    AppearanceFactory(organisation=organisation, session__title="The secret session")

    response = client.get(organisation.get_absolute_url())

    assertNotContains(response, "Secretville")
    assertNotContains(response, "The secret session")


def test_one_with_a_part_in_drafts_alone_is_a_404_to_the_public(client):
    partnership = PartnershipFactory()

    assert client.get(partnership.organisation.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_parts(client, count, django_assert_num_queries):
    organisation = OrganisationFactory()
    for _ in range(count):
        part = PartnershipFactory(organisation=organisation, edition__public=True)
        AppearanceFactory(organisation=organisation, session__edition=part.edition)

    # The organisation, its names, its partnerships, its appearances and their documents.
    with django_assert_num_queries(5):
        client.get(organisation.get_absolute_url())
