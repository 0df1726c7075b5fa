"""Lines below a session that carry neither time nor label: people, rooms, parts, notes."""

from . import doubts
from .joining import wrapped
from .kinds import is_part, read_kind
from .letters import fold
from .people_lists import read_people
from .records import Seen
from .rooms import NAMED, is_room, labelled_room
from .scope import is_prose
from .times import Slot

# Their parts run side by side: “11:00 Breakout sessions”, and below it each of them.
BLOCKS = ("breakout", "workshop", "visit", "matchmaking")
# Of these nobody would take the title for anything else, even without a time.
PLAIN = ("break", "registration", "social", "transfer", "closing", "welcome")


def room_below(reading, line, *, timed):
    bare = line.text.strip("()[]")
    # In a programme without times, a place that is only named may be a session.
    sure = is_room(bare) and (timed or NAMED.match(fold(bare)))
    room = labelled_room(line.text) or (bare if sure else None)
    if not room:
        return None
    if not reading.draft:
        return Seen.NOTE
    if reading.draft.any_room:
        reading.doubt(line, doubts.SECOND_ROOM)
        return Seen.NOTE
    reading.draft.room = room
    return Seen.SESSION


def numbered_part(reading, line):
    """“Workshop 2: …” below a block, before its first word is taken for a name."""
    return _part(reading, line) if is_part(line.text) else None


def person_below(reading, line, *, enough):
    role = reading.role or "speaker"
    found, others = read_people(line.text, role, several=bool(reading.role))
    if not found or others or (is_prose(line.text) and not line.bullet and len(found) == 1):
        return None
    if min(one.sure for one in found) < enough:
        return None
    if not reading.draft:
        reading.doubt(line, doubts.NO_SESSION)
        return Seen.NOT_UNDERSTOOD
    if not reading.role and any(one.sure == 0 for one in found):
        reading.doubt(line, doubts.ONLY_A_NAME)
    return reading.add_people(line, found, line.text, role)


def in_timed(reading, line):
    choice = line.bullet and reading.draft and reading.draft.kind == "visit"
    if choice and not is_prose(line.text):
        return _part(reading, line)
    if not line.bullet and read_kind(line.text)[0] in PLAIN and not is_prose(line.text):
        reading.doubt(line, doubts.WITHOUT_TIME)
        return reading.add_session(line, line.text)
    return reading.go_on(line, wrapped(reading.last, line)) or _aside(reading, line)


def in_untimed(reading, line, *, titles_have_bullets):
    if is_prose(line.text):
        return Seen.NOTE
    if line.bullet and not titles_have_bullets:
        choice = reading.draft and reading.draft.kind == "visit"
        return reading.add_session(line, line.text, kind="visit") if choice else Seen.NOTE
    if line.text.endswith(":") and not line.bullet:
        return Seen.HEADING
    last = reading.last
    if last and last.text == line.text and last.line.number == line.number - 1:
        reading.doubt(line, doubts.SAME_TITLE)
    return reading.add_session(line, line.text)


def _part(reading, line):
    """The block's time holds for its parts; the parts of another kind have none that is known."""
    block, kind = reading.timed, read_kind(line.text)[0]
    if not block or not _shares(block, reading, kind):
        return reading.add_session(line, line.text)
    slot = Slot(block.slot.starts, block.slot.ends, line.text)
    return reading.add_session(line, line.text, slot, kind=block.kind)


def _shares(block, reading, kind):
    parallel = block.kind in BLOCKS or "parallel" in fold(block.titled.title)
    return reading.draft.slot and (parallel or block.kind == kind)


def _aside(reading, line):
    text = line.text
    capitals = text.isupper() and len(text) > 3
    if line.marked or text.endswith(":") or capitals or not reading.draft:
        return Seen.HEADING
    if line.bullet or is_prose(text) or text.startswith("(") or text.endswith("?"):
        return Seen.NOTE
    return Seen.NOT_UNDERSTOOD
