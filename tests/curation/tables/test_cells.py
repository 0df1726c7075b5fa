import pytest

from curation.tables.cells import neutralised, printable, restored

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "＝1",
    "＋1",
    "－1",
    "＠A",
    "\ufeff=1",
]


@pytest.mark.parametrize("text", [*FORMULAS, '"=1', "'=1", "\n=1"])
def test_what_begins_like_a_formula_is_taken_for_text(text):
    assert neutralised(text) == f"'{text}" or neutralised(text) == f"'\n'{text.strip()}"


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("before", ["a;", "a,", "a\n", 'a";"'])
def test_so_is_what_another_separator_would_cut_off(before, formula):
    text = neutralised(before + formula)

    for separator in ";,\n":
        for cell in text.split(separator):
            assert cell.lstrip("\"' \t\r\ufeff")[:1] not in "=+-@＝＋－＠" or cell.startswith("'")


@pytest.mark.parametrize("text", ["Welcome", "a=b", "one – two", "", "'s-Hertogenbosch", "1+1"])
def test_other_text_stays_as_it_is(text):
    assert neutralised(text) == text


@pytest.mark.parametrize(
    "text", [*FORMULAS, "'=1", "''=1", "'", "' =", "a\n- b\n- c", "a;'=1", ",=,=", "\n\n- a", "x"]
)
def test_a_text_comes_back_as_it_was(text):
    assert restored(neutralised(text)) == text


def test_control_characters_are_left_out():
    assert printable("a\0b\x1bc\x85d\ud800e\r\nf\tg\rh\ufffe") == "abcde\nf g\nh"
