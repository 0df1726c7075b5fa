"""The lines of a text, cleaned of what cannot be seen, each still knowing what was given."""

import re
import unicodedata
from dataclasses import dataclass

from . import doubts

# Joiners bind emoji and, in Persian and Indic words, letters: those words keep them.
INVISIBLE = re.compile(
    "[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufe0e\ufe0f\u20e3]"
    "|[\u200c\u200d](?![\u0600-\u0dff])|[\x00-\x08\x0e-\x1f\x7f]"
)
SOFT_HYPHEN = "\xad"
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
BULLET = re.compile(
    r"[•◦▪▫■□●○◆◇♦‣⁃∙·➢➤►▶▸→✓✔❖\uf0b7\uf0a7\uf0d8\uf0fc]+\s*"
    r"|[-–—*+>]\s+|-(?=[^\W\d_])|[o§](?:\t|  )\s*"
)
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{1,500}\)")
# UTF-8 that was read as Latin-1 or its kin: “Ã©”, “â€“”; and what nobody could read.
MOJIBAKE = re.compile(r"[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|[ÄÅ][\x80-\x9f‚„…›™]|\ufffd")


@dataclass(frozen=True)
class Line:
    """`text` is clean, without its bullet; a tab in it stands between two cells of a table."""

    number: int
    raw: str
    text: str
    bullet: bool = False
    indent: int = 0
    after_blank: bool = True
    marked: bool = False
    doubts: tuple[str, ...] = ()


def clean_lines(text):
    lines, after_blank = [], True
    for number, raw in enumerate(text.splitlines(), start=1):
        line = clean_line(number, raw, after_blank)
        lines.append(line)
        after_blank = not line.text
    return lines


def clean_line(number, raw, after_blank=True):
    visible = unicodedata.normalize("NFC", INVISIBLE.sub("", raw)).translate(LIGATURES)
    # At the line's end the soft hyphen is one that was printed: the word goes on.
    ends_within_word = visible.rstrip().endswith(SOFT_HYPHEN)
    visible = visible.replace(SOFT_HYPHEN, "") + (SOFT_HYPHEN if ends_within_word else "")
    body = visible.lstrip()
    indent = len(visible.expandtabs(4)) - len(visible.expandtabs(4).lstrip())
    marks = re.match(r"#{1,6}\s+", body)
    body = _cells(body[marks.end() :] if marks else body)
    bullet = BULLET.match(body)
    body = _without_markup(body[bullet.end() :] if bullet else _without_emoji(body))
    body, found = _mended(body)
    return Line(number, raw, body, bool(bullet), indent, after_blank, bool(marks), found)


def _cells(body):
    """A row of a table in Markdown becomes cells apart by tabs."""
    if body.startswith("|") and body.rstrip().endswith("|"):
        cells = [cell.strip() for cell in body.strip().strip("|").split("|")]
        return "\t".join(cell for cell in cells if cell.strip(":- "))
    return body


def _without_markup(body):
    body = EMPHASIS.sub(r"\2", LINK.sub(r"\1", body))
    cells = (" ".join(cell.split()) for cell in body.strip().split("\t"))
    return "\t".join(cell for cell in cells if cell)


def _without_emoji(body):
    if body.startswith("📍"):
        return "Venue: " + body[1:].lstrip().removeprefix("Venue:")
    for place, letter in enumerate(body):
        if unicodedata.category(letter) not in ("So", "Sk", "Cf") and not letter.isspace():
            return body[place:]
    return ""


def _mended(body):
    found = (doubts.DAMAGED,) if MOJIBAKE.search(body) else ()
    half, odd = divmod(len(body), 2)
    for left, right in ((body[:half], body[half + odd :]), (body[:half], body[half:])):
        if len(left) >= 8 and left == right and (not odd or body[half] == " "):
            return left, (*found, doubts.DOUBLED)
    return body, found
