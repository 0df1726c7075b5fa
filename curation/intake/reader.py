"""Decides line by line what each is, in the light of what stands above it."""

from . import doubts
from .days import is_span
from .joining import joined
from .limits import LONGEST_READ
from .people import is_unnamed
from .people_lists import read_people
from .reading import Reading
from .records import Seen
from .roles import list_role, parts_by_role
from .scope import Place, is_agenda_heading, is_link
from .times import LIKE_A_TIME, Slot
from .unlabelled import in_timed, in_untimed, numbered_part, person_below, room_below


class Reader:
    def __init__(self, first_day=None, *, titles_have_bullets=False):
        self.reading = Reading(first_day)
        self.titles_have_bullets = titles_have_bullets
        # A time on a line of its own, and its lines, until a title comes.
        self.waiting = None
        self.waiting_lines = []

    def take(self, sighting):
        line = sighting.line
        self.reading.lines.append(line)
        self.reading.doubt(line, *line.doubts)
        self.reading.seen[line.number] = self._seen(sighting)

    def programme(self):
        self._give_up_waiting()
        return self.reading.programme()

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
        return self._without_time(line, timed=sighting.place is Place.TIMED)

    def _outside(self, sighting):
        self._give_up_waiting()
        line = sighting.line
        heading = line.marked or sighting.day or is_agenda_heading(line.text)
        return Seen.HEADING if heading or line.text.endswith(":") else Seen.NOTE

    def _day(self, sighting):
        self._give_up_waiting()
        seen = self.reading.open_day(sighting.line, sighting.day)
        return self._timed(sighting.line, sighting.slot) if sighting.slot else seen

    def _timed(self, line, slot):
        if not slot.rest:
            return self._wait(line, slot)
        self._give_up_waiting()
        last = self.reading.last
        if last and last.slot == slot and last.line.number == line.number - 1:
            self.reading.doubt(line, doubts.DOUBLED_LINE)
            return Seen.NOTE
        return self.reading.add_session(line, slot.rest, slot)

    def _wait(self, line, slot):
        """The title comes below a time of its own line, perhaps after the end's own line."""
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
            self.reading.seen[line.number] = Seen.NOT_UNDERSTOOD
            self.reading.doubt(line, doubts.TIME_WITHOUT_TITLE)
        self.waiting, self.waiting_lines = None, []

    def _without_time(self, line, *, timed):
        reading = self.reading
        if LIKE_A_TIME.match(line.text):
            reading.doubt(line, doubts.BAD_CLOCK)
            return Seen.NOT_UNDERSTOOD
        if is_link(line.text) or len(line.text) > LONGEST_READ:
            return Seen.NOTE
        if self.waiting and not list_role(line.text):
            slot, self.waiting, self.waiting_lines = self.waiting, None, []
            return reading.add_session(line, line.text, slot)
        return (
            self._labelled(line)
            or reading.go_on(line, joined(reading.last, line))
            or (timed and numbered_part(reading, line))
            or room_below(reading, line, timed=timed)
            or person_below(reading, line, enough=self._enough(line, timed))
            or (in_timed(reading, line) if timed else self._in_untimed(line))
        )

    def _in_untimed(self, line):
        return in_untimed(self.reading, line, titles_have_bullets=self.titles_have_bullets)

    def _labelled(self, line):
        """Lines that say themselves what they are: “Speakers:”, “Moderator: …”, “More TBC”."""
        reading = self.reading
        role = list_role(line.text)
        if role:
            reading.role, reading.last = role, None
            return Seen.HEADING
        before, parts = parts_by_role(line.text)
        if parts and not before and reading.draft:
            return self._cast(line, parts)
        if is_unnamed(line.text) and (reading.draft or line.bullet):
            reading.doubt(line, doubts.NO_NAME)
            return Seen.NOTE
        return None

    def _cast(self, line, parts):
        """People with their labels; who is not named yet is told of, not listed."""
        read = [read_people(part.text, part.role, several=part.several) for part in parts]
        found = [one for persons, _others in read for one in persons]
        others = [other for _persons, left in read for other in left]
        if others and (found or all(is_unnamed(other) for other in others)):
            self.reading.doubt(line, doubts.NO_NAME)
        if found:
            return self.reading.add_people(line, found, line.text)
        return Seen.NOTE if others and all(is_unnamed(other) for other in others) else None

    def _enough(self, line, timed):
        """How sure a name must be to be taken for a person here."""
        reading = self.reading
        if reading.role:
            return 0
        if line.bullet and (timed or not self.titles_have_bullets):
            doubtful = reading.draft and reading.draft.kind in ("visit", "pitching", "break")
            return 1 if doubtful else 0
        if timed:
            return 0 if len(line.text.split()) <= 4 else 1
        return 2
