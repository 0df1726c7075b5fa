"""Headings that open a day."""

import re
from dataclasses import dataclass

from .calendar_words import DAY_WORDS, MONTHS, ORDINALS, SHORT_WEEKDAYS, WEEKDAYS
from .letters import fold

# The model's own bound: a day's number is 1 to 31.
LAST_DAY = 31


def _any_of(words):
    return "|".join(sorted(words, key=len, reverse=True))


_WEEKDAY = rf"(?:(?P<weekday>{_any_of({**WEEKDAYS, **SHORT_WEEKDAYS})})\b\.?[\s,]*)"
_OF = r"(?:\s*(?:de|del|of|d')\s*|\s+)"
_YEAR = rf"(?:[\s,]*(?:{_OF})?\b(?P<year>(?:19|20)\d\d)\b(?:\s*r\.)?)?"
_ORDINAL = r"(?:st|nd|rd|th|er|re|o|º|ª|\.)?"
_WORDED = rf"(?P<day>\d{{1,2}}){_ORDINAL}{_OF}(?P<month>{_any_of(MONTHS)})\b\.?{_YEAR}"
_AMERICAN = rf"(?P<month>{_any_of(MONTHS)})\b\.?\s+(?P<day>\d{{1,2}}){_ORDINAL}(?!\d){_YEAR}"
_DIGITS = r"(?P<day>\d{1,2})(?P<dot>[./-])(?P<month>\d{1,2})(?:(?P=dot)(?P<year>20\d\d|\d\d)?)"
_ISO = r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
DATES = [
    re.compile(rf"(?:am\s|le\s|on\s|the\s|el\s)?{_WEEKDAY}?(?:the\s|le\s|den\s)?{form}(?!\d)")
    for form in (_WORDED, _AMERICAN, _ISO, _DIGITS)
]
WEEKDAY_ALONE = re.compile(rf"(?P<weekday>{_any_of(WEEKDAYS)})\b(?=\s*(?:$|[-–—:|,(]))")
_DAY = _any_of(DAY_WORDS)
NUMBERED = re.compile(
    rf"(?:(?:{_DAY})\s*(?:no?\.?\s*)?(?P<number>\d{{1,2}})\b(?!\s*[./]\s*\d)"
    rf"|(?P<before>\d{{1,2}})(?:\.|er|e|st|nd|rd|th|º)?\s*(?:{_DAY})\b"
    rf"|(?:{_DAY})\s+(?P<after>{_any_of(ORDINALS)})\b"
    rf"|(?P<first>{_any_of(ORDINALS)})\s+(?:{_DAY})\b)"
)
OPENING = re.compile(
    r"(?:(?:agenda|programme?|programm|programa|programma|program|ordre du jour)"
    r"(?:\s+(?:for|of|du|fur|de|di|dla|zum))?\s*[-–—:|]?\s+)?[(\[]?"
)
GAP = re.compile(r"\s*[-–—:|,.(/\t]?\s*")
# After the day: the end, a separator, or a clock.
CLOSES = re.compile(r"\s*(?:[-–—:|,.()/\t]|$)|\s+\d{1,2}[:.h]\d\d\b")
_TWO_DAYS = r"\s*(?:-|–|—|/|&|and|to|und|bis|et|au|y|al?|e|i|do|si)\s*"
SPAN = re.compile(
    rf"(?:[^\d]{{0,30}}\s)?\d{{1,2}}{_ORDINAL}(?:\s*(?:{_any_of(MONTHS)})\.?)?{_TWO_DAYS}"
    rf"\d{{1,2}}{_ORDINAL}{_OF}(?:{_any_of(MONTHS)})\b"
    rf"|(?:{_any_of(MONTHS)})\s+\d{{1,2}}{_TWO_DAYS}\d{{1,2}}\b"
    r"|\d{1,2}\.(?:\d{1,2}\.)?\s*[-–—]\s*\d{1,2}\.\d{1,2}\.(?:20)\d\d"
)
LONGEST_HEADING = 120


@dataclass(frozen=True)
class DayHeading:
    """What a heading says of its day; `month_day` is (month, day), `rest` what follows."""

    number: int | None = None
    year: int | None = None
    month_day: tuple[int, int] | None = None
    weekday: int | None = None
    rest: str = ""


def is_span(text):
    """“27 and 28 November 2024” tells the edition's days and opens none of them."""
    folded = fold(text)
    return len(text) <= LONGEST_HEADING and bool(
        SPAN.match(folded) and not NUMBERED.match(folded, OPENING.match(folded).end())
    )


def read_day(text):
    """The heading of a day that the whole line is, or None."""
    if len(text) > LONGEST_HEADING or is_span(text):
        return None
    folded = fold(text)
    start = OPENING.match(folded).end()
    number, end = _number(folded, start)
    found, end = _date(folded, end, after_number=number is not None)
    if (number is None and found is None) or not CLOSES.match(folded, end):
        return None
    return DayHeading(number=number, rest=text[end:].strip(" \t-–—:|,.()/"), **(found or {}))


def _number(folded, start):
    found = NUMBERED.match(folded, start)
    if not found:
        return None, start
    digits, word = found["number"] or found["before"], found["after"] or found["first"]
    number = int(digits) if digits else ORDINALS[word]
    return (number, found.end()) if 1 <= number <= LAST_DAY else (None, start)


def _date(folded, start, *, after_number):
    """The parts of the date that stands there, and where it ends."""
    place = GAP.match(folded, start).end() if after_number else start
    for form in DATES:
        found = form.match(folded, place)
        parts = found and _parts(found)
        if parts:
            return parts, found.end()
    found = WEEKDAY_ALONE.match(folded, place)
    if found:
        return {"weekday": WEEKDAYS[found["weekday"]]}, found.end()
    return None, start


def _parts(found):
    month, day = found["month"], int(found["day"])
    month = MONTHS.get(month) or (int(month) if month.isdigit() else 0)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = int(found["year"]) if found["year"] else None
    year = year + 2000 if year is not None and year < 100 else year
    name = found["weekday"]
    weekday = WEEKDAYS.get(name, SHORT_WEEKDAYS.get(name)) if name else None
    return {"month_day": (month, day), "year": year, "weekday": weekday}
