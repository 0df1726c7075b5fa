"""What a text was understood to say, and what became of each of its lines."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Person:
    """Somebody in a session, as the text prints them; `line` is counted from 1."""

    name: str
    role: str = "speaker"
    honorific: str = ""
    job_title: str = ""
    affiliation: str = ""
    remark: str = ""
    confirmed: bool = True
    online: bool = False
    line: int = 0


@dataclass(frozen=True)
class Session:
    """Times are clocks, "09:05", or None where the text gives none: no end is made up."""

    title: str
    day: int = 1
    starts: str | None = None
    ends: str | None = None
    kind: str = ""
    number: str = ""
    room: str = ""
    language: str = ""
    people: tuple[Person, ...] = ()
    line: int = 0


class Seen(StrEnum):
    """What a line of the source is."""

    SESSION = "session"
    PERSON = "person"
    HEADING = "heading"
    NOTE = "note"
    NOT_UNDERSTOOD = "not understood"
    BLANK = "blank"


@dataclass(frozen=True)
class Account:
    """One line of the source, its text as given."""

    line: int
    text: str
    seen: Seen


@dataclass(frozen=True)
class Doubt:
    """A sentence for the editor, about one line."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Programme:
    sessions: tuple[Session, ...]
    accounts: tuple[Account, ...]
    doubts: tuple[Doubt, ...]

    @property
    def not_understood(self):
        return tuple(each for each in self.accounts if each.seen is Seen.NOT_UNDERSTOOD)
