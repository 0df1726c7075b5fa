"""Two people save one thing: who comes second is told, loses nothing, and chooses."""

from datetime import time

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from events.models import Session
from speakers.models import Appearance
from tests.factories import (
    AppearanceFactory,
    EditionFactory,
    OrganiserFactory,
    RoomFactory,
    SessionFactory,
    SpeakerFactory,
    StaffFactory,
)
from tests.pages import text_of

from .world import form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(client_of):
    return client_of("Ana Silva")


@pytest.fixture
def ben(client_of):
    return client_of("Ben Okoro")


@pytest.fixture
def client_of(django_user_model):
    from django.test import Client

    def signed_in(name):
        client = Client()
        client.force_login(StaffFactory(name=name))
        return client

    return signed_in


def page_of(session):
    return reverse("edition_session", args=[session.edition_id, session.uuid])


def admin_of(obj):
    meta = obj._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[obj.pk])


def opened(client, url, button="save"):
    """What a browser would send that has the page open: the form with one of its buttons."""
    form = form_of(client.get(url))
    return {name: value for name, value in form.items() if name not in BUTTONS} | {button: ""}


BUTTONS = {"save", "add_another", "more_rows", "find", "_save", "_addanother", "_continue"}


@pytest.fixture
def session():
    appearance = AppearanceFactory(
        session__title="Clusters",
        session__starts=time(9),
        speaker__name="Jan Kramer",
        affiliation="Prognos",
    )
    return appearance.session


def test_who_saves_second_is_told_who_changed_what_and_nothing_is_lost(ana, ben, session):
    mine = opened(ben, page_of(session))
    ana.post(page_of(session), opened(ana, page_of(session)) | {"title": "Clusters today"})

    response = ben.post(page_of(session), mine | {"title": "My title", "abstract": "My words"})

    assert response.status_code == 409
    text = text_of(response)
    assert "Ana Silva" in text
    assert "title: Clusters → Clusters today" in text
    assert "Mine, as it stands in the form below: My title Theirs: Clusters today" in text
    assert 'value="My title"' in response.content.decode()
    assert "My words" in response.content.decode()
    assert Session.objects.get().title == "Clusters today"


@pytest.mark.parametrize(
    ("choice", "title"), [("mine", "My title"), ("theirs", "Clusters today"), ("", "My title")]
)
def test_the_editor_chooses_field_by_field_and_saves(ana, ben, session, choice, title):
    mine = opened(ben, page_of(session))
    ana.post(page_of(session), opened(ana, page_of(session)) | {"title": "Clusters today"})
    told = ben.post(page_of(session), mine | {"title": "My title", "abstract": "My words"})

    again = {n: v for n, v in form_of(told).items() if n not in BUTTONS} | {"save": ""}
    assert ben.post(page_of(session), again | {"choose-title": choice}).status_code == 302

    saved = Session.objects.get()
    assert (saved.title, saved.abstract) == (title, "My words")


def test_what_only_the_other_changed_is_taken_over(ana, ben, session):
    room = RoomFactory(edition=session.edition, name="Sala Biagi")
    mine = opened(ben, page_of(session))
    theirs = {"room": room.pk, "starts": "10:00", "appearances-0-affiliation": "Prognos AG"}
    ana.post(page_of(session), opened(ana, page_of(session)) | theirs)

    told = ben.post(page_of(session), mine | {"abstract": "My words"})
    assert told.status_code == 409
    assert "Which is to be kept?" not in text_of(told)
    assert "start: 09:00 → 10:00" in text_of(told)
    assert "room: – → Sala Biagi" in text_of(told)
    assert "Jan Kramer – Clusters, affiliation then: Prognos → Prognos AG" in text_of(told)
    again = {n: v for n, v in form_of(told).items() if n not in BUTTONS}
    ben.post(page_of(session), again)

    saved = Session.objects.get()
    assert (saved.room, saved.starts, saved.abstract) == (room, time(10), "My words")
    assert saved.appearances.get().affiliation == "Prognos AG"


def test_a_person_whom_both_changed_is_asked_about(ana, ben, session):
    mine = opened(ben, page_of(session))
    ana.post(
        page_of(session),
        opened(ana, page_of(session)) | {"appearances-0-affiliation": "Prognos AG"},
    )

    told = ben.post(page_of(session), mine | {"appearances-0-affiliation": "Basel"})
    assert "Jan Kramer – Clusters: Affiliation then" in text_of(told)
    again = {n: v for n, v in form_of(told).items() if n not in BUTTONS}
    ben.post(page_of(session), again | {"choose-appearances-0-affiliation": "theirs"})

    assert Appearance.objects.get().affiliation == "Prognos AG"


@pytest.mark.parametrize(("choice", "left"), [("mine", ["Basel"]), ("theirs", [])])
def test_a_person_removed_by_one_and_changed_by_the_other(ana, ben, session, choice, left):
    mine = opened(ben, page_of(session))
    ana.post(page_of(session), opened(ana, page_of(session)) | {"appearances-0-DELETE": "on"})
    assert Appearance.objects.count() == 0

    told = ben.post(page_of(session), mine | {"appearances-0-affiliation": "Basel"})
    assert "Jan Kramer – Clusters: removed" in text_of(told)
    again = {n: v for n, v in form_of(told).items() if n not in BUTTONS}
    ben.post(page_of(session), again | {"choose-appearances-0": choice})

    assert [each.affiliation for each in Appearance.objects.all()] == left


def test_a_person_removed_and_not_touched_stays_removed(ana, ben, session):
    mine = opened(ben, page_of(session))
    ana.post(page_of(session), opened(ana, page_of(session)) | {"appearances-0-DELETE": "on"})

    told = ben.post(page_of(session), mine | {"title": "My title"})
    again = {n: v for n, v in form_of(told).items() if n not in BUTTONS}
    ben.post(page_of(session), again)

    assert (Session.objects.get().title, Appearance.objects.count()) == ("My title", 0)


def test_a_person_whom_somebody_added_is_named_and_stays(ana, ben, session):
    mine = opened(ben, page_of(session))
    AppearanceFactory(session=session, speaker__name="Maria Neu")

    told = ben.post(page_of(session), mine | {"title": "My title"})
    assert "Maria Neu – Clusters: added" in text_of(told)
    ben.post(page_of(session), {n: v for n, v in form_of(told).items() if n not in BUTTONS})

    assert session.appearances.count() == 2


def test_a_third_who_saves_meanwhile_is_told_as_well(ana, ben, session):
    mine = opened(ben, page_of(session))
    ana.post(page_of(session), opened(ana, page_of(session)) | {"title": "Second"})
    told = ben.post(page_of(session), mine | {"title": "Mine"})
    again = {n: v for n, v in form_of(told).items() if n not in BUTTONS}
    ana.post(page_of(session), opened(ana, page_of(session)) | {"title": "Third"})

    told = ben.post(page_of(session), again)

    assert told.status_code == 409
    assert "title: Second → Third" in text_of(told)
    assert Session.objects.get().title == "Third"


def test_a_session_moved_past_is_no_conflict(ana, ben, session):
    other = SessionFactory(edition=session.edition, title="Other")
    mine = opened(ben, page_of(session))
    url = reverse("edition_session_move", args=[session.edition_id, other.uuid])
    ana.post(url, {"day": 1, "before": session.uuid})
    assert session.history.count() == 2

    assert ben.post(page_of(session), mine | {"title": "My title"}).status_code == 302


@pytest.mark.parametrize("version", ["0.0", "x", "1", "9" * 40 + ".1", "-1.-1"])
def test_a_version_that_says_nothing_is_no_error_page(ana, session, version):
    mine = opened(ana, page_of(session)) | {"version": version, "title": "My title"}

    assert ana.post(page_of(session), mine).status_code in (302, 409)


def test_where_history_begins_too_late_the_form_still_asks(ana, ben, session):
    """Rows written past the history, as a data move may do, have no first row in it."""
    Session.history.all().delete()
    mine = opened(ben, page_of(session))
    ana.post(page_of(session), opened(ana, page_of(session)) | {"title": "Clusters today"})

    told = ben.post(page_of(session), mine | {"title": "My title"})

    assert told.status_code == 409
    assert "Theirs: Clusters today" in text_of(told)


# --- The admin's own forms


@pytest.fixture(
    params=[
        (EditionFactory, "theme", "focus"),
        (SessionFactory, "title", "abstract"),
        (SpeakerFactory, "biography", "website"),
    ],
    ids=["edition", "session", "speaker"],
)
def case(request):
    factory, both, mine = request.param
    return factory(**{both: "Before"}), both, mine


def test_the_admins_forms_lose_nothing_either(ana, ben, case):
    obj, both, own = case
    url, words = admin_of(obj), "https://mine.example/"
    mine = opened(ben, url, "_save")
    assert ana.post(url, opened(ana, url, "_save") | {both: "Theirs"}).status_code == 302

    told = ben.post(url, mine | {both: "Mine", own: words})
    assert told.status_code == 409
    assert "Ana Silva" in text_of(told)
    assert f"{both}: Before → Theirs" in text_of(told)
    obj.refresh_from_db()
    assert (getattr(obj, both), getattr(obj, own)) == ("Theirs", "")

    again = {n: v for n, v in form_of(told).items() if n not in BUTTONS} | {"_save": ""}
    assert ben.post(url, again | {f"choose-{both}": "mine"}).status_code == 302
    obj.refresh_from_db()
    assert (getattr(obj, both), getattr(obj, own)) == ("Mine", words)


def test_a_row_of_the_admins_form_is_not_restored_to_its_old_value(ana, ben):
    edition = EditionFactory()
    figure = edition.figures.create(measure="participants", value=100)
    url = admin_of(edition)
    mine = opened(ben, url, "_save")
    ana.post(url, opened(ana, url, "_save") | {"figures-0-value": "120"})

    told = ben.post(url, mine | {"theme": "Mine"})
    assert told.status_code == 409
    assert "value: 100 → 120" in text_of(told)
    again = {n: v for n, v in form_of(told).items() if n not in BUTTONS} | {"_save": ""}
    ben.post(url, again)

    figure.refresh_from_db()
    edition.refresh_from_db()
    assert (figure.value, edition.theme) == (120, "Mine")


def test_a_row_somebody_removed_from_the_admins_form_stays_removed(ana, ben):
    edition = EditionFactory()
    edition.figures.create(measure="participants", value=100)
    url = admin_of(edition)
    mine = opened(ben, url, "_save")
    ana.post(url, opened(ana, url, "_save") | {"figures-0-DELETE": "on"})

    told = ben.post(url, mine | {"theme": "Mine"})
    assert told.status_code == 409
    again = {n: v for n, v in form_of(told).items() if n not in BUTTONS} | {"_save": ""}
    assert ben.post(url, again).status_code == 302

    edition.refresh_from_db()
    assert (edition.figures.count(), edition.theme) == (0, "Mine")


def test_the_board_and_the_admin_warn_each_other(ana, ben, session):
    mine = opened(ben, page_of(session))
    ana.post(admin_of(session), opened(ana, admin_of(session), "_save") | {"title": "Theirs"})

    assert ben.post(page_of(session), mine | {"title": "Mine"}).status_code == 409


def test_a_conflict_tells_an_organiser_nothing_the_form_hides(client, ana):
    """Staff keep the address of a speaker whose record an organiser may only look at."""
    organiser = OrganiserFactory()
    speaker = AppearanceFactory(session__edition=organiser.edition).speaker
    url = admin_of(speaker)
    client.force_login(organiser.user)
    mine = opened(client, url, "_save")
    AppearanceFactory(speaker=speaker)
    ana.post(url, opened(ana, url, "_save") | {"email": "secret@example.org"})

    answer = client.post(url, mine | {"biography": "Mine"})

    assert answer.status_code == 403
    assert "secret@example.org" not in answer.content.decode()
    assert get_user_model().objects.count() == 2
