"""From text to programme: `read_agenda` is the way in."""

from . import doubts
from .days import DayCounter, is_span
from .drafts import draft
from .joining import Last, joined, wrapped
from .kinds import is_part, read_kind
from .limits import check_bounds
from .lines import clean_lines
from .people import is_unnamed, read_people
from .records import Account, Doubt, Programme, Seen
from .rooms import NAMED, is_room, labelled_room
from .roles import list_role, parts_by_role
from .letters import fold
from .scope import Place, is_agenda_heading, is_link, is_prose, sight
from .times import LIKE_A_TIME, Slot

# What parallel parts share the time of: “11:00 Breakout sessions”, then each of them.
BLOCKS = ("breakout", "workshop", "visit", "matchmaking")
WITHOUT_TALK = ("break", "registration", "social", "transfer", "closing", "welcome")


def read_agenda(text, *, first_day=None):
    """The programme that a text tells; `first_day`, a date, is the edition's. May raise IntakeError."""
    check_bounds(text)
    reader = Reader(first_day)
    sightings = sight(clean_lines(text))
    reader.titles_have_bullets = _titles_have_bullets(sightings)
    for sighting in sightings:
        reader.take(sighting)
    return reader.programme()


def _titles_have_bullets(sightings):
    """Where every line of an agenda without times has a bullet, the bullets are its sessions."""
    lines = [each.line for each in sightings if each.place is Place.UNTIMED and not each.day]
    return not any(line.text and not line.bullet and not is_prose(line.text) for line in lines)


class Reader:
    """Takes one line after the other; the sessions made so far are what a line can belong to."""

    titles_have_bullets = False

    def __init__(self, first_day=None):
        self.days = DayCounter(first_day)
        self.day = 1
        self.drafts = []
        self.seen = {}
        self.lines = []
        self.doubts = []
        self.role = None
        self.last = None
        self.waiting = None
        self.waiting_lines = []

    def take(self, sighting):
        line = sighting.line
        self.lines.append(line)
        self._doubt(line, *line.doubts)
        self.seen[line.number] = self._seen(sighting)

    def programme(self):
        self._give_up_waiting()
        accounts = (Account(line.number, line.raw, self.seen[line.number]) for line in self.lines)
        sessions = tuple(each.session() for each in self.drafts)
        return Programme(sessions, tuple(accounts), tuple(sorted(self.doubts, key=_by_line)))

    @property
    def draft(self):
        """The session that lines below it belong to."""
        return self.drafts[-1] if self.drafts and self.drafts[-1].day == self.day else None

    def _seen(self, sighting):
        line = sighting.line
        if not line.text:
            return Seen.BLANK
        if sighting.place is Place.OUTSIDE:
            return self._outside(sighting)
        if sighting.day:
            return self._day(sighting)
        if is_span(line.text) or is_agenda_heading(line.text):
            return Seen.HEADING
        if sighting.slot:
            return self._timed(line, sighting.slot)
        return self._untimed(line, timed=sighting.place is Place.TIMED)

    def _outside(self, sighting):
        self._give_up_waiting()
        line = sighting.line
        heading = line.marked or sighting.day or is_agenda_heading(line.text)
        return Seen.HEADING if heading or line.text.endswith(":") else Seen.NOTE

    def _day(self, sighting):
        self._give_up_waiting()
        self.day, found = self.days.number_of(sighting.day)
        self._doubt(sighting.line, *found)
        self.last = self.role = None
        return self._timed(sighting.line, sighting.slot) if sighting.slot else Seen.HEADING

    def _timed(self, line, slot):
        if not slot.rest:
            return self._wait(line, slot)
        self._give_up_waiting()
        previous = self.draft
        if previous and self.last and self.last.slot == slot and self._directly_below(line):
            self._doubt(line, doubts.DOUBLED_LINE)
            return Seen.NOTE
        return self._session(line, slot.rest, slot)

    def _directly_below(self, line):
        return self.last.line.number == line.number - 1 and self.last.text == self.last.slot.rest

    def _wait(self, line, slot):
        """A time on a line of its own: the title comes below, perhaps after the end's own line."""
        waiting = self.waiting
        if waiting and waiting.ends is None and slot.ends is None:
            slot = Slot(waiting.starts, slot.starts, "")
        else:
            self._give_up_waiting()
        self.waiting = slot
        self.waiting_lines.append(line)
        return Seen.SESSION

    def _give_up_waiting(self):
        for line in self.waiting_lines:
            self.seen[line.number] = Seen.NOT_UNDERSTOOD
            self._doubt(line, doubts.TIME_WITHOUT_TITLE)
        self.waiting, self.waiting_lines = None, []

    def _session(self, line, text, slot=None):
        made = draft(text, line=line.number, day=self.day, slot=slot)
        self._doubt(line, *made.titled.doubts, *(slot.doubts if slot else ()))
        self._doubt_order(line, made)
        for one in made.titled.people:
            self._doubt(line, *one.doubts)
        self.drafts.append(made)
        self.role = None
        self.last = Last(Seen.SESSION, text, line, slot=slot)
        return Seen.SESSION

    def _doubt_order(self, line, made):
        before = next((each for each in reversed(self.drafts) if each.slot), None)
        if not made.slot or not before or before.day != made.day:
            return
        after_midnight = before.slot.starts >= "18:00" and made.slot.starts < "05:00"
        if made.slot.starts < before.slot.starts and not after_midnight:
            self._doubt(line, doubts.BACKWARDS)

    def _untimed(self, line, *, timed):
        if LIKE_A_TIME.match(line.text):
            self._doubt(line, doubts.BAD_CLOCK)
        if is_link(line.text):
            return Seen.NOTE
        if self.waiting and not list_role(line.text):
            slot, self.waiting, self.waiting_lines = self.waiting, None, []
            return self._session(line, line.text, slot)
        return (
            self._labelled(line)
            or self._going_on(joined(self.last, line))
            or self._room(line, timed)
            or self._people(line, timed)
            or (self._in_timed(line) if timed else self._in_untimed(line))
        )

    def _labelled(self, line):
        """Lines that say themselves what they are: “Speakers:”, “Moderator: …”, “More TBC”."""
        role = list_role(line.text)
        if role:
            self.role, self.last = role, None
            return Seen.HEADING
        before, parts = parts_by_role(line.text)
        if parts and not before and self.draft:
            return self._cast(line, parts)
        if is_unnamed(line.text) and (self.draft or line.bullet):
            self._doubt(line, doubts.NO_NAME)
            return Seen.NOTE
        return None

    def _cast(self, line, parts):
        found = []
        for role, text in parts:
            persons, others = read_people(text, role)
            found += persons
            self._doubt(line, *[doubts.NO_NAME] * bool(others))
        if not found:
            return Seen.NOTE if any(is_unnamed(text) for _, text in parts) else None
        return self._add(line, found, line.text)

    def _add(self, line, found, text, role=None):
        for one in found:
            self._doubt(line, *one.doubts)
        self.draft.add(found, line.number)
        introduced = any(one.person.job_title or one.person.affiliation for one in found)
        bare = len(found) == 1 and not introduced and not line.bullet
        self.last = Last(Seen.PERSON, text, line, role=role or "", people=len(found), bare=bare)
        return Seen.PERSON

    def _going_on(self, more):
        """The line before is read again, now with this one."""
        if not more:
            return None
        (text, found), last = more, self.last
        self._doubt(self.lines[-1], *found)
        line = self.lines[-1]
        if last.seen is Seen.SESSION:
            self._read_again(last, text)
        else:
            del self.draft.people[len(self.draft.people) - last.people :]
            parts = parts_by_role(text)[1] if not last.role else [(last.role, text)]
            persons = [one for role, said in parts for one in read_people(said, role)[0]]
            self._add(last.line, persons, text, last.role)
        unplaced = last.bare and not self.draft.people[-1].affiliation
        people = self.last.people if last.seen is Seen.PERSON else 0
        self.last = Last(last.seen, text, line, last.role, last.slot, people, unplaced)
        return last.seen

    def _read_again(self, last, text):
        made = draft(text, line=self.draft.line, day=self.day, slot=last.slot)
        made.room = self.draft.room
        self.drafts[-1] = made

    def _room(self, line, timed):
        label = labelled_room(line.text)
        bare = line.text.strip("()[]")
        room = label or (is_room(bare) and (timed or NAMED.match(fold(bare))) and bare)
        if not room:
            return None
        if not self.draft:
            return Seen.NOTE
        if self.draft.any_room:
            self._doubt(line, doubts.SECOND_ROOM)
            return Seen.NOTE
        self.draft.room = room
        return Seen.SESSION

    def _people(self, line, timed):
        role = self.role or "speaker"
        found, others = read_people(line.text, role)
        if not found or others or is_prose(line.text) and len(found) == 1 and not line.bullet:
            return None
        if min(one.sure for one in found) < self._enough(line, timed):
            return None
        if not self.draft:
            self._doubt(line, doubts.NO_SESSION)
            return Seen.NOT_UNDERSTOOD
        if not self.role and any(one.sure == 0 for one in found):
            self._doubt(line, doubts.ONLY_A_NAME)
        return self._add(line, found, line.text, role)

    def _enough(self, line, timed):
        """How sure a name must be: below “Speakers:” a bare one is, in an open list it is not."""
        if self.role:
            return 0
        if line.bullet and not (self.titles_have_bullets and not timed):
            return 1 if self.draft and self.draft.kind in ("visit", "pitching", "break") else 0
        return (1 if len(line.text.split()) > 4 else 0) if timed else 2

    def _in_timed(self, line):
        text = line.text
        if self._shares_time(line):
            return self._session(line, text, self._block_slot(text))
        if not line.bullet and read_kind(text)[0] in WITHOUT_TALK and not is_prose(text):
            self._doubt(line, doubts.UNDER_DAYLESS)
            return self._session(line, text)
        going_on = self._going_on(wrapped(self.last, line))
        if going_on:
            return going_on
        if (
            line.marked
            or text.endswith(":")
            or not self.draft
            or (text.isupper() and len(text) > 3)
        ):
            return Seen.HEADING
        if line.bullet or is_prose(text) or text.startswith("(") or text.endswith("?"):
            return Seen.NOTE
        return Seen.NOT_UNDERSTOOD

    def _shares_time(self, line):
        choice = line.bullet and self.draft and self.draft.kind == "visit"
        return is_part(line.text) or (choice and not is_prose(line.text))

    def _block_slot(self, text):
        """The time of the block whose part this is; of another block it is not known."""
        block = next((each for each in reversed(self.drafts) if each.day == self.day), None)
        kind = read_kind(text)[0]
        if not block or not block.slot:
            return None
        shared = block.kind in (*BLOCKS, kind) or "parallel" in fold(block.titled.title)
        return Slot(block.slot.starts, block.slot.ends, text) if shared else None

    def _in_untimed(self, line):
        if is_prose(line.text):
            return Seen.NOTE
        if line.bullet and not self.titles_have_bullets:
            choice = self.draft and self.draft.kind == "visit"
            return self._session(line, line.text) if choice else Seen.NOTE
        if line.text.endswith(":") and not line.bullet:
            return Seen.HEADING
        if self.draft and self.last and self.last.text == line.text:
            self._doubt(line, doubts.SAME_TITLE)
        return self._session(line, line.text)

    def _doubt(self, line, *sentences):
        self.doubts += [Doubt(line.number, sentence) for sentence in sentences]


def _by_line(doubt):
    return doubt.line
