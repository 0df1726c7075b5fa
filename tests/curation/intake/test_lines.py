import pytest

from curation.intake import doubts
from curation.intake.lines import clean_line, clean_lines


@pytest.mark.parametrize(
    ("raw", "text", "bullet"),
    [
        ("\ufeffDay\u00a01", "Day 1", False),
        ("  •\u00a0Ada\u200b Muster", "Ada Muster", True),
        ("wel\u00adcome", "welcome", False),
        ("🗓️ Agenda", "Agenda", False),
        ("– Ada Muster", "Ada Muster", True),
        ("-Ada Muster", "Ada Muster", True),
        ("o\tAda Muster", "Ada Muster", True),
        ("1\ufe0f\u20e3 First", "1 First", False),
        ("“Quoted” – ‘title’", "“Quoted” – ‘title’", False),
        ("Cafe\u0301 ﬁnal", "Café final", False),
        ("📍 Town Hall", "Venue: Town Hall", False),
        ("## Day 1", "Day 1", False),
        ("**09:00** Welcome", "09:00 Welcome", False),
        ("| 09:00 | Welcome |", "09:00\tWelcome", False),
        ("|---|---|", "", False),
        ("\u200b\u00a0", "", False),
    ],
)
def test_what_is_left_of_a_line(raw, text, bullet):
    line = clean_line(1, raw)

    assert (line.text, line.bullet, line.raw) == (text, bullet, raw)


def test_joiners_stay_in_words_that_need_them():
    assert clean_line(1, "می\u200cخواهم").text == "می\u200cخواهم"


def test_damaged_letters_are_left_and_told():
    line = clean_line(1, "CompÃ©titivitÃ©")

    assert (line.text, line.doubts) == ("CompÃ©titivitÃ©", (doubts.DAMAGED,))


@pytest.mark.parametrize("raw", ["São Paulo NÃO", "Über Ärger", "Île d’Â"])
def test_rare_letters_are_not_damage(raw):
    assert clean_line(1, raw).doubts == ()


@pytest.mark.parametrize("raw", ["Coffee breakCoffee break", "Coffee break Coffee break"])
def test_text_that_stands_twice_is_taken_once(raw):
    line = clean_line(1, raw)

    assert (line.text, line.doubts) == ("Coffee break", (doubts.DOUBLED,))


def test_lines_are_counted_as_they_end_in_any_system():
    lines = clean_lines("one\r\ntwo\n\nfour\rfive")

    assert [(line.number, line.text, line.after_blank) for line in lines] == [
        (1, "one", True),
        (2, "two", False),
        (3, "", False),
        (4, "four", True),
        (5, "five", False),
    ]
