"""Which lines of a page are the agenda: those outside it are told, not read.

A day that has times is read by them; in one without, each short line is a session.
"""

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from .days import DayHeading, is_span, read_day
from .letters import fold
from .lines import Line
from .people import read_person
from .times import Slot, read_slot

AGENDA = re.compile(
    r"(?:(?:draft|preliminary|provisional|final|detailed|full|conference|workshop|event)\s)*"
    r"(?:agenda|programme|program|programm|ablauf|ordre du jour|programa|programma"
    r"|ordine del giorno"
    r"|tagesordnung|orden del dia|ordinea de zi|program wydarzenia)(?:\s?\(?(?:tbc"
    r"|draft)\)?)?\s?:?$"
)
# After the agenda's last line these begin what is not part of it.
CLOSING = re.compile(
    r".{0,60}\b(?:in partnership with|(?:co-)?organi[sz]ed by|supported by|in cooperation with"
    r"|financial support(?: from| of)?|funded by|co-funded by)\s?:?$"
    r"|(?:our )?(?:partners|sponsors|organi[sz]ers|contacts?|downloads?|related \w+"
    r"|useful links)\s?:?$"
    r"|(?:share this|event (?:target|type)|follow us|practical information|how to (?:get|reach)"
    r"|about (?:us|the (?:event|organi[sz]er|project|venue))|register (?:here|now|by)"
    r"|more information"
    r"|disclaimer|copyright|©|contact us|for (?:more|further) (?:information|details)|tags?)\b.*"
    r"|contacts? ?:.*"
)
LINK = re.compile(
    r"(?:https?://|www\.)\S+$|(?:download|click here|register (?:here|now)|read (?:more|the event)"
    r"|more information|subscribe|share (?:this|on)|back to|add to calendar|print this|follow us"
    r"|watch the recording|see the (?:photos|recording)|join (?:us )?(?:online|via|here))\b.*"
    r"|[-_=*~.\s]{3,}$"
)
ADDRESS = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}\.\w")


class Place(Enum):
    OUTSIDE = "outside"
    TIMED = "timed"
    UNTIMED = "untimed"


@dataclass
class Sighting:
    """A line, and what it says of days and times whatever stands around it."""

    line: Line
    day: DayHeading | None = None
    slot: Slot | None = None
    place: Place = Place.OUTSIDE


def sight(lines):
    sightings = [_sighting(line) for line in lines]
    for section in _sections(sightings):
        _place(section)
    return sightings


def is_prose(text):
    words = text.count(" ") + 1
    return len(text) > 160 or (words >= 7 and text.endswith((".", "!", ".”", ".)")))


def is_link(text):
    return bool(LINK.match(fold(text)) or ADDRESS.search(text))


def is_agenda_heading(text):
    return bool(AGENDA.match(fold(text)))


def closes(text):
    return bool(CLOSING.match(fold(text)))


def _sighting(line):
    day = None if line.bullet else read_day(line.text)
    if day and read_slot(day.rest) and read_slot(day.rest).rest:
        return Sighting(line, day, read_slot(day.rest))
    slot = None if day or not line.text or is_span(line.text) else read_slot(line.text)
    return Sighting(line, day, slot)


def _sections(sightings):
    """From each day's heading to the next; without any, from the first sign of an agenda."""
    starts = _day_starts(sightings)
    first = _first_time(sightings)
    if not starts or (first is not None and first < starts[0]):
        starts.insert(0, first if first is not None else _after_agenda_heading(sightings))
    return [sightings[start:end] for start, end in pairwise([*starts, len(sightings)])]


def _day_starts(sightings):
    """Without dates that a page tells above its agenda: below, the days come numbered, or again."""
    starts = [place for place, each in enumerate(sightings) if each.day]
    kept, numbered, dates = [], False, set()
    for start, end in reversed(list(pairwise([*starts, len(sightings)]))):
        day = sightings[start].day
        told_below = day.number is None and (numbered or day.month_day in dates)
        if not told_below or any(each.slot for each in sightings[start:end]):
            kept.append(start)
        numbered = numbered or day.number is not None
        dates |= {day.month_day} - {None}
    return kept[::-1]


def _first_time(sightings):
    return next((place for place, each in enumerate(sightings) if each.slot), None)


def _after_agenda_heading(sightings):
    for place, each in enumerate(sightings[:-1]):
        if is_agenda_heading(each.line.text) and any(
            one.line.text for one in sightings[place + 1 :]
        ):
            return place + 1
    return 0


def _place(section):
    timed = any(each.slot for each in section)
    place = Place.TIMED if timed else Place.UNTIMED
    end = _end(section, timed)
    for each in section[:end]:
        each.place = place


def _end(section, timed):
    """Where the agenda ends within its section."""
    last_time = max((place for place, each in enumerate(section) if each.slot), default=0)
    last_person = max((place for place, each in enumerate(section) if _is_person(each)), default=0)
    begun = timed
    for place, each in enumerate(section):
        text = each.line.text
        if begun and place > last_time and closes(text) and not each.slot:
            return place
        if (
            begun
            and place > max(last_time, last_person)
            and each.line.after_blank
            and is_prose(text)
        ):
            return place
        begun = begun or bool(text and not each.day and not is_prose(text))
    return len(section)


def _is_person(sighting):
    """Only what is surely one tells that the agenda goes on."""
    if not sighting.line.bullet or is_prose(sighting.line.text):
        return False
    found = read_person(sighting.line.text)
    return bool(found) and found.sure > 0
