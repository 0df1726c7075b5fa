from datetime import time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from events.models import Session
from tests.factories import EditionFactory, RoomFactory, SessionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("refused", "by"),
    [
        ({"starts": None, "ends": time(10, 30)}, "session_end_needs_a_start"),
        ({"day": 0}, "session_day_within_bounds"),
        ({"day": 32}, "session_day_within_bounds"),
        ({"title": ""}, "session_has_a_title"),
    ],
)
def test_the_database_refuses(refused, by):
    with pytest.raises(IntegrityError, match=by):
        SessionFactory(**refused)


@pytest.mark.parametrize(
    "accepted",
    [
        {"starts": time(9), "ends": None},
        {"starts": None, "ends": None},
        {"starts": time(22, 30), "ends": time(0, 30)},
        {"day": 31},
    ],
)
def test_the_database_accepts(accepted):
    assert SessionFactory(**accepted).pk


def test_titles_identify_nothing():
    edition = EditionFactory()
    first = SessionFactory(edition=edition, title="Pitching session")
    second = SessionFactory(edition=edition, title="Pitching session")

    assert first.uuid != second.uuid


def test_a_room_of_another_edition_is_refused():
    session = SessionFactory.build(edition=EditionFactory(), room=RoomFactory())

    with pytest.raises(ValidationError) as refusal:
        session.full_clean()

    assert refusal.value.message_dict == {"room": ["This room belongs to another edition."]}


@pytest.mark.parametrize(
    ("printed", "heading"),
    [
        ({"kind": Session.Kind.PANEL, "number": "1"}, "Panel discussion 1: Clusters"),
        ({"kind": Session.Kind.PANEL}, "Clusters"),
        ({"number": "1"}, "Clusters"),
    ],
)
def test_the_heading_is_what_a_programme_prints(printed, heading):
    assert SessionFactory.build(title="Clusters", **printed).heading == heading


def test_a_room_is_once_in_an_edition():
    room = RoomFactory(name="Sala Biagi")
    RoomFactory(name="Sala Biagi")

    with pytest.raises(IntegrityError):
        RoomFactory(name="Sala Biagi", edition=room.edition)
