"""Each step is undone by what it did, whatever the model, and nobody's later work is lost."""

from datetime import time

import pytest
from django.db import connection

from accounts.history import one_step
from curation.changes import current_state
from curation.undo import UndoError, restore_deleted, revert, undo_step
from documents.models import Document
from events.models import Edition, Organiser, Room, Session
from gallery.models import Photo
from speakers.models import Appearance, Speaker
from tests.curation.steps import change, in_one_step
from tests.factories import (
    AlbumFactory,
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    FigureFactory,
    OrganiserFactory,
    PartnershipFactory,
    PhotoFactory,
    RoomFactory,
    SessionFactory,
    SpeakerFactory,
    StaffFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return UserFactory(name="Ada")


def state(row):
    """All that is recorded of the row, but not when it was last touched."""
    return {k: v for k, v in current_state(row).items() if k != "updated_at"}


def states(*models):
    return {row: state(row) for model in models for row in model.objects.all()}


def test_a_change_is_set_back(editor):
    session = SessionFactory(title="Welcome", starts=time(9))
    step = in_one_step(change, session, title="Wellcome", starts=time(10))

    undo_step(step, by=editor)

    session.refresh_from_db()
    assert (session.title, session.starts) == ("Welcome", time(9))


def test_the_undo_is_a_step_of_its_own_with_name_and_person(editor):
    session = SessionFactory(title="Welcome")
    step = in_one_step(change, session, title="Wellcome")

    undo_step(step, by=editor)

    record = session.history.first()
    assert record.step != step
    assert record.step_name == "Undo of: Session “Wellcome”"
    assert record.history_user == editor


def test_what_a_step_made_goes_with_it(editor):
    edition = EditionFactory()

    def add():
        AppearanceFactory(session=SessionFactory(edition=edition), speaker=SpeakerFactory())

    undo_step(in_one_step(add), by=editor)

    assert states(Session, Appearance, Speaker) == {}
    assert Edition.objects.get() == edition


def test_a_deleted_session_comes_back_with_appearances_and_links(editor):
    session = SessionFactory(room=None)
    first, second = AppearanceFactory(session=session), AppearanceFactory(session=session)
    deck = DocumentFactory(edition=session.edition, session=session)
    deck.appearances.set([first, second])
    before = states(Session, Appearance, Document)

    step = in_one_step(session.delete)
    assert Appearance.objects.count() == 0
    undo_step(step, by=editor)

    assert states(Session, Appearance, Document) == before
    assert set(deck.appearances.all()) == {first, second}


def test_a_deletion_of_a_queryset_comes_back_too(editor):
    edition = EditionFactory()
    for _ in range(3):
        AppearanceFactory(session=SessionFactory(edition=edition))
    before = states(Session, Appearance)

    undo_step(in_one_step(Session.objects.filter(edition=edition).delete), by=editor)

    assert states(Session, Appearance) == before


def test_a_deleted_document_comes_back_under_its_key_with_file_and_people(editor):
    deck = DocumentFactory()
    appearance = AppearanceFactory(session__edition=deck.edition)
    deck.appearances.add(appearance)
    before = state(deck)

    undo_step(in_one_step(deck.delete), by=editor)

    back = Document.objects.get(key=before["key"])
    assert state(back) == before
    assert back.file.open("rb").read() == b"%PDF-1.4 sample"


def test_a_deleted_photo_comes_back_with_its_file(editor):
    photo = PhotoFactory()
    before = state(photo)

    undo_step(in_one_step(photo.album.delete), by=editor)

    assert state(Photo.objects.get()) == before


def test_a_deleted_room_gets_its_sessions_back(editor):
    room = RoomFactory()
    sessions = [SessionFactory(edition=room.edition, room=room) for _ in range(2)]

    step = in_one_step(room.delete)
    assert sessions[0].history.first().room_id is None
    undo_step(step, by=editor)

    assert set(Room.objects.get().sessions.all()) == set(sessions)


def test_a_deleted_edition_comes_back_whole(editor):
    edition = EditionFactory()
    session = SessionFactory(edition=edition, room=RoomFactory(edition=edition))
    appearance = AppearanceFactory(session=session)
    DocumentFactory(edition=edition, session=session).appearances.add(appearance)
    PartnershipFactory(edition=edition)
    FigureFactory(edition=edition)
    PhotoFactory(album=AlbumFactory(edition=edition))
    OrganiserFactory(edition=edition)
    models = [Edition, Room, Session, Appearance, Document, Photo, Organiser]
    before = states(*models)

    step = in_one_step(edition.delete)
    assert states(*models) == {}
    undo_step(step, by=editor)

    assert states(*models) == before


def test_an_undo_can_be_undone_and_that_as_well(editor):
    session = AppearanceFactory().session
    before = states(Session, Appearance)
    step = in_one_step(session.delete)

    def latest():
        return Session.history.first().step

    undo_step(step, by=editor)
    assert states(Session, Appearance) == before
    undo_step(latest(), by=editor)
    assert states(Session, Appearance) == {}
    undo_step(latest(), by=editor)
    assert states(Session, Appearance) == before


def test_a_later_change_of_the_same_field_refuses_everything(editor):
    one, other = SessionFactory(title="One"), SessionFactory(title="Other")

    def edit():
        change(one, title="Won")
        change(other, title="Udder")

    step = in_one_step(edit)
    with one_step(by=UserFactory(name="Grace")):
        change(other, title="Later work")

    with pytest.raises(UndoError, match=r"Session “Udder” was changed since \(title\) by Grace"):
        undo_step(step, by=editor)

    assert set(Session.objects.values_list("title", flat=True)) == {"Won", "Later work"}


def test_a_later_change_of_another_field_stays(editor):
    session = SessionFactory(title="Welcome")
    step = in_one_step(change, session, title="Wellcome")
    change(session, starts=time(9))

    undo_step(step, by=editor)

    session.refresh_from_db()
    assert (session.title, session.starts) == ("Welcome", time(9))


def test_what_was_deleted_since_is_named(editor):
    session = SessionFactory(title="Welcome")
    step = in_one_step(change, session, title="Wellcome")
    session.delete()

    with pytest.raises(UndoError, match="“Wellcome” was deleted since"):
        undo_step(step, by=editor)


def test_what_was_added_since_to_a_made_object_is_not_lost(editor):
    edition = EditionFactory()
    step = in_one_step(SessionFactory, edition=edition)
    AppearanceFactory(session=Session.objects.get(), speaker__name="Hedy Lamarr")

    with pytest.raises(UndoError, match="“Hedy Lamarr – Session"):
        undo_step(step, by=UserFactory(is_staff=True))

    assert Appearance.objects.count() == 1


def test_a_use_in_a_foreign_edition_is_not_named(editor):
    mine = OrganiserFactory(user=editor).edition
    step = in_one_step(AppearanceFactory, session=SessionFactory(edition=mine))
    AppearanceFactory(speaker=Speaker.objects.get(), session__title="Secret")

    with pytest.raises(UndoError) as refused:
        undo_step(step, by=editor)

    assert refused.value.reasons == [
        "Something in another edition has been added since and would be lost."
    ]


def test_a_slug_taken_meanwhile_gives_a_sentence(editor):
    edition = EditionFactory(slug="graz", name="Graz")
    step = in_one_step(edition.delete)
    EditionFactory(series=edition.series, slug="graz")

    with pytest.raises(UndoError, match=r"Edition “.*Graz” cannot be set back: Another edition"):
        undo_step(step, by=editor)

    assert Edition.objects.count() == 1


def test_rows_that_changed_places_under_a_unique_rule_are_set_back(editor):
    old = PartnershipFactory()

    def replace():
        old.delete()
        PartnershipFactory(edition=old.edition, organisation=old.organisation, role=old.role)

    pk = old.pk
    undo_step(in_one_step(replace), by=editor)

    assert [row.pk for row in type(old).objects.all()] == [pk]


def test_without_its_edition_a_session_cannot_come_back(editor):
    session = SessionFactory(edition__name="Graz")
    step = in_one_step(session.delete)
    session.edition.delete()

    with pytest.raises(UndoError, match=r"belongs to Edition “.*Graz”, which has been deleted"):
        undo_step(step, by=editor)


def test_without_its_room_it_comes_back_without_one(editor):
    room = RoomFactory()
    session = SessionFactory(edition=room.edition, room=room)
    step = in_one_step(session.delete)
    room.delete()

    undo_step(step, by=editor)

    assert Session.objects.get().room is None


def test_a_step_is_undone_only_once(editor):
    session = SessionFactory(title="Welcome")
    step = in_one_step(change, session, title="Wellcome")
    undo_step(step, by=editor)

    with pytest.raises(UndoError, match="undone already"):
        undo_step(step, by=editor)


def test_a_password_stays_when_a_user_is_set_back(editor):
    user = UserFactory(name="Ada")
    step = in_one_step(change, user, name="Adda")

    undo_step(step, by=editor)

    user.refresh_from_db()
    assert user.name == "Ada"
    assert user.check_password("correct horse battery")


def test_a_withdrawn_preview_link_stays_withdrawn(editor):
    edition = EditionFactory(name="Graz")
    step = in_one_step(change, edition, preview_key="new", name="Grats")

    undo_step(step, by=editor)

    edition.refresh_from_db()
    assert (edition.name, edition.preview_key) == ("Graz", "new")


def test_restoring_brings_back_what_was_deleted_and_nothing_else(editor):
    session = SessionFactory(title="Welcome")
    appearance = AppearanceFactory(session=session)
    deck = DocumentFactory(edition=session.edition)
    deck.appearances.add(appearance)

    def edit():
        change(session, title="Better")
        appearance.delete()

    restore_deleted(in_one_step(edit), by=editor)

    session.refresh_from_db()
    assert session.title == "Better"
    assert deck.appearances.get() == Appearance.objects.get()


def test_an_object_goes_back_to_any_of_its_values(editor):
    session = SessionFactory(title="One")
    change(session, title="Two")
    change(session, title="Three")
    first = session.history.last()

    assert revert(first, by=editor).title == "One"
    assert session.history.first().history_user == editor


def test_a_deleted_object_comes_back_with_the_values_of_a_row(editor):
    session = SessionFactory(title="One")
    change(session, title="Two")
    pk = session.pk
    session.delete()

    assert revert(Session.history.filter(id=pk).last(), by=editor).title == "One"
    assert Session.objects.get().pk == pk


def test_foreign_keys_hold_after_an_undo(editor):
    edition = EditionFactory()
    AppearanceFactory(session=SessionFactory(edition=edition))
    undo_step(in_one_step(edition.delete), by=editor)

    connection.check_constraints()


def test_staff_are_recorded_when_a_request_says_nothing():
    staff = StaffFactory()
    with one_step("By hand", by=staff):
        session = SessionFactory()
    assert session.history.get().history_user == staff
