import pytest

from curation.intake import doubts
from curation.intake.names import looks_like_name
from curation.intake.people import is_unnamed, read_person
from curation.intake.people_lists import read_people
from curation.intake.records import Person


def person(text):
    return read_person(text).person


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Muster - Head of Unit, Agency for Examples",
            Person("Ada Muster", job_title="Head of Unit", affiliation="Agency for Examples"),
        ),
        (
            "Ada Muster - Director General - Economy, Work and Research, Public Service of X (PSX)",
            Person(
                "Ada Muster",
                job_title="Director General - Economy, Work and Research",
                affiliation="Public Service of X (PSX)",
            ),
        ),
        (
            "Ada Muster, Head, Department for Y, Ministry of X, Austria (MX)",
            Person(
                "Ada Muster",
                job_title="Head, Department for Y",
                affiliation="Ministry of X, Austria (MX)",
            ),
        ),
        ("Ada Muster (Cluster X)", Person("Ada Muster", affiliation="Cluster X")),
        (
            "Ada Muster (Director, Cluster X)",
            Person("Ada Muster", job_title="Director", affiliation="Cluster X"),
        ),
        ("Ada Muster, Mayor of X", Person("Ada Muster", job_title="Mayor of X")),
        (
            "Prof. Dr. Ada MUSTER, PhD, Rector, University of X",
            Person(
                "Ada MUSTER",
                honorific="Prof. Dr. PhD",
                job_title="Rector",
                affiliation="University of X",
            ),
        ),
        (
            "Ada Muster, Adviser, City of X (now mayor of Y) – Download presentation",
            Person(
                "Ada Muster", job_title="Adviser", affiliation="City of X", remark="now mayor of Y"
            ),
        ),
        (
            "Ada Muster, Adviser, City of X, on behalf of Ben Muster",
            Person(
                "Ada Muster",
                job_title="Adviser",
                affiliation="City of X",
                remark="on behalf of Ben Muster",
            ),
        ),
        (
            "1. Ada Muster (online, tbc)",
            Person("Ada Muster", confirmed=False, online=True),
        ),
        ("Ada Muster (moderator)", Person("Ada Muster", role="moderator")),
        (
            "Cluster X – Ada Muster, Manager",
            Person("Ada Muster", job_title="Manager", affiliation="Cluster X"),
        ),
    ],
)
def test_a_person(text, expected):
    assert person(text) == expected


def test_two_roles_are_kept_together_and_doubted():
    found = read_person("Ada Muster, Chair, Cluster X and Professor, University Y")

    assert found.person.job_title == "Chair, Cluster X and Professor, University Y"
    assert found.doubts == (doubts.TWO_ROLES,)


@pytest.mark.parametrize(
    "text",
    ["A representative of the European Commission", "More TBC", "tbc", "N.N.", "Speaker tbc"],
)
def test_nobody_by_name(text):
    assert is_unnamed(text)
    assert read_people(text)[0] == []


@pytest.mark.parametrize(
    "text",
    [
        "District Cleantech",
        "Setting the Scene",
        "Green Growth",
        "Example University",
        "Ada",
        "ada muster",
    ],
)
def test_what_is_no_name(text):
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Muster",
        "Ludwig van der Muster",
        "Ada M. Muster-Exempel",
        "Ada O’Muster",
        "Иван Примеров",
        "Ελένη Παραδειγματίδου",
        "דנה לדוגמה",
        "سلمى مثال",
        "MUSTER Ada",
        "D’Esempio Anna",
    ],
)
def test_names(text):
    assert looks_like_name(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ada Muster (X), Ben Muster (Y) and Cem Muster (Z)",
            ["Ada Muster", "Ben Muster", "Cem Muster"],
        ),
        ("Ada Muster, Mayor; Ben Muster, Mayor", ["Ada Muster", "Ben Muster"]),
        ("Ada Muster, Ben Muster and Cem Muster", ["Ada Muster", "Ben Muster", "Cem Muster"]),
        ("Ada Muster and Ben Muster, Cluster X", ["Ada Muster", "Ben Muster"]),
        ("Ada Muster, Chair, Cluster X; Director, Agency Y", ["Ada Muster"]),
        ("Ada Muster, Esempio Media", ["Ada Muster"]),
    ],
)
def test_several_people_in_a_line(text, names):
    assert [one.person.name for one in read_people(text)[0]] == names
