import pytest

from curation.intake import doubts
from curation.intake.times import read_slot


@pytest.mark.parametrize(
    ("text", "starts", "ends", "rest"),
    [
        ("09:05 – 09:15: Title", "09:05", "09:15", "Title"),
        ("9:00-10:00 – Title", "09:00", "10:00", "Title"),
        ("14.00 - 14.15 Title", "14:00", "14:15", "Title"),
        ("12.00 – 12:30", "12:00", "12:30", ""),
        ("9h30 Title", "09:30", None, "Title"),
        ("9:20h Title", "09:20", None, "Title"),
        ("de 9h à 10h30 : Titre", "09:00", "10:30", "Titre"),
        ("godz. 9.00 Tytuł", "09:00", None, "Tytuł"),
        ("od godz. 9.00 do 10.00 Tytuł", "09:00", "10:00", "Tytuł"),
        ("ore 10 Titolo", "10:00", None, "Titolo"),
        ("dalle ore 9.00 alle ore 10.00 Titolo", "09:00", "10:00", "Titolo"),
        ("10 Uhr Titel", "10:00", None, "Titel"),
        ("10–11 Uhr Titel", "10:00", "11:00", "Titel"),
        ("8:35 AM", "08:35", None, ""),
        ("12:10 am – 1 am Title", "00:10", "01:00", "Title"),
        ("2-3 PM Title", "14:00", "15:00", "Title"),
        ("22:30 – 00:30 Title", "22:30", "00:30", "Title"),
        ("10:00 – 11:00 (CET) | Title", "10:00", "11:00", "Title"),
        ("[09:00] Title", "09:00", None, "Title"),
        ("09:00\t09:30\tTitle\tRoom 2", "09:00", "09:30", "Title\tRoom 2"),
        ("09:00 5 lessons", "09:00", None, "5 lessons"),
        ("09:00 – 5 lessons", "09:00", None, "5 lessons"),
        ("Coffee break (10:30 – 11:00)", "10:30", "11:00", "Coffee break"),
        ("24:00 Title", "00:00", None, "Title"),
    ],
)
def test_times_are_read(text, starts, ends, rest):
    slot = read_slot(text)

    assert (slot.starts, slot.ends, slot.rest) == (starts, ends, rest)


@pytest.mark.parametrize(
    "text",
    [
        "27.11.2024",
        "25:00 Title",
        "09:61 Title",
        "09:00 – 25:00 Title",
        "13 PM Title",
        "10.15% growth",
        "2021-2027 programme",
        "2h Workshop",
        "17 partners",
        "3D printing",
        "De 9 partners",
        "",
    ],
)
def test_what_is_no_time(text):
    assert read_slot(text) is None


@pytest.mark.parametrize(("text", "odd"), [("22:00 – 02:00 A", False), ("11:00 – 10:00 A", True)])
def test_only_an_evening_goes_past_midnight_without_a_doubt(text, odd):
    assert (doubts.ENDS_BEFORE in read_slot(text).doubts) is odd
