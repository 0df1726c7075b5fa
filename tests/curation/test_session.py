from datetime import time

import pytest
from django.urls import reverse

from events.models import Session
from organisations.models import Organisation
from speakers.models import Appearance, Speaker
from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    OrganisationFactory,
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
def edition():
    return EditionFactory()


@pytest.fixture
def staff(client):
    client.force_login(StaffFactory())
    return client


def rows(*people, initial=0):
    """The formset as a browser posts it; boxes not given are ticked as a new row has them."""
    data = {
        "appearances-TOTAL_FORMS": len(people),
        "appearances-INITIAL_FORMS": initial,
        "appearances-MAX_NUM_FORMS": 60,
    }
    for number, person in enumerate(people):
        values = {"role": "speaker", "is_confirmed": "on", **person}
        data |= {f"appearances-{number}-{name}": value for name, value in values.items()}
    return data


def add(client, edition, *people, **fields):
    url = reverse("edition_session_add", args=[edition.pk])
    return client.post(url, {"day": 1, "title": "Clusters", **rows(*people), **fields})


def change(client, session, *people, initial=0, **fields):
    url = reverse("edition_session", args=[session.edition_id, session.uuid])
    data = {"day": session.day, "title": session.title, **rows(*people, initial=initial), **fields}
    return client.post(url, data)


def counts():
    return [model.objects.count() for model in (Session, Speaker, Appearance, Organisation)]


def errors(response):
    editing = response.context["editing"]
    people = [form.errors for form in editing.people if form.errors]
    return {
        **{name: list(said) for name, said in editing.form.errors.items()},
        **{name: list(said) for form in people for name, said in form.items()},
    }


def test_a_session_with_two_speakers_one_of_them_new_takes_one_save(staff, edition):
    known = SpeakerFactory(name="Jakub Boratyński")

    response = add(
        staff,
        edition,
        {"name": "boratynski jakub", "job_title": "Director", "affiliation": "DG GROW"},
        {"name": "Maria Neu", "honorific": "Dr.", "role": "moderator"},
        starts="22:30",
        ends="00:30",
        new_room="Sala Biagi",
    )

    session = Session.objects.get()
    assert response["Location"] == f"{board(edition)}#session-{session.uuid}"
    assert (session.starts, session.ends) == (time(22, 30), time(0, 30))
    assert (session.room.name, session.room.edition) == ("Sala Biagi", edition)
    first, second = session.appearances.order_by("position")
    assert (first.speaker, first.shown_name) == (known, "Jakub Boratyński")
    assert first.introduced_as == "Director, DG GROW"
    assert (second.shown_name, second.role) == ("Dr. Maria Neu", "moderator")
    assert second.speaker.slug == "maria-neu"
    steps = {
        row.step
        for model in (Session, Speaker, Appearance)
        for row in model.history.filter(history_user__isnull=False)
    }
    assert len(steps) == 1


def board(edition):
    return reverse("edition_board", args=[edition.pk])


def test_when_the_form_fails_nothing_is_made_and_nothing_typed_is_lost(staff, edition):
    before = counts()

    response = add(
        staff,
        edition,
        {"name": "Maria Neu", "remark": "arrives late"},
        title="",
        ends="10:00",
        new_room="Hall",
        abstract="What it is about",
    )

    assert counts() == before
    assert edition.rooms.count() == 0
    assert errors(response) == {
        "title": ["Give the session a title."],
        "starts": ["Give the start as well as the end."],
    }
    page = response.content.decode()
    for typed in ["Maria Neu", "arrives late", "Hall", "What it is about", 'value="10:00"']:
        assert typed in page


@pytest.mark.parametrize("typed", ["Jan Kramer", "Kramer", "J. Kramer", "Jan-Filip Kramer"])
def test_a_near_match_is_asked_about_and_never_taken(staff, edition, typed):
    known = SpeakerFactory(name="Jan-Philipp Kramer", email="secret@example.org")
    AppearanceFactory(speaker=known, job_title="Partner", affiliation="Prognos AG")
    before = counts()

    response = add(staff, edition, {"name": typed})

    assert counts() == before
    assert errors(response) == {
        "name": ["Is this one of the people known already, or a new person?"]
    }
    assert "Jan-Philipp Kramer (Partner, Prognos AG)" in text_of(response)
    assert "secret@example.org" not in response.content.decode()

    answer = {"name": typed, "speaker_asked": typed}
    add(staff, edition, {**answer, "speaker_choice": known.pk})
    add(staff, edition, {**answer, "speaker_choice": "new"})
    taken, new = Appearance.objects.filter(session__edition=edition).order_by("pk")
    assert (taken.speaker, taken.printed_name) == (known, typed)
    assert (new.speaker.name, new.printed_name) == (typed, "")


def test_an_answer_counts_for_the_name_it_was_given_for(staff, edition):
    known = SpeakerFactory(name="Jan-Philipp Kramer")

    response = add(
        staff,
        edition,
        {"name": "J. Kramer", "speaker_asked": "Ana Silva", "speaker_choice": known.pk},
    )

    assert "name" in errors(response)


def test_two_of_one_name_are_told_apart(staff, edition):
    SpeakerFactory.create_batch(2, name="Ana Silva")

    assert "name" in errors(add(staff, edition, {"name": "Ana Silva"}))


def test_people_known_only_from_drafts_of_others_are_not_named(client, edition):

    secret = AppearanceFactory(speaker__name="Jan-Philipp Kramer").speaker
    client.force_login(OrganiserFactory(edition=edition).user)

    response = add(client, edition, {"name": "Jan Kramer"})
    assert response.status_code == 302
    forged = {"name": "X Y", "speaker_asked": "X Y", "speaker_choice": secret.pk}
    add(client, edition, forged)

    assert not secret.appearances.filter(session__edition=edition).exists()


def test_another_name_in_a_row_asks_whether_it_is_still_the_same_person(staff, edition):
    appearance = AppearanceFactory(session__edition=edition, speaker__name="Anna Berg")
    row = {"id": appearance.pk, "speaker_choice": appearance.speaker_id}
    renamed = {**row, "name": "Anna Holm", "speaker_asked": "Anna Berg"}

    response = change(staff, appearance.session, renamed, initial=1)
    assert "Anna Berg, as before" in text_of(response)
    change(staff, appearance.session, {**renamed, "speaker_asked": "Anna Holm"}, initial=1)

    appearance.refresh_from_db()
    assert (appearance.speaker.name, appearance.printed_name) == ("Anna Berg", "Anna Holm")


def test_an_organisation_is_linked_by_any_spelling_and_the_affiliation_stays(staff, edition):
    green = OrganisationFactory(name="Green Win", acronym="GW")
    green.alternative_names.create(name="Pôle Greenwin")

    for name in ["GW", "pole greenwin", "Green  win"]:
        add(staff, edition, {"name": "Ana Silva", "organisation_name": name, "affiliation": "X"})

    appearances = Appearance.objects.filter(session__edition=edition)
    assert [(a.organisation, a.affiliation) for a in appearances] == [(green, "X")] * 3


def test_an_organisation_nobody_knows_is_asked_about(staff, edition):
    OrganisationFactory(name="Green Win")
    row = {"name": "Ana Silva", "organisation_name": "Greenwin"}
    before = counts()

    response = add(staff, edition, row)
    assert counts() == before
    assert errors(response) == {"organisation_name": ["Which organisation is this?"]}

    for answer in ["none", "new"]:
        asked = {"organisation_asked": "Greenwin", "organisation_choice": answer}
        add(staff, edition, {**row, **asked})
    names = [a.organisation and a.organisation.name for a in Appearance.objects.order_by("pk")]
    assert names == [None, "Greenwin"]


@pytest.mark.parametrize(
    ("typed", "starts"),
    [
        ("9", time(9)),
        *[(typed, time(9, 30)) for typed in ["9:30", "09.30", "9h30", "0930", "930"]],
        (" 22:05 ", time(22, 5)),
    ],
)
def test_a_time_is_read_however_it_is_written(staff, edition, typed, starts):
    add(staff, edition, starts=typed)

    assert Session.objects.get().starts == starts


@pytest.mark.parametrize("typed", ["25:00", "9:60", "soon", "9:3", "1.1.2024"])
def test_what_is_no_time_is_refused_and_stays_in_the_field(staff, edition, typed):
    response = add(staff, edition, starts=typed)

    assert errors(response) == {"starts": ["Write the time as hours and minutes, like 09:30."]}
    assert f'value="{typed}"' in response.content.decode()


def test_rooms_are_the_editions_own_or_new(staff, edition):
    own = RoomFactory(edition=edition, name="Sala Biagi")
    foreign = RoomFactory(name="Secret room")

    add(staff, edition, new_room="sala biagi")
    assert Session.objects.get().room == own
    assert "room" in errors(add(staff, edition, room=foreign.pk))
    assert errors(add(staff, edition, room=own.pk, new_room="Hall")) == {
        "new_room": ["Choose a room or name a new one, not both."]
    }


def test_a_person_is_once_in_a_role_however_often_they_are_new(staff, edition):
    new = {"name": "Maria Neu"}

    assert errors(add(staff, edition, new, new)) == {
        "name": ["This person has the same role in the session already."]
    }
    add(staff, edition, new, {**new, "role": "moderator"})

    assert Speaker.objects.filter(name="Maria Neu").count() == 1
    assert Appearance.objects.count() == 2


def test_removing_a_person_leaves_the_speaker_and_the_document_whose_history_tells(staff, edition):
    appearance = AppearanceFactory(session__edition=edition)
    document = DocumentFactory(edition=edition)
    document.appearances.add(appearance)
    recorded = document.history.count()
    row = {"id": appearance.pk, "name": appearance.speaker.name, "DELETE": "on"}

    assert change(staff, appearance.session, row, initial=1).status_code == 302

    assert counts()[1:3] == [1, 0]
    assert document.history.count() == recorded + 1


def test_an_appearance_of_another_session_is_not_changed(staff, edition):
    foreign = AppearanceFactory(affiliation="As printed")
    session = SessionFactory(edition=edition)
    row = {"id": foreign.pk, "name": foreign.speaker.name, "affiliation": "Forged"}

    change(staff, session, {**row, "DELETE": "on"}, initial=1)
    change(staff, session, row, initial=1)

    foreign.refresh_from_db()
    assert foreign.affiliation == "As printed"


def test_saving_what_nobody_changed_records_nothing(staff, edition):
    appearance = AppearanceFactory(session__edition=edition, affiliation="A", position=4)
    session, name = appearance.session, appearance.speaker.name
    row = {"id": appearance.pk, "name": name, "speaker_asked": name, "affiliation": "A"}
    row["speaker_choice"] = appearance.speaker_id

    assert change(staff, session, row, initial=1).status_code == 302

    assert session.history.count() == appearance.history.count() == 1


def test_more_rows_and_looking_names_up_keep_what_was_typed_and_save_nothing(staff, edition):
    AppearanceFactory(speaker__name="Ana Silva", job_title="Director", affiliation="GROW")
    before = counts()

    more = add(staff, edition, {"name": "Maria Neu"}, title="", more_rows="")
    found = add(staff, edition, {"name": "silva ana"}, {"name": "Silva"}, find="", title="")

    assert counts() == before
    assert (errors(more), len(more.context["editing"].people.forms)) == ({}, 4)
    assert 'value="Maria Neu"' in more.content.decode()
    page = found.content.decode()
    assert 'value="Director"' in page
    assert "A new person of this name" in page


def test_rows_added_and_left_empty_are_no_people(staff, edition):
    more = add(staff, edition, {"name": "Maria Neu"}, more_rows="")
    form = form_of(more)

    assert form["appearances-3-is_confirmed"] == ["on"]
    posted = {name: value for name, value in form.items() if name not in ("more_rows", "find")}
    url = reverse("edition_session_add", args=[edition.pk])
    assert staff.post(url, posted).status_code == 302
    assert [each.shown_name for each in Appearance.objects.all()] == ["Maria Neu"]


def test_the_question_about_a_name_comes_with_the_answers_to_send_back(staff, edition):
    known = SpeakerFactory(name="Jan-Philipp Kramer")
    form = form_of(add(staff, edition, {"name": "Jan Kramer"}))
    posted = {name: value for name, value in form.items() if name not in ("more_rows", "find")}
    url = reverse("edition_session_add", args=[edition.pk])

    assert staff.post(url, posted).status_code == 200
    assert staff.post(url, posted | {"appearances-0-speaker_choice": known.pk}).status_code == 302
    assert Appearance.objects.get().speaker == known


def test_save_and_add_another_goes_on_with_the_day(staff, edition):
    response = add(staff, edition, day=2, add_another="")

    assert response["Location"] == f"{reverse('edition_session_add', args=[edition.pk])}?day=2"
    assert 'name="day" value="2"' in staff.get(response["Location"]).content.decode()


@pytest.mark.parametrize("total", ["", "x", "99999", "-1"])
def test_a_broken_count_of_rows_is_no_error_page(staff, edition, total):
    assert add(staff, edition, **{"appearances-TOTAL_FORMS": total}).status_code in (200, 302)
    more = {"appearances-TOTAL_FORMS": total, "more_rows": ""}
    assert add(staff, edition, **more).status_code == 200


def test_deleting_asks_first_and_says_what_goes_with_it(staff, edition):
    appearance = AppearanceFactory(session__edition=edition, speaker__name="Ana Silva")
    session = appearance.session
    deck = DocumentFactory(edition=edition, session=session, title="The deck")
    deck.appearances.add(appearance)
    url = reverse("edition_session_delete", args=[edition.pk, session.uuid])

    text = text_of(staff.get(url))
    assert "Ana Silva – Speaker" in text
    assert "The deck" in text
    assert Session.objects.filter(pk=session.pk).exists()

    assert staff.post(url)["Location"] == board(edition)
    deck.refresh_from_db()
    assert counts() == [0, 1, 0, 0]
    assert (deck.session, deck.appearances.count()) == (None, 0)
    assert deck.history.first().session_id is None


def test_a_deleted_session_comes_back_from_the_trash_with_people_and_documents(staff, edition):
    appearance = AppearanceFactory(session__edition=edition, affiliation="As printed")
    session = appearance.session
    deck = DocumentFactory(edition=edition, session=session)
    deck.appearances.add(appearance)
    staff.post(reverse("edition_session_delete", args=[edition.pk, session.uuid]))
    step = Session.history.get(history_type="-").step

    staff.post(reverse("edition_restore", args=[edition.pk, step]))

    deck.refresh_from_db()
    assert deck.session == session
    assert [each.affiliation for each in deck.appearances.all()] == ["As printed"]
    assert session.appearances.get().speaker == appearance.speaker
