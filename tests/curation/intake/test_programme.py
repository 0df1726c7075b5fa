import pytest

from curation.intake import doubts
from curation.intake.limits import LONGEST_LINE, MOST_CHARACTERS, MOST_LINES, IntakeError
from curation.intake.programme import read_agenda
from curation.intake.records import Seen


def sentences(programme):
    return [doubt.sentence for doubt in programme.doubts]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n\u00a0\n", "empty"),
        ("x\n" * (MOST_LINES + 1), "lines"),
        ("x\n" * 1_000_000, "lines"),
        ("x" * (LONGEST_LINE + 1), "Line 1"),
        ("x" * 1_000_000, "Line 1"),
        (("x" * LONGEST_LINE + "\n") * (MOST_CHARACTERS // LONGEST_LINE), "characters"),
    ],
)
def test_a_text_beyond_the_bounds_is_refused_in_a_sentence(text, reason):
    with pytest.raises(IntakeError, match=reason) as refused:
        read_agenda(text)

    assert str(refused.value).endswith(".")


def test_an_end_is_never_made_up():
    first, second = read_agenda("09:00 Welcome\n10:00 Lunch").sessions

    assert (first.ends, second.ends) == (None, None)


def test_a_time_without_a_title_is_not_understood():
    programme = read_agenda("09:00 – 10:00\n\n10:00 – 11:00 Lunch\n12:00")

    assert [each.line for each in programme.not_understood] == [1, 4]
    assert sentences(programme) == [doubts.TIME_WITHOUT_TITLE] * 2


def test_a_person_before_the_first_session_is_told():
    programme = read_agenda("Day 1\nDr. Ada Muster, Mayor of Musterstadt\n09:00 Welcome")

    assert programme.accounts[1].seen is Seen.NOT_UNDERSTOOD
    assert sentences(programme) == [doubts.NO_SESSION]


def test_a_session_that_goes_back_in_time_is_doubted():
    assert doubts.BACKWARDS in sentences(read_agenda("14:00 Lunch\n09:00 Welcome"))


def test_a_line_that_only_names_a_person_is_doubted():
    programme = read_agenda("09:00 Dr. Ada Muster, Mayor of Musterstadt")

    assert programme.sessions[0].title == "Ada Muster"
    assert sentences(programme) == [doubts.ONLY_PEOPLE]


def test_a_second_room_is_doubted():
    programme = read_agenda("09:00 Welcome (Room 1)\nRoom 2")

    assert programme.sessions[0].room == "Room 1"
    assert sentences(programme) == [doubts.SECOND_ROOM]


def test_sessions_and_people_know_their_lines():
    session = read_agenda("Day 1\n\n09:00 Welcome\n• Ada Muster, Mayor").sessions[0]

    assert (session.line, session.people[0].line) == (3, 4)


def test_a_date_above_the_page_opens_no_day():
    programme = read_agenda("27 November 2024\nMusterstadt\nDay 1\nWelcome\nDay 2\nFarewell")

    assert [(each.day, each.title) for each in programme.sessions] == [
        (1, "Welcome"),
        (2, "Farewell"),
    ]


def test_the_agenda_ends_where_the_page_goes_on():
    text = "Agenda\n09:00 Welcome\n\nOrganised by:\nCluster Muster\n• Ada Muster, Office Manager"

    assert [each.seen for each in read_agenda(text).accounts[3:]] == [
        Seen.HEADING,
        Seen.NOTE,
        Seen.NOTE,
    ]


def test_days_of_weekdays_without_times_are_all_read():
    programme = read_agenda("Monday\nWelcome\nTuesday\nFarewell")

    assert [each.day for each in programme.sessions] == [1, 2]


def test_lines_end_as_any_system_ends_them():
    assert len(read_agenda("Day 1\r\n09:00 Welcome\r\n10:00 Lunch\r\n").sessions) == 2
