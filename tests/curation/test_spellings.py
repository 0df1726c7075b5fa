import pytest

from curation.checklist.checks import load
from curation.checklist.names import Spellings
from curation.checklist.spellings import organisations_spelt_twice, people_spelt_twice
from tests.factories import (
    AlternativeNameFactory,
    AppearanceFactory,
    EditionFactory,
    OrganisationFactory,
    PartnershipFactory,
    SpeakerFactory,
)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Green Win", "Greenwin", True),
        ("Pôle Mecatech", "POLE MECATECH", True),
        ("Müller, Jörg", "Jorg Muller", True),
        ("Łódź Cluster", "Lodz cluster", True),
        ("Wagralim asbl", "Wagralim, a.s.b.l.", True),
        ("Mecatech", "Mecathec", True),
        ("Mecatech", "Mecatechs", True),
        ("Mecatech", "Mecatek", False),
        ("CETIC", "CETIE", False),
        ("Cluster 1", "Cluster 2", False),
        ("Cluster 1", "Cluster 11", False),
        ("Thomas Dermine", "Paul Magnette", False),
        ("…", "–", False),
    ],
)
def test_what_looks_like_one_name(one, other, alike):
    assert (other in Spellings([other]).like(one)) is alike


@pytest.fixture
def edition(db):
    return EditionFactory()


def found(check, edition):
    load(edition)
    return [problem.sentence for problem in check(edition)]


def organisations(edition):
    return found(organisations_spelt_twice, edition)


def test_two_records_that_look_like_one_organisation_are_found(edition):
    PartnershipFactory(edition=edition, organisation__name="Green Win")
    OrganisationFactory(name="Greenwin")

    assert organisations(edition) == ["“Green Win” looks like “Greenwin”"]


def test_two_records_of_one_name_are_found(edition):
    PartnershipFactory(edition=edition, organisation__name="Greenwin")
    OrganisationFactory(name="Greenwin")

    assert organisations(edition) == ["“Greenwin” looks like “Greenwin”"]


def test_an_affiliation_that_almost_spells_an_organisation_is_found(edition):
    OrganisationFactory(name="Wagralim")
    AppearanceFactory(session__edition=edition, affiliation="Wagralin")

    assert organisations(edition) == ["“Wagralin” looks like “Wagralim”"]


def test_two_affiliations_of_one_edition_are_found_once(edition):
    for affiliation in ["Green Win", "Greenwin", "Greenwin"]:
        AppearanceFactory(session__edition=edition, affiliation=affiliation)

    assert organisations(edition) == ["“Green Win” looks like “Greenwin”"]


def test_a_spelling_that_is_known_or_was_printed_is_no_problem(edition):
    known = AlternativeNameFactory(name="Green Win", organisation__name="Greenwin").organisation
    PartnershipFactory(edition=edition, organisation=known, printed_name="GreenWin")
    AppearanceFactory(session__edition=edition, affiliation="Green Win")
    AppearanceFactory(session__edition=edition, affiliation="GREENWIN", organisation=known)

    assert organisations(edition) == []


def test_organisations_of_other_editions_are_not_held_against_each_other(edition):
    for name in ["Green Win", "Greenwin"]:
        PartnershipFactory(organisation__name=name)

    assert organisations(edition) == []


def test_one_person_under_two_records_is_found(edition):
    AppearanceFactory(session__edition=edition, speaker__name="Jörg Müller")
    SpeakerFactory(name="Muller, Jorg")
    SpeakerFactory(name="Ana Zorro")

    assert found(people_spelt_twice, edition) == ["“Jörg Müller” looks like “Muller, Jorg”"]


def test_a_name_as_printed_is_no_second_person(edition):
    speaker = SpeakerFactory(name="Thomas Dermine")
    for printed in ["Thomas Dermin", ""]:
        AppearanceFactory(session__edition=edition, speaker=speaker, printed_name=printed)

    assert found(people_spelt_twice, edition) == []
