import pytest

from curation.intake.files import MOST_BYTES, decoded, read_text
from curation.intake.limits import IntakeError


def test_plain_text_is_read_without_its_mark_of_order(tmp_path):
    path = tmp_path / "agenda.txt"
    path.write_bytes("\ufeffDay 1 – café".encode())

    assert read_text(path) == "Day 1 – café"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"PK\x03\x04\0\0", "binary"),
        (b"caf\xe9", "not UTF-8: byte 4"),
        (b"x" * (MOST_BYTES + 1), "larger than 8 MB"),
    ],
    ids=["nothing", "blanks", "binary", "latin-1", "large"],
)
def test_what_cannot_be_read_is_said(content, reason):
    with pytest.raises(IntakeError, match=reason):
        decoded(content, "agenda.txt")


def test_other_types_are_not_supported_yet(tmp_path):
    with pytest.raises(IntakeError, match="not supported yet"):
        read_text(tmp_path / "agenda.docx")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(IntakeError, match="cannot be opened: No such file"):
        read_text(tmp_path / "agenda.txt")
