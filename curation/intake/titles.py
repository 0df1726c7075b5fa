"""What the line of a session holds: title, kind and number, room, language, and often people."""

import re
from dataclasses import dataclass
from itertools import islice

from . import doubts
from .kinds import read_kind
from .limits import LONGEST_READ
from .markers import take_slides
from .people import is_unnamed, read_person
from .people_lists import read_people
from .roles import parts_by_role
from .rooms import is_room, labelled_room, take_language, take_room

BREAKS = re.compile(
    r"\s[•·]\s|\s[-–—|]\s|\s*[–—]\s|:\s|,\s|\sby\s|\spar\s|\svon\s|\sby:\s|\s(?:with|mit|avec|con)\s"
)
# A title with more of them is a sentence.
MOST_BREAKS = 20
BRACKETS = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)$")
# People who are only introduced by name have nothing in brackets at these.
WITHOUT_PEOPLE = ("visit", "break", "transfer", "social", "registration")
OPENED = ("welcome", "keynote", "closing")


@dataclass(frozen=True)
class Titled:
    title: str
    kind: str = ""
    number: str = ""
    room: str = ""
    language: str = ""
    people: tuple = ()
    doubts: tuple[str, ...] = ()


def read_title(text):
    if len(text) > LONGEST_READ:
        return Titled(text)
    title, *cells = [cell.strip() for cell in re.split(r"\t|\s\|\s", text) if cell.strip()] or [""]
    title, people, room, language, found = take_slides(title), [], "", "", []
    for cell in cells:
        said = labelled_room(cell) or (cell if is_room(cell) else "")
        persons = [] if said else read_people(cell)[0]
        room, people = room or said, people + persons
        if not said and not persons:
            found.append(doubts.CELL)
    title, persons, more = _take_people(title)
    people, found = persons + people, found + more
    for _ in range(2):
        title, said = take_language(title)
        language = language or said
        title, said = take_room(title)
        room = room or said
    kind, number, title = read_kind(title)
    return Titled(title, kind, number, room, language, tuple(people), tuple(found))


def _take_people(title):
    """(title, people in it, doubts)."""
    before, parts = parts_by_role(title)
    people, found = [], []
    for part in parts:
        persons, others = read_people(part.text, part.role, several=part.several)
        people += persons
        found += [doubts.NO_NAME] * bool(others)
    if parts and not people and not all(is_unnamed(part.text) for part in parts):
        return _take_introduced(title)
    rest, more, further = _take_introduced(before) if parts else _take_introduced(title)
    if not rest:
        # “Keynote: Ada Muster, Mayor”: the label is all the title there is.
        return title.split(":")[0].strip(), people, found
    return rest, more + people, found + further


def _take_introduced(title):
    """People who close a title: “Title (Name, Organisation)”, “Title – Name, role”."""
    kind = read_kind(title)[0]
    only = read_person(title)
    if only and only.sure == 2:
        return _only_people(title, only)
    bracket = BRACKETS.search(title)
    if bracket and kind not in WITHOUT_PEOPLE:
        found = [one for one in read_people(bracket.group(1))[0] if one.sure or kind in OPENED]
        if found and title[: bracket.start()].strip():
            return title[: bracket.start()].strip(), found, []
    for place in islice(BREAKS.finditer(title), MOST_BREAKS):
        found, others = read_people(title[place.end() :])
        unnamed = all(is_unnamed(other) for other in others)
        if found and unnamed and all(_introduced(one, place, kind) for one in found):
            return title[: place.start()].strip(), found, [doubts.NO_NAME] * bool(others)
    return title, [], []


def _introduced(found, place, kind):
    """A bare name closes a title only after “by”, or of a welcome, keynote or closing."""
    if place.group().strip() == ",":
        return found.sure == 2 and kind in OPENED
    if place.group().strip() in ("with", "mit", "avec", "con"):
        return found.sure >= 1 and bool(found.person.job_title or found.person.affiliation)
    return found.sure == 2 or place.group().strip() in ("by", "par", "von") or kind in OPENED


def _only_people(title, only):
    return only.person.name, [only], [doubts.ONLY_PEOPLE]
