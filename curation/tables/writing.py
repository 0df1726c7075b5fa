"""The one writer: every file of a table is written here, and every cell neutralised."""

import csv
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from .cells import neutralised, printable

# Excel takes a CSV without it for the local eight-bit encoding.
BYTE_ORDER_MARK = "\ufeff"


def safe_rows(dataset):
    for row in [dataset.headers, *dataset]:
        yield [neutralised(printable(str(cell))) for cell in row]


def write_csv(dataset):
    file = StringIO()
    csv.writer(file).writerows(safe_rows(dataset))
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def write_xlsx(dataset):
    book = Workbook(write_only=True)
    sheet = book.create_sheet(dataset.title or "")
    sheet.freeze_panes = "A2"
    for number, row in enumerate(safe_rows(dataset)):
        cells = [_text_cell(sheet, text) for text in row]
        for cell in cells if number == 0 else ():
            cell.font = Font(bold=True)
        sheet.append(cells)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _text_cell(sheet, text):
    cell = WriteOnlyCell(sheet, text)
    # Never a formula, a number or an error, whatever it looks like.
    cell.data_type = "s"
    return cell


# By the ending of the file: how it is written, and what it is called on the way.
FORMATS = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "xlsx": (write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
