from datetime import date

import pytest

from curation.intake import doubts
from curation.intake.day_numbers import DayCounter
from curation.intake.days import is_span, read_day


@pytest.mark.parametrize(
    ("text", "number", "month_day"),
    [
        ("Day 1", 1, None),
        ("DAY 1 - 26 September 2022", 1, (9, 26)),
        ("Day One: the theme", 1, None),
        ("Jour 2", 2, None),
        ("1. Tag", 1, None),
        ("Tag 2 – Donnerstag, 28. November 2024", 2, (11, 28)),
        ("Dzień 3", 3, None),
        ("Agenda – Day 2", 2, None),
        ("Wednesday 27 November", None, (11, 27)),
        ("November 27, 2024", None, (11, 27)),
        ("27.11.2024", None, (11, 27)),
        ("2024-11-27", None, (11, 27)),
        ("mercredi 27 novembre 2024", None, (11, 27)),
        ("Le 1er décembre", None, (12, 1)),
        ("Mittwoch, 5. März", None, (3, 5)),
        ("miércoles, 27 de noviembre de 2024", None, (11, 27)),
        ("mercoledì 27 novembre", None, (11, 27)),
        ("środa, 27 listopada 2024 r.", None, (11, 27)),
        ("miercuri, 27 noiembrie", None, (11, 27)),
        ("Friday – Site visits", None, None),
    ],
)
def test_headings_of_days(text, number, month_day):
    heading = read_day(text)

    assert (heading.number, heading.month_day) == (number, month_day)


@pytest.mark.parametrize(
    "text",
    [
        "Day of the clusters",
        "Tag der offenen Tür",
        "Monday morning networking",
        "5 Mars missions",
        "May 2024 in figures",
        "10.30 Title",
        "27 and 28 November 2024, Exampleton",
        "The second day was rainy",
    ],
)
def test_what_is_no_heading_of_a_day(text):
    assert read_day(text) is None


@pytest.mark.parametrize("text", ["27–28 November 2024", "27 and 28 November 2024, Exampleton"])
def test_the_span_of_all_days(text):
    assert is_span(text)


def numbers(*headings, first_day=None):
    counter = DayCounter(first_day)
    return [counter.number_of(read_day(text))[0] for text in headings]


def test_dates_are_counted_from_the_first():
    assert numbers("27 November", "28 November", "30 November", "27 November") == [1, 2, 4, 1]


def test_dates_are_counted_from_the_first_day_of_the_edition():
    assert numbers("28.11.2024", "29 November", first_day=date(2024, 11, 27)) == [2, 3]


def test_weekdays_are_counted_from_the_first():
    assert numbers("Wednesday", "Thursday", "Saturday") == [1, 2, 4]


def test_said_numbers_hold_and_dates_follow_them():
    assert numbers("Day 2 – 28 November", "29 November") == [2, 3]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Thursday 27 November 2024", doubts.WEEKDAY),
        ("31.02.2024", doubts.UNREAD_DATE),
        ("1 March 2021", doubts.DAY_BY_ORDER),
    ],
)
def test_doubts_about_dates(text, doubt):
    counter = DayCounter(date(2024, 11, 27))

    assert doubt in counter.number_of(read_day(text))[1]
