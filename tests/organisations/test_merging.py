import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from curation.changes import current_state
from curation.undo import undo_step
from events.merging import MergeError
from organisations.merging import merge_organisations
from organisations.models import AlternativeName, FormerAddress, Organisation, Partnership
from speakers.models import Appearance
from tests.factories import (
    AlternativeNameFactory,
    AppearanceFactory,
    EditionFactory,
    OrganisationFactory,
    PartnershipFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return StaffFactory()


@pytest.fixture
def merge(staff):
    return lambda keep, gone, **values: merge_organisations(keep, gone, by=staff, values=values)


def organisations():
    return (
        OrganisationFactory(name="Green Win", slug="green-win"),
        OrganisationFactory(name="Greenwin", slug="greenwin"),
    )


def test_partnerships_and_appearances_move_as_they_were_printed(merge):
    keep, gone = organisations()
    partnership = PartnershipFactory(organisation=gone)
    appearance = AppearanceFactory(organisation=gone, affiliation="Greenwin asbl")

    merge(keep, gone)

    partnership.refresh_from_db()
    appearance.refresh_from_db()
    assert (partnership.organisation, partnership.shown_name) == (keep, "Greenwin")
    assert (appearance.organisation, appearance.affiliation) == (keep, "Greenwin asbl")
    assert Organisation.objects.get() == keep


def test_all_names_lead_to_the_one_that_remains(merge):
    keep, gone = organisations()
    AlternativeNameFactory(organisation=keep, name="GW")
    AlternativeNameFactory(organisation=gone, name="Pôle GreenWin")

    merge(keep, gone)

    names = keep.alternative_names.values_list("name", flat=True)
    assert set(names) == {"GW", "Pôle GreenWin", "Greenwin"}


def test_the_name_not_chosen_becomes_an_alternative(merge):
    keep, gone = organisations()
    partnership = PartnershipFactory(organisation=keep)

    merge(keep, gone, name="Greenwin")

    partnership.refresh_from_db()
    assert partnership.shown_name == "Green Win"
    assert keep.alternative_names.get().name == "Green Win"


def test_a_name_of_a_third_organisation_stays_with_it(merge):
    keep, gone = organisations()
    third = AlternativeNameFactory(name="Greenwin")

    merge(keep, gone)

    assert AlternativeName.objects.get() == third


def test_a_double_role_in_an_edition_becomes_one_with_the_text_of_both(merge):
    keep, gone = organisations()
    kept = PartnershipFactory(organisation=keep, note="Wallonia")
    PartnershipFactory(organisation=gone, edition=kept.edition, note="Belgium")

    merge(keep, gone)

    row = Partnership.objects.get()
    assert row == kept
    assert (row.shown_name, row.note) == ("Green Win", "Wallonia; also printed: Greenwin, Belgium")


def test_text_that_would_not_fit_is_not_lost(merge):
    keep, gone = organisations()
    edition = EditionFactory(name="Graz")
    PartnershipFactory(organisation=keep, edition=edition, note="a" * 150)
    PartnershipFactory(organisation=gone, edition=edition, note="b" * 150)

    with pytest.raises(MergeError, match="Graz in the same role"):
        merge(keep, gone)

    assert Organisation.objects.count() == 2


def test_old_addresses_lead_on_to_the_last(client, merge):
    first, second = organisations()
    third = OrganisationFactory(slug="third")
    PartnershipFactory(organisation=first, edition__public=True)

    merge(second, first)
    merge(third, second)

    for slug in ("green-win", "greenwin"):
        response = client.get(reverse("organisation", args=[slug]))
        assert (response.status_code, response.url) == (301, "/organisations/third/")


def test_an_old_address_does_not_tell_of_who_is_hidden(client, merge):
    keep, gone = organisations()
    PartnershipFactory(organisation=gone)
    merge(keep, gone)

    assert client.get("/organisations/greenwin/").status_code == 404


def test_an_old_address_is_not_given_to_another(merge):
    keep, gone = organisations()
    merge(keep, gone)

    with pytest.raises(ValidationError, match="This address leads on to another record"):
        Organisation(name="Greenwin", slug="greenwin").full_clean()


def test_can_be_undone(merge, staff):
    keep, gone = organisations()
    kept = PartnershipFactory(organisation=keep)
    PartnershipFactory(organisation=gone, edition=kept.edition)
    PartnershipFactory(organisation=gone)
    AppearanceFactory(organisation=gone)
    AlternativeNameFactory(organisation=gone)
    models = [Organisation, Partnership, Appearance, AlternativeName, FormerAddress]
    before = states(models)

    merge(keep, gone, slug="greenwin")
    undo_step(Organisation.history.first().step, by=staff)

    assert states(models) == before


def states(models):
    return {row: current_state(row) for model in models for row in model.objects.all()}


def test_knows_all_that_points_at_an_organisation():
    """What is new here must move in a merge too."""
    relations = {relation.name for relation in Organisation._meta.related_objects}
    assert relations == {"alternative_names", "appearances", "former_addresses", "partnerships"}
