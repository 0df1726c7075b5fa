from datetime import time

import pytest
import time_machine
from django.urls import reverse
from lxml import html

from curation.checklist.checks import CHECKS, checklist_of
from events.models import Edition
from tests.factories import (
    AlbumFactory,
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    PartnershipFactory,
    PhotoFactory,
    RoomFactory,
    SessionFactory,
    SpeakerFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory()


@pytest.fixture
def staff(client):
    client.force_login(StaffFactory())
    return client


def problems(edition, check):
    """The rows of one check, as the checklist of the stored edition finds them."""
    results = {result.name: result for result in checklist_of(Edition.objects.get(pk=edition.pk))}
    return results[check].problems


def rows(edition, check):
    return [problem.url for problem in problems(edition, check)]


def url_of(row):
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[row.pk])


def session(edition, starts=None, ends=None, **facts):
    def clock(text):
        return time.fromisoformat(text) if text else None

    return SessionFactory(edition=edition, starts=clock(starts), ends=clock(ends), **facts)


def test_a_session_without_a_time_is_found_where_others_have_one(edition):
    without = session(edition)
    session(edition, cancelled=True)
    assert rows(edition, "sessions_without_a_time") == []

    session(edition, "09:00")

    assert rows(edition, "sessions_without_a_time") == [url_of(without)]


def test_a_session_without_a_room_is_found_where_others_have_one(edition):
    without = session(edition, kind="panel")
    session(edition, kind="break")
    assert rows(edition, "sessions_without_a_room") == []

    session(edition, room=RoomFactory(edition=edition))

    assert rows(edition, "sessions_without_a_room") == [url_of(without)]


CLASHES = [
    (("09:00", "10:00", 1), ("09:59", "11:00", 1), True),
    (("09:00", "10:00", 1), ("10:00", "11:00", 1), False),
    (("09:00", "10:00", 1), ("09:30", "10:00", 2), False),
    (("09:00", "10:00", 1), ("09:30", None, 1), True),
    (("09:00", None, 1), ("09:30", "10:00", 1), False),
    (("22:00", "01:00", 1), ("00:30", "02:00", 2), True),
    (("22:00", "00:00", 1), ("00:00", "02:00", 2), False),
    (("09:00", "10:00", 1), (None, None, 1), False),
]


@pytest.mark.parametrize(("first", "second", "clash"), CLASHES)
def test_two_sessions_at_once_in_a_room_are_found(edition, first, second, clash):
    room = RoomFactory(edition=edition)
    clocks = [dict(zip(("starts", "ends", "day"), span, strict=True)) for span in (first, second)]
    _, late = [session(edition, room=room, **clock) for clock in clocks]
    session(edition, room=RoomFactory(edition=edition), **clocks[0])
    session(edition, **clocks[0])
    session(edition, room=room, cancelled=True, **clocks[0])

    assert rows(edition, "sessions_in_a_taken_room") == ([url_of(late)] if clash else [])


@pytest.mark.parametrize(("first", "second", "clash"), CLASHES)
def test_a_speaker_in_two_places_at_once_is_found(edition, first, second, clash):
    speaker = SpeakerFactory()
    clocks = [dict(zip(("starts", "ends", "day"), span, strict=True)) for span in (first, second)]
    _, late = [
        AppearanceFactory(speaker=speaker, session=session(edition, **clock)) for clock in clocks
    ]
    AppearanceFactory(session=session(edition, **clocks[0]))
    AppearanceFactory(speaker=speaker, session=session(edition, cancelled=True, **clocks[0]))
    AppearanceFactory(speaker=speaker, session=session(EditionFactory(), **clocks[0]))

    assert rows(edition, "speakers_in_two_places") == ([url_of(late)] if clash else [])


def test_a_session_outside_the_editions_days_is_found(edition):
    session(edition, day=2)
    outside = session(edition, day=3)

    assert rows(edition, "sessions_outside_the_edition") == [url_of(outside)]


def test_an_edition_without_dates_has_no_outside():
    edition = EditionFactory(undated=True)
    session(edition, day=9)

    assert rows(edition, "sessions_outside_the_edition") == []


def test_appearances_without_affiliation_or_job_title_are_found(edition):
    AppearanceFactory(session__edition=edition, job_title="Mayor", affiliation="Charleroi")
    no_affiliation = AppearanceFactory(session__edition=edition, job_title="Mayor")
    no_title = AppearanceFactory(session__edition=edition, affiliation="Charleroi")
    AppearanceFactory()

    assert rows(edition, "appearances_without_affiliation") == [url_of(no_affiliation)]
    assert rows(edition, "appearances_without_job_title") == [url_of(no_title)]


@pytest.fixture
def presenting(edition):
    """One appearance that misses its presentation, among others that have one or need none."""
    missing = AppearanceFactory(session=session(edition, kind="talk"))
    shown = AppearanceFactory(session=session(edition, kind="talk"))
    DocumentFactory(edition=edition, kind="presentation").appearances.add(shown)
    DocumentFactory(edition=edition, session=AppearanceFactory(session__edition=edition).session)
    for kind in ["panel", "welcome", "break"]:
        AppearanceFactory(session=session(edition, kind=kind))
    AppearanceFactory(session=session(edition, kind="talk"), role="moderator")
    AppearanceFactory(session=session(edition, kind="talk", cancelled=True))
    return missing


@pytest.mark.parametrize(
    ("now", "due"),
    [("2024-11-26T20:00Z", False), ("2024-11-27T08:00Z", True), ("2024-12-24T08:00Z", True)],
)
def test_presentations_are_missed_from_the_first_day_on(edition, presenting, now, due):
    with time_machine.travel(now):
        found = rows(edition, "presentations_missing")

    assert found == ([url_of(presenting)] if due else [])


def test_a_deck_of_one_speaker_is_not_the_others(edition):
    together = session(edition, kind="talk")
    shown, missing = AppearanceFactory.create_batch(2, session=together)
    DocumentFactory(edition=edition, session=together).appearances.add(shown)

    assert rows(edition, "presentations_missing") == [url_of(missing)]


def test_photos_without_alternative_text_are_found(edition):
    album = AlbumFactory(edition=edition)
    PhotoFactory(album=album, alternative_text="A hall full of people")
    without = PhotoFactory(album=album)
    PhotoFactory()

    assert rows(edition, "photos_without_alternative_text") == [url_of(without)]


def test_headings_albums_and_tabs_over_nothing_are_found():
    edition = EditionFactory(keeps_financial_support=True)
    album = AlbumFactory(edition=edition)

    assert rows(edition, "empty_headings") == [url_of(edition)]
    assert rows(edition, "albums_without_photos") == [url_of(album)]
    assert [p.sentence.split(":")[0] for p in problems(edition, "empty_tabs")] == [
        "Agenda",
        "Speakers",
        "Documents",
        "Gallery",
    ]


def test_what_holds_something_is_not_empty():
    edition = EditionFactory(keeps_financial_support=True)
    PartnershipFactory(edition=edition, role="financial_support")
    PhotoFactory(album__edition=edition)
    AppearanceFactory(session__edition=edition)
    DocumentFactory(edition=edition)

    for check in ["empty_headings", "albums_without_photos", "empty_tabs"]:
        assert rows(edition, check) == [], check


def test_the_page_lists_each_check_with_exactly_its_rows(staff, edition):
    PhotoFactory.create_batch(2, album__edition=edition)
    PhotoFactory()

    response = staff.get(reverse("edition_checklist", args=[edition.pk]))

    page = html.fromstring(response.content.decode())
    expected = checklist_of(Edition.objects.get(pk=edition.pk))
    for check in expected:
        (section,) = page.xpath(f"//section[@aria-labelledby='{check.name}']")
        assert section.xpath(".//a/@href") == [problem.url for problem in check.problems]
        assert section.xpath(".//*[@class='row-count']/text()") == [str(len(check.problems))]
    assert [check.name for check in expected] == [find.__name__ for find, _ in CHECKS]
    assert {staff.get(p.url).status_code for check in expected for p in check.problems} == {200}


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_edition(staff, edition, count, django_assert_num_queries):
    for appearance in AppearanceFactory.create_batch(
        count, session__edition=edition, affiliation="CETIC"
    ):
        DocumentFactory(edition=edition, session=appearance.session).appearances.add(appearance)
        appearance.session.room = RoomFactory(edition=edition)
        appearance.session.save()
    PhotoFactory.create_batch(count, album__edition=edition)
    PartnershipFactory.create_batch(count, edition=edition)

    # Session and user, the edition, thirteen kinds of rows and the names known everywhere.
    with django_assert_num_queries(19):
        staff.get(reverse("edition_checklist", args=[edition.pk]))
