"""Text in the cells of a file.

A spreadsheet takes a cell that begins like a formula for one, and runs it. An apostrophe before it
stops that; it is taken off again when the file comes back. What opens a CSV with another separator
than ours cuts cells in the middle, so that behind a comma, a semicolon or a new line is a beginning
as well.
"""

import re
import unicodedata

# After the beginning of a cell: spaces, quotes and what is not seen, then a sign of a formula.
_BEGINNING = r"(?:^|(?<=[;,\n]))"
_FORMULA = r"(?=[\s'\"\u200b\u2060\ufeff]*[=+\-@\t\r＝＋－＠])"

_TO_NEUTRALISE = re.compile(_BEGINNING + _FORMULA)
_NEUTRALISED = re.compile(f"{_BEGINNING}'{_FORMULA}")


def neutralised(text):
    return _TO_NEUTRALISE.sub("'", text)


def restored(text):
    """The text that `neutralised` was given."""
    return _NEUTRALISED.sub("", text)


def printable(text):
    """Without what no file should hold: control characters; a new line is one character."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(letter for letter in text if letter == "\n" or not _is_control(letter))


def _is_control(letter):
    # Controls, halves of characters, and two that XML refuses.
    return unicodedata.category(letter) in {"Cc", "Cs"} or letter in "\ufffe\uffff"
