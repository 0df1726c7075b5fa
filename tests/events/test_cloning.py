from datetime import UTC, date, datetime, time

import pytest

from documents.models import Document
from events.cloning import clone_edition
from events.models import Edition, Figure, Room, Session
from gallery.models import Album
from organisations.models import Partnership
from speakers.models import Appearance
from tests.factories import (
    AlbumFactory,
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    FigureFactory,
    OrganiserFactory,
    PartnershipFactory,
    RoomFactory,
    SessionFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db

MAY = date(2025, 5, 12)


@pytest.fixture
def staff():
    return StaffFactory()


@pytest.fixture
def clone(staff):
    def clone(source, **options):
        options = {"name": "Next", "slug": "next", "starts_on": MAY, "by": staff, **options}
        return clone_edition(source, **options)

    return clone


def instant(session):
    edition = session.edition
    there = datetime.combine(edition.date_of(session.day), session.starts, tzinfo=edition.tz)
    return there.astimezone(UTC).time()


def test_clock_times_stay_across_a_change_to_summer_time(clone):
    source = EditionFactory(starts_on=date(2024, 11, 27), ends_on=date(2024, 11, 28))
    old = SessionFactory(edition=source, day=2, starts=time(9), ends=time(10, 30))

    new = clone(source).sessions.get()

    assert (new.day, new.starts, new.ends) == (2, time(9), time(10, 30))
    assert (instant(old), instant(new)) == (time(8), time(7))


def test_clock_times_stay_in_another_time_zone(clone):
    source = EditionFactory(time_zone="Europe/Brussels")
    SessionFactory(edition=source, starts=time(9))

    edition = clone(source)
    edition.time_zone = "Europe/Helsinki"
    edition.save()

    new = edition.sessions.get()
    assert new.starts == time(9)
    assert instant(new) == time(6)


def test_takes_the_skeleton_and_nothing_of_what_took_place(clone):
    source = EditionFactory(
        number=7,
        public=True,
        city="Graz",
        venue="Messe",
        theme="Steel",
        introduction="Welcome",
        registration_url="https://example.org",
    )
    room = RoomFactory(edition=source, name="Hall", directions="First floor", position=3)
    old = SessionFactory(
        edition=source,
        day=2,
        starts=time(23),
        ends=time(1),
        kind=Session.Kind.PANEL,
        number="2",
        title="Steel",
        language="fr",
        choice_group="tours",
        room=room,
        abstract="About steel",
        is_cancelled=True,
    )
    appearance = AppearanceFactory(session=old)
    DocumentFactory(edition=source, session=old).appearances.add(appearance)
    AlbumFactory(edition=source)
    FigureFactory(edition=source)
    PartnershipFactory(edition=source)
    OrganiserFactory(edition=source)

    edition = clone(source)

    assert (edition.series, edition.time_zone) == (source.series, source.time_zone)
    assert (edition.starts_on, edition.ends_on) == (MAY, date(2025, 5, 13))
    assert (edition.visibility, edition.stage, edition.number) == ("draft", "announced", None)
    assert (edition.city, edition.venue, edition.theme, edition.introduction) == ("", "", "", "")
    assert edition.registration_url == ""
    assert edition.uuid != source.uuid
    assert edition.preview_key != source.preview_key
    (hall,) = edition.rooms.all()
    assert (hall.name, hall.directions, hall.position) == ("Hall", "First floor", 3)
    (new,) = edition.sessions.all()
    kept = ["day", "starts", "ends", "position", "kind", "number", "title", "language"]
    assert [getattr(new, name) for name in kept] == [getattr(old, name) for name in kept]
    assert (new.choice_group, new.room) == ("tours", hall)
    assert (new.abstract, new.is_cancelled) == ("", False)
    assert new.uuid != old.uuid
    for model in (Document, Album, Figure, Partnership):
        assert not model.objects.filter(edition=edition).exists()
    assert edition.organisers.count() == 0
    assert not Appearance.objects.filter(session__edition=edition).exists()


def test_takes_the_venue_where_asked(clone):
    source = EditionFactory(city="Graz", venue="Messe", country="AT")

    edition = clone(source, with_venue=True)

    assert (edition.city, edition.venue, edition.country.code) == ("Graz", "Messe", "AT")


def test_other_sessions_are_called_by_their_kind(clone):
    source = EditionFactory()
    kept = SessionFactory(edition=source, title="Welcome address", position=1)
    SessionFactory(edition=source, title="Steel", kind=Session.Kind.PANEL, position=2)
    SessionFactory(edition=source, title="Zinc", position=3)

    edition = clone(source, titles=[kept])

    titles = [session.title for session in edition.sessions.in_place()]
    assert titles == ["Welcome address", "Panel discussion", "Session"]


def test_is_as_long_as_the_agenda_of_an_undated_source(clone):
    source = EditionFactory(undated=True)
    SessionFactory(edition=source, day=3)

    assert clone(source).ends_on == date(2025, 5, 14)


def test_is_one_step_of_whoever_asked(clone, staff):
    source = EditionFactory(name="Graz")
    SessionFactory(edition=source, room=RoomFactory(edition=source))

    edition = clone(source)

    records = [
        edition.history.get(),
        edition.rooms.get().history.get(),
        edition.sessions.get().history.get(),
    ]
    assert len({record.step for record in records}) == 1
    assert {record.step_name for record in records} == {f"Clone of {source}"}
    assert {record.history_user for record in records} == {staff}


def test_all_of_it_or_nothing(clone, monkeypatch):
    source = EditionFactory()
    RoomFactory(edition=source)
    monkeypatch.setattr("events.cloning._clone_sessions", lambda *args: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        clone(source)

    assert (Edition.objects.count(), Room.objects.count()) == (1, 1)


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_sessions(clone, count, django_assert_num_queries):
    source = EditionFactory()
    for _ in range(count):
        SessionFactory(edition=source, room=RoomFactory(edition=source))

    with django_assert_num_queries(10):
        clone(source)
