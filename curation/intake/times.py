"""Times at the start of a line, in the ways programmes write them."""

import re
from dataclasses import dataclass

from . import doubts

UNIT = r"(?:\s?(?:hrs?|hs?|uhr|uur|o['’]clock)\b\.?)"
MERIDIEM = r"(?:\s?[ap]\.?\s?m\b\.?)"
# Words before a time; after the first kind, a bare number is an hour.
HOUR_WORD = (
    r"(?:(?:od\s|do\s|o\s)?godz(?:\.|ina|inie)?|(?:de\sla\s|dalle\s|alle\s)?or[ae]l?e?|um|klo?\.?)"
)
FROM = rf"(?:(?:{HOUR_WORD}|von|from|ab|at|de\slas?|a\slas?|de|à|dalle|alle|od|time:|uhrzeit:)\s*)"
SEPARATOR = (
    r"(?:\s*[-–—−‐‑~→/|]+\s*|\s+(?:to|till|until|bis|à|a|al|a\slas?|alle|do|la|până\sla)\s+|\t)"
)
ZONE = r"(?:\s*\(?\b(?:CES?T|EES?T|WES?T|BST|GMT|UTC)(?:[+-]\d{1,2})?\b\)?|\s+local\stime\b)"


def _clock(name):
    return (
        rf"(?P<{name}_hour>\d{{1,2}})"
        rf"(?:(?:\s?[:.]\s?|\s?[hH]\s?)(?P<{name}_minute>\d{{2}})(?!\d|[.,]\d|\s?%))?"
        rf"(?P<{name}_unit>{UNIT})?(?P<{name}_half>{MERIDIEM})?(?!\d|[.:]\d)"
    )


_STARTS = rf"[\[(]?(?P<from>{FROM})?{_clock('starts')}{ZONE}?"
RANGE = re.compile(
    rf"{_STARTS}{SEPARATOR}(?:{HOUR_WORD}\s*)?{_clock('ends')}{ZONE}?[\])]?", re.IGNORECASE
)
START = re.compile(rf"{_STARTS}[\])]?", re.IGNORECASE)
AFTER = re.compile(r"\s*(?:[|–—−:\t]|[-.)](?=\s|$)|-(?=[A-ZÀ-Þ]))\s*|\s+|$|(?=[A-ZÀ-Þ])")
# A range that closes a line, perhaps in brackets: “Coffee break (10:30 – 11:00)”.
CLOSING_RANGE = re.compile(
    r"[\s,:–—-]+[(\[]?(\d{1,2}[:.hH]\d{2}(?:\s?h)?\s?[-–—]\s?\d{1,2}[:.hH]\d{2}(?:\s?h)?)[)\]]?$"
)
CLOSING_CLOCK = re.compile(r"\s+[(\[](\d{1,2}[:hH]\d{2})[)\]]$")
LIKE_A_TIME = re.compile(r"\d{1,2}[:h]\d{2}\b")
BARE = re.compile(rf"{HOUR_WORD}\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Slot:
    """Start and end as clocks, and what the line says besides."""

    starts: str
    ends: str | None
    rest: str
    doubts: tuple[str, ...] = ()


def read_slot(text):
    """The time at the line's start or, failing that, in brackets or as a range at its end."""
    return _slot_at_start(text) or _slot_at_end(text)


def _slot_at_start(text):
    return _range(text) or _start_only(text)


def _range(text):
    found = RANGE.match(text)
    after = found and AFTER.match(text, found.end())
    if not after:
        return None
    ends = _minutes(found["ends_hour"], found["ends_minute"], found["ends_half"])
    sure = found["ends_minute"] or found["ends_unit"] or found["ends_half"]
    starts = _start(found, found["ends_half"], found["ends_unit"])
    if starts is None or ends is None or not sure:
        return None
    rest = text[after.end() :].strip()
    return Slot(_shown(starts), _shown(ends), rest, _strange(starts, ends))


def _start_only(text):
    found = START.match(text)
    after = found and AFTER.match(text, found.end())
    starts = _start(found) if after else None
    rest = text[after.end() :].strip() if after else ""
    if starts is None or (rest and _is_length(found)) or LIKE_A_TIME.match(rest):
        return None
    return Slot(_shown(starts), None, rest)


def _slot_at_end(text):
    found = CLOSING_RANGE.search(text[-40:]) or CLOSING_CLOCK.search(text[-40:])
    if not found:
        return None
    title = text[: len(text) - len(found.group())]
    slot = _slot_at_start(found.group(1))
    return Slot(slot.starts, slot.ends, title, slot.doubts) if slot and title.strip() else None


def _start(found, shared_half=None, shared_unit=None):
    """Minutes since midnight; a bare number is an hour only beside a word or unit that says so."""
    half = found["starts_half"] or shared_half
    named = found["from"] and BARE.match(found["from"])
    if not (found["starts_minute"] or found["starts_unit"] or shared_unit or half or named):
        return None
    return _minutes(found["starts_hour"], found["starts_minute"], half)


def _minutes(hour, minute, half):
    hour, minute = int(hour), int(minute or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.strip().lower().startswith("p") else 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    return hour % 24 * 60 + minute


def _is_length(found):
    """“2h Workshop” says how long, “9h Welcome” says when."""
    at_hour = found["starts_minute"] or found["from"] or found["starts_half"]
    return not at_hour and found["starts_hour"] in "123456"


def _shown(minutes):
    return None if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}"


def _strange(starts, ends):
    """Past midnight is plain for an evening's end, and odd for one at noon."""
    backwards = ends is not None and ends <= starts
    return (doubts.ENDS_BEFORE,) if backwards and (starts < 18 * 60 or ends > 8 * 60) else ()
