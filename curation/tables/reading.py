"""An uploaded table: its cells as text. Refused as a whole where it cannot be read safely."""

import csv
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from django.utils.translation import gettext as _

from .cells import printable, restored
from .workbook import TableError, is_workbook, rows_of_workbook

MAX_SIZE = 5 * 1024 * 1024  # bytes
MAX_ROWS = 5_000
# What a spreadsheet can hold; a file may claim more.
ROWS_OF_A_SHEET = 1_048_576


@dataclass(frozen=True)
class Upload:
    """`numbers` are those of the rows in the file, where empty ones stand between."""

    headers: list[str]
    numbers: list[int]
    rows: list[list[str]]


def read_table(file):
    if file.size > MAX_SIZE:
        raise TableError(_("The file is larger than 5 MB."))
    content = file.read()
    rows = rows_of_workbook(content) if is_workbook(content) else _rows_of_csv(content)
    filled = ((number, row) for number, row in _numbered(rows) if row)
    found = list(islice(filled, MAX_ROWS + 2))
    if not found:
        raise TableError(_("The file is empty."))
    if len(found) > MAX_ROWS + 1:
        raise TableError(_("The table has more than 5,000 rows."))
    return _upload(found)


def _numbered(rows):
    for number, row in enumerate(islice(rows, ROWS_OF_A_SHEET), 1):
        texts = [as_cell(restored(printable(text))) for text in row]
        while texts and not texts[-1]:
            texts.pop()
        yield number, texts


def as_cell(text):
    """What a cell says: spaces around it and the kind of its line ends say nothing."""
    return printable(text).strip()


def _upload(found):
    (_number, headers), *rows = found
    for number, row in rows:
        if len(row) > len(headers):
            message = _("Row %(row)s has more cells than there are column names.")
            raise TableError(message % {"row": number})
    padded = [row + [""] * (len(headers) - len(row)) for _number, row in rows]
    return Upload(
        [header.casefold() for header in headers], [number for number, _row in rows], padded
    )


def _rows_of_csv(content):
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("The file is neither XLSX nor CSV in UTF-8. Save it as XLSX and try again.")
        raise TableError(message) from error
    if "\0" in text:
        raise TableError(_("The file is neither XLSX nor CSV."))
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error as error:
        raise TableError(_("The file is no CSV that can be read: check its quotes.")) from error
