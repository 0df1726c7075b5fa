"""The programme while it is read: its sessions so far, and what the last line was."""

from . import doubts
from .day_numbers import DayCounter
from .drafts import draft
from .joining import Last
from .people_lists import read_people
from .records import Account, Doubt, Programme, Seen
from .roles import Part, parts_by_role


class Reading:
    def __init__(self, first_day=None):
        self.days = DayCounter(first_day)
        self.day = 1
        self.drafts = []
        self.lines = []
        self.seen = {}
        self.doubts = []
        # The role that a heading gave to the people below it, and the line to go on with.
        self.role = None
        self.last = None
        # The last session of the day that has a time.
        self.timed = None

    @property
    def draft(self):
        """The session that lines below it belong to."""
        return self.drafts[-1] if self.drafts and self.drafts[-1].day == self.day else None

    def programme(self):
        accounts = (Account(line.number, line.raw, self.seen[line.number]) for line in self.lines)
        sessions = tuple(each.session() for each in self.drafts)
        ordered = sorted(dict.fromkeys(self.doubts), key=lambda doubt: doubt.line)
        return Programme(sessions, tuple(accounts), tuple(ordered))

    def doubt(self, line, *sentences):
        self.doubts += [Doubt(line.number, sentence) for sentence in sentences]

    def open_day(self, line, heading):
        if self.drafts:
            self.days.begun()
        self.day, found = self.days.number_of(heading)
        self.doubt(line, *found)
        self.role = self.last = self.timed = None
        return Seen.HEADING

    def add_session(self, line, text, slot=None, kind=""):
        made = draft(text, line=line.number, day=self.day, slot=slot, kind=kind)
        self.doubt(line, *made.doubts, *(slot.doubts if slot else ()))
        if self._goes_backwards(slot):
            self.doubt(line, doubts.BACKWARDS)
        self.drafts.append(made)
        self.timed = made if slot else self.timed
        self.role = None
        self.last = Last(Seen.SESSION, text, line, slot=slot, kind=kind)
        return Seen.SESSION

    def add_people(self, line, found, text, role=""):
        for one in found:
            self.doubt(line, *one.doubts)
        self.draft.add(found, line.number)
        introduced = any(one.person.job_title or one.person.affiliation for one in found)
        bare = len(found) == 1 and not introduced and not line.bullet
        self.last = Last(Seen.PERSON, text, line, role=role, people=len(found), bare=bare)
        return Seen.PERSON

    def go_on(self, line, more):
        """Read the line before again with this one; `more` is the text of both, and doubts."""
        if not more:
            return None
        (text, found), last = more, self.last
        self.doubt(line, *found)
        if last.seen is Seen.SESSION:
            self.last = self._session_again(line, text)
        else:
            self.last = self._people_again(line, text)
        return last.seen

    def _session_again(self, line, text):
        last, room = self.last, self.draft.room
        made = draft(text, line=self.draft.line, day=self.day, slot=last.slot, kind=last.kind)
        made.room = room
        self.drafts[-1] = made
        self.timed = made if last.slot else self.timed
        return last.with_more(line, text)

    def _people_again(self, line, text):
        last = self.last
        kept = len(self.draft.people) - last.people
        del self.draft.people[kept:]
        parts = [Part(last.role, text)] if last.role else parts_by_role(text)[1]
        read = (read_people(part.text, part.role, several=part.several) for part in parts)
        found = [one for persons, _others in read for one in persons]
        self.add_people(last.line, found, text, last.role)
        unplaced = last.bare and bool(found) and not found[0].person.affiliation
        return last.with_more(line, text, people=len(found), bare=unplaced)

    def _goes_backwards(self, slot):
        before = self.timed
        if not slot or not before or slot.starts >= before.slot.starts:
            return False
        return not (before.slot.starts >= "18:00" and slot.starts < "05:00")
