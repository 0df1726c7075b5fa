import zipfile
from datetime import date, datetime, time
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from curation.tables import reading, workbook
from curation.tables.reading import read_table
from curation.tables.workbook import TableError


def upload(content):
    return SimpleUploadedFile("table", content)


def xlsx(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def rewritten(content, **members):
    """The archive with other contents for some of its members, by the stem of their name."""
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            stem = name.rpartition("/")[2].removesuffix(".xml")
            new.writestr(name, members.get(stem, old.read(name)))
    return file.getvalue()


def test_cells_of_a_workbook_are_read_as_text():
    midnight = datetime.combine(date(2024, 11, 27), time())
    table = read_table(
        upload(
            xlsx(
                ["Title", "n", "at", "on", "yes", "both"],
                [" Welcome ", 2.0, time(9, 30), midnight, True, date(2024, 11, 28)],
                [None, None],
                ["Late", 2.5],
            )
        )
    )

    assert table.headers == ["title", "n", "at", "on", "yes", "both"]
    assert table.rows == [
        ["Welcome", "2", "09:30", "2024-11-27", "yes", "2024-11-28"],
        ["Late", "2.5", "", "", "", ""],
    ]
    assert table.numbers == [2, 4]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_csv_is_read_however_it_is_separated(separator, mark):
    lines = [["title", "room"], ['"A\nB"', "Été"], ["'=1", ""]]
    text = mark + "\r\n".join(separator.join(line) for line in lines)

    assert read_table(upload(text.encode())).rows == [["A\nB", "Été"], ["=1", ""]]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        ("titre\nÉté".encode("latin-1"), "UTF-8"),
        (b"title\n\0", "neither XLSX nor CSV"),
        (b'title\n"never closed', "quotes"),
        (b"title\none,two", "Row 2 has more cells"),
        (b"PK\x03\x04 not a zip", "no XLSX"),
        (b"x" * (reading.MAX_SIZE + 1), "larger than 5 MB"),
        (b"title\n" + b"x\n" * (reading.MAX_ROWS + 1), "more than 5,000 rows"),
        (xlsx(["title"] * 101), "more than 100 columns"),
        (xlsx(["title"], ["=1+1"]), "Cell A2 holds a formula"),
        (rewritten(xlsx(["title"]), sheet1=b"<worksheet"), "no XLSX"),
        (rewritten(xlsx(["title"]), workbook=b"<x/>"), "no XLSX"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content, told):
    with pytest.raises(TableError, match=told):
        read_table(upload(content))


def test_as_many_rows_as_may_be_are_read():
    assert len(read_table(upload(b"title\n" + b"x\n" * reading.MAX_ROWS)).rows) == reading.MAX_ROWS


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(monkeypatch):
    bomb = rewritten(xlsx(["title"]), sheet1=b" " * (workbook.MAX_UNPACKED + 1))
    assert len(bomb) < 200_000
    monkeypatch.setattr(zipfile.ZipFile, "read", None)

    with pytest.raises(TableError, match="more than a table can be"):
        read_table(upload(bomb))


def test_an_archive_of_many_files_is_refused():
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(workbook.MAX_MEMBERS + 1):
            archive.writestr(str(number), b"")

    with pytest.raises(TableError, match="more than a table can be"):
        read_table(upload(file.getvalue()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(encoding):
    entities = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'.encode(encoding)

    with pytest.raises(TableError, match="no XLSX"):
        read_table(upload(rewritten(xlsx(["title"]), sheet1=entities)))


def test_a_row_of_an_enormous_number_ends_the_sheet():
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    sheet += (
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999999"><c r="A99999999999"><v>2</v>'
    )
    sheet += b"</c></row></sheetData></worksheet>"

    assert read_table(upload(rewritten(xlsx(["title"]), sheet1=sheet))).rows == []
