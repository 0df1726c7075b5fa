"""The first sheet of an XLSX, read without trusting the file.

It is a ZIP archive of XML: what it would unpack to is counted before, and a document type, with
which entities come, is refused.
"""

from datetime import date, datetime, time
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

MAX_UNPACKED = 50 * 1024 * 1024  # bytes
MAX_MEMBERS = 200
MAX_COLUMNS = 100


class TableError(Exception):
    """One sentence for whoever uploaded the file."""


def is_workbook(content):
    return content.startswith(b"PK")


def rows_of_workbook(content):
    """Each row as texts. A formula is refused: its value is not what the cell says."""
    try:
        _refuse_what_is_unsafe(content)
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        # The size a sheet claims is not to be believed.
        sheet.reset_dimensions()
        for row in sheet.iter_rows():
            if len(row) > MAX_COLUMNS:
                raise TableError(_("The table has more than 100 columns."))
            yield [_text(cell) for cell in row]
    except TableError:
        raise
    except Exception as error:
        raise TableError(_("The file is no XLSX that can be read.")) from error


def _refuse_what_is_unsafe(content):
    try:
        archive = ZipFile(BytesIO(content))
    except BadZipFile as error:
        raise TableError(_("The file is no XLSX that can be read.")) from error
    members = archive.infolist()
    # A member yields no more than the size that it states.
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED:
        raise TableError(_("The file would unpack to more than a table can be."))
    if any(b"<!DOCTYPE" in _ascii(archive, member) for member in members):
        raise TableError(_("The file is no XLSX that can be read."))


def _ascii(archive, member):
    """In UTF-16 there is a zero between the letters."""
    return archive.read(member).replace(b"\0", b"")


def _text(cell):
    value = cell.value
    if cell.data_type == "f":
        place = f"{get_column_letter(cell.column)}{cell.row}"
        message = _("Cell %(place)s holds a formula: paste its value instead.")
        raise TableError(message % {"place": place})
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        value = value.date() if value.time() == time() else value
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)
