import pytest

from events.spelling import folded, is_begun_by, is_near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jakub Boratyński", "boratynski JAKUB"),
        ("Jörg Müller", "Müller, Jorg"),
        ("Łukasz Øvergård", "Lukasz Overgard"),
        ("Séan O’Brien", "Sean O'Brien"),
    ],
)
def test_accents_case_signs_and_order_say_nothing(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Jörg Müller", "Joerg Mueller", True),
        ("J. Kramer", "Jan-Philipp Kramer", True),
        ("Jan Kramer", "Jan-Philipp Kramer", True),
        ("Jan-Filip Kramer", "Jan-Philipp Kramer", True),
        ("Kramer", "Jan-Philipp Kramer", True),
        ("Green Win", "Greenwin", True),
        ("Peter Smith", "Paul Smith", False),
        ("Anna Berg", "Hanna Borg", False),
        ("", "Anna Berg", False),
    ],
)
def test_what_looks_like_one_name(one, other, near):
    assert is_near(one, other) == is_near(other, one) == near


@pytest.mark.parametrize(
    ("typed", "begun"),
    [("kra", True), ("phil jan", True), ("ramer", False), ("jan x", False), ("…", False)],
)
def test_typing_begins_words_of_a_name(typed, begun):
    assert is_begun_by("Jan-Philipp Krämer", typed) == begun
