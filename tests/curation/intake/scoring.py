"""How much of a text was read as a person reads it, counted by field."""

import tomllib
from collections import Counter
from dataclasses import dataclass, fields
from pathlib import Path

from curation.intake.programme import read_agenda
from curation.intake.records import Person, Seen, Session

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
FRESH = HERE / "fresh"
APART = ("line", "people")
SESSION_FIELDS = [each.name for each in fields(Session) if each.name not in APART]
PERSON_FIELDS = [each.name for each in fields(Person) if each.name not in APART]


@dataclass(frozen=True)
class Case:
    """A text and what a person reads in it."""

    name: str
    text: str
    expected: dict

    @property
    def form(self):
        return self.expected["form"]

    def read(self):
        return read_agenda(self.text, first_day=self.expected.get("first_day"))

    def sessions(self):
        return [_session(table) for table in self.expected["sessions"]]


def cases(folder):
    """Every pair of NN-form.txt and NN-form.toml, bytes untouched but for the decoding."""
    return [
        Case(path.stem, path.read_bytes().decode(), tomllib.loads(_beside(path).read_text()))
        for path in sorted(folder.glob("*.txt"))
    ]


def found(programme):
    """The sessions without the lines they stand in: a person does not write those down."""
    return [plain(session) for session in programme.sessions]


def plain(session):
    people = [_values(person, PERSON_FIELDS) for person in session.people]
    return _values(session, SESSION_FIELDS) | {"people": people}


def lines_seen(programme, seen):
    return [each.line for each in programme.accounts if each.seen is seen]


def notes(programme):
    return lines_seen(programme, Seen.NOTE)


def not_understood(programme):
    return lines_seen(programme, Seen.NOT_UNDERSTOOD)


def score(case):
    """Counts of “session”, “person” and each of their fields: right, and how many there are."""
    right, total = Counter(), Counter()
    for wanted, got in _paired(case.sessions(), found(case.read()), "title"):
        total["session"] += 1
        right["session"] += _same(wanted, got, SESSION_FIELDS)
        for name in SESSION_FIELDS:
            total[f"session’s {name}"] += 1
            right[f"session’s {name}"] += _same(wanted, got, [name])
        pairs = _paired(_people(wanted), _people(got), "name")
        for person, other in pairs:
            total["person"] += 1
            right["person"] += _same(person, other, PERSON_FIELDS)
            for name in PERSON_FIELDS:
                total[name] += 1
                right[name] += _same(person, other, [name])
    return right, total


def _session(table):
    people = [plain_person(person) for person in table.get("people", [])]
    given = {name: value for name, value in table.items() if name != "people"}
    return _values(Session(**given), SESSION_FIELDS) | {"people": people}


def plain_person(table):
    return _values(Person(**table), PERSON_FIELDS)


def _people(session):
    return session["people"] if session else []


def _paired(wanted, got, key):
    """Each wanted with the one it became; what is missing or too much stands alone."""
    left, pairs = list(got), []
    for one in wanted:
        same = next((other for other in left if other == one), None)
        alike = same or next((other for other in left if other[key] == one[key]), None)
        pairs.append((one, alike))
        if alike:
            left.remove(alike)
    for place, (one, other) in enumerate(pairs):
        if other is None and left:
            pairs[place] = (one, left.pop(0))
    return pairs + [(None, other) for other in left]


def _same(wanted, got, names):
    return bool(wanted and got) and all(wanted[name] == got[name] for name in names)


def _values(record, names):
    return {name: getattr(record, name) for name in names}


def _beside(path):
    return path.with_suffix(".toml")
