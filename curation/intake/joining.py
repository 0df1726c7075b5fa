"""Lines that go on with the one above: broken by a PDF's column, a soft hyphen or a list."""

import re
from dataclasses import dataclass, replace

from . import doubts
from .kinds import read_kind
from .letters import fold, words
from .limits import LONGEST_READ
from .lines import SOFT_HYPHEN
from .occupations import is_job, is_organisation
from .records import Seen
from .times import Slot

OPEN_END = re.compile(
    r"(?:[,&(/–—]|\s-|\b(?:and|of|the|for|in|to|with|a|an|by|on|at|from|und|der|die|das|des|fur"
    r"|mit|im"
    r"|et|de|du|la|le|les|pour|e|di|del|della|per|y|en|el|los|para|i|w|z|dla|oraz|si|pentru|cu))$"
)
# “e-mobility” and “eHealth” begin a title in small letters.
SMALL_START = re.compile(r"[a-zà-ÿąćęłńśźżăâîșț]")
NEW_COINAGE = re.compile(r"[a-z]-?[A-Z]|e-\w")
# Halves of words that keep their hyphen when a line ends in it.
COMPOUNDS = words(
    "start scale co e high long short cutting cross follow know on post pre multi inter self"
    " non spin well state best decision policy one two three euro agri north south"
)
# A title this long may have run into the margin.
FULL_WIDTH = 45


@dataclass(frozen=True)
class Last:
    """What the line before was read from, so that it can be read again with more."""

    seen: Seen
    text: str
    line: object
    role: str = "speaker"
    slot: Slot | None = None
    kind: str = ""
    people: int = 0
    bare: bool = False

    def with_more(self, line, text, **changes):
        return replace(self, line=line, text=text, **changes)


def joined(last, line):
    """(the text of both lines, doubts) if the second goes on with the first, or None."""
    follows = last and last.line.number == line.number - 1
    if not follows or line.bullet or line.after_blank or line.marked or "\t" in line.text:
        return None
    if len(last.text) + len(line.text) > LONGEST_READ:
        return None
    if last.text.endswith(SOFT_HYPHEN):
        return last.text[:-1] + line.text, ()
    if last.text.endswith("-") and SMALL_START.match(line.text):
        return _word_joined(last.text, line.text), (doubts.JOINED_WORD,)
    if _starts_small(line.text) or OPEN_END.search(fold(last.text)) or _is_open(last.text):
        return f"{last.text} {line.text}", ()
    if last.seen is Seen.PERSON:
        return _after_person(last, line)
    return None


def wrapped(last, line):
    """A title that filled its line goes on below, further in."""
    follows = last and last.line.number == line.number - 1 and last.seen is Seen.SESSION
    deeper = follows and line.indent > last.line.indent and not line.bullet and not line.after_blank
    if deeper and len(last.text) >= FULL_WIDTH:
        return f"{last.text} {line.text}", (doubts.JOINED,)
    return None


def _after_person(last, line):
    """Job and organisation on lines of their own, or a bullet's text that is set further in."""
    says_what = is_job(line.text) or is_organisation(line.text)
    if last.bare and says_what and not read_kind(line.text)[0]:
        return f"{last.text}, {line.text}", ()
    if last.line.bullet and line.indent > last.line.indent:
        return f"{last.text} {line.text}", (doubts.JOINED,)
    return None


def _starts_small(text):
    return bool(SMALL_START.match(text)) and not NEW_COINAGE.match(text)


def _is_open(text):
    return text.count("(") > text.count(")") or text.count("“") > text.count("”") + text.count("„")


def _word_joined(first, second):
    half = fold(re.split(r"[\s(]", first[:-1])[-1])
    return (first if half in COMPOUNDS else first[:-1]) + second
