import pytest

from .scoring import CORPUS, cases, found, not_understood, notes

ALL = cases(CORPUS)


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_is_read_as_a_person_reads_it(case):
    programme = case.read()

    assert found(programme) == case.sessions()
    assert not_understood(programme) == case.expected.get("not_understood", [])


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_notes_and_doubts_are_told(case):
    programme = case.read()

    if "notes" in case.expected:
        assert notes(programme) == case.expected["notes"]
    if "doubted" in case.expected:
        assert sorted({doubt.line for doubt in programme.doubts}) == case.expected["doubted"]


def test_the_corpus_has_forty_forms():
    assert len({case.form for case in ALL}) >= 40
