import pytest

from curation.intake.rooms import is_room, labelled_room, take_language, take_room


@pytest.mark.parametrize(
    "text", ["Room 2", "Sala Biagi", "Hall B", "Großer Saal", "Auditorium", "Conference room 3"]
)
def test_rooms(text):
    assert is_room(text)


@pytest.mark.parametrize("text", ["Hall of fame", "room for improvement", "Old towns", ""])
def test_no_rooms(text):
    assert not is_room(text)


def test_a_label_names_any_place():
    assert labelled_room("Venue: Old Library, first floor") == "Old Library, first floor"


@pytest.mark.parametrize(
    "title", ["Talk (Room 2)", "Talk – Room 2", "Talk, Room 2", "Talk [Room 2]"]
)
def test_the_room_is_taken_off_a_title(title):
    assert take_room(title) == ("Talk", "Room 2")


@pytest.mark.parametrize(
    ("title", "rest", "code"),
    [
        ("Talk (in English)", "Talk", "en"),
        ("Vortrag [DE]", "Vortrag", "de"),
        ("Talk (it)", "Talk (it)", ""),
        ("Talk (EN/FR)", "Talk (EN/FR)", ""),
    ],
)
def test_the_language_is_taken_off_a_title(title, rest, code):
    assert take_language(title) == (rest, code)
