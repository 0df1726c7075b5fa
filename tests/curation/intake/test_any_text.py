"""What holds for every text, whatever it says."""

import pytest

pytest.importorskip("hypothesis")

from hypothesis import given, settings
from hypothesis import strategies as st

from curation.intake.limits import IntakeError
from curation.intake.programme import read_agenda
from curation.intake.records import Seen

from .scoring import CORPUS, cases

PIECES = [line for case in cases(CORPUS) for line in case.text.splitlines()]
# Lines of real forms, words of them, and anything at all, in any order.
WORDS = sorted({word for line in PIECES for word in line.split()})
LINES = st.one_of(
    st.sampled_from(PIECES),
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.text(max_size=40),
    st.text(alphabet="()[]–-:;,.•|\t 09hAaÉż&“”\u200b\xad#*/", max_size=40),
)
TEXTS = st.one_of(st.text(), st.lists(LINES, max_size=25).map("\n".join))


def read(text):
    try:
        return read_agenda(text)
    except IntakeError:
        return None


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_line_is_accounted_for_once(text):
    programme = read(text)

    if programme:
        told = [(each.line, each.text) for each in programme.accounts]
        assert told == list(enumerate(text.splitlines(), start=1))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_sessions_and_people_keep_to_what_the_site_can_store(text):
    programme = read(text)

    for session in programme.sessions if programme else ():
        assert session.title.strip()
        assert 1 <= session.day <= 31
        assert session.starts or not session.ends
        assert all(person.name.strip() for person in session.people)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_each_session_and_person_stands_in_a_line_that_says_so(text):
    programme = read(text)

    if programme:
        seen = {each.line: each.seen for each in programme.accounts}
        for session in programme.sessions:
            assert seen[session.line] is Seen.SESSION
            assert {seen[person.line] for person in session.people} <= {Seen.SESSION, Seen.PERSON}


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_is_read_the_same(text):
    assert read(text) == read(text)
