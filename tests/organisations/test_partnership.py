import pytest
from django.db import IntegrityError

from organisations.models import Partnership
from tests.factories import AlternativeNameFactory, OrganisationFactory, PartnershipFactory

pytestmark = pytest.mark.django_db


def test_a_role_is_had_once_in_an_edition():
    partnership = PartnershipFactory(role=Partnership.Role.HOST)
    same = {"edition": partnership.edition, "organisation": partnership.organisation}
    PartnershipFactory(**same, role=Partnership.Role.PARTNER)

    with pytest.raises(IntegrityError):
        PartnershipFactory(**same, role=Partnership.Role.HOST)


def test_the_name_printed_then_outlives_a_change_of_name():
    organisation = OrganisationFactory(name="Greenwin")
    printed = PartnershipFactory(organisation=organisation, printed_name="Green Win")
    plain = PartnershipFactory(organisation=organisation)

    organisation.name = "GreenWin asbl"

    assert (printed.shown_name, plain.shown_name) == ("Green Win", "GreenWin asbl")


def test_a_spelling_belongs_to_one_organisation():
    AlternativeNameFactory(name="Pole Mecatech")

    with pytest.raises(IntegrityError):
        AlternativeNameFactory(name="Pole Mecatech")
