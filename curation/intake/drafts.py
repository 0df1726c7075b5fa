"""A session while its lines are read."""

from dataclasses import dataclass, field, replace

from .records import Session
from .times import Slot
from .titles import read_title


@dataclass
class Draft:
    line: int
    day: int
    slot: Slot | None
    titled: object
    room: str = ""
    people: list = field(default_factory=list)

    @property
    def kind(self):
        return self.titled.kind

    @property
    def doubts(self):
        return (*self.titled.doubts, *(each for one in self.titled.people for each in one.doubts))

    @property
    def any_room(self):
        return self.room or self.titled.room

    def add(self, found, line):
        self.people += [replace(one.person, line=line) for one in found]

    def session(self):
        titled, slot = self.titled, self.slot
        return Session(
            line=self.line,
            day=self.day,
            starts=slot.starts if slot else None,
            ends=slot.ends if slot else None,
            kind=titled.kind,
            number=titled.number,
            title=titled.title,
            room=self.any_room,
            language=titled.language,
            people=tuple(self.people),
        )


def draft(text, *, line, day, slot=None, kind=""):
    """`kind` is that of the block which the session is a part of, if its title names none."""
    titled = read_title(text)
    titled = replace(titled, kind=titled.kind or kind)
    made = Draft(line, day, slot, titled)
    made.add(titled.people, line)
    return made
