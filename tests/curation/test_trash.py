from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from documents.models import Document
from events.models import Edition, Session
from speakers.models import Appearance, Speaker
from tests.curation.steps import change, in_one_step
from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    OrganiserFactory,
    SessionFactory,
    SpeakerFactory,
    StaffFactory,
)
from tests.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(name="Graz")


def page(edition):
    return reverse("edition_trash", args=[edition.pk])


def restore(edition, step):
    return reverse("edition_restore", args=[edition.pk, step])


def a_deleted_session(edition):
    session = SessionFactory(edition=edition, title="Welcome")
    appearance = AppearanceFactory(session=session, speaker__name="Hedy Lamarr")
    deck = DocumentFactory(edition=edition, title="Slides", session=session)
    deck.appearances.add(appearance)
    return in_one_step(session.delete)


def test_says_what_was_deleted_what_went_with_it_and_what_lost_a_link(client, edition):
    a_deleted_session(edition)
    client.force_login(StaffFactory())

    (deletion,) = client.get(page(edition)).context["deletions"]

    assert [entry.name for entry in deletion.deleted] == ["Session “Welcome”"]
    assert [entry.name for entry in deletion.went_with] == ["Appearance “Hedy Lamarr – Welcome”"]
    assert [entry.name for entry in deletion.unlinked] == ["Document “Slides”"]


def test_an_editor_restores_all_of_it(client, edition, organisers_come_in):
    step = a_deleted_session(edition)
    client.force_login(OrganiserFactory(edition=edition).user)

    client.post(restore(edition, step))

    appearance = Appearance.objects.get()
    assert appearance.session == Session.objects.get(title="Welcome")
    assert Document.objects.get().session == appearance.session
    assert list(appearance.documents.all()) == [Document.objects.get()]
    assert "Nothing that could be restored." in text_of(client.get(page(edition)))


def test_a_viewer_sees_it_and_restores_nothing(client, edition, organisers_come_in):
    step = a_deleted_session(edition)
    client.force_login(OrganiserFactory(edition=edition, role="viewer").user)

    response = client.get(page(edition))

    assert "Session “Welcome”" in text_of(response)
    assert b"Restore</button>" not in response.content
    assert client.post(restore(edition, step)).status_code == 403
    assert Session.objects.count() == 0


def test_another_edition_s_deletion_is_not_restored_from_one_s_own(
    client, edition, organisers_come_in
):
    step = a_deleted_session(EditionFactory())
    client.force_login(OrganiserFactory(edition=edition, role="manager").user)

    assert "Welcome" not in text_of(client.get(page(edition)))
    assert client.post(restore(edition, step)).status_code == 404
    assert Session.objects.count() == 0


@pytest.mark.parametrize(("days", "offered"), [(29, True), (31, False)])
def test_is_offered_for_thirty_days(client, edition, days, offered):
    with time_machine.travel(timezone.now() - timedelta(days=days), tick=False):
        step = a_deleted_session(edition)
    client.force_login(StaffFactory())

    assert bool(client.get(page(edition)).context["deletions"]) is offered
    assert client.post(restore(edition, step)).status_code == (302 if offered else 404)
    assert Session.objects.exists() is offered


def test_staff_restore_a_whole_edition(client, edition):
    SessionFactory(edition=edition)
    step = in_one_step(edition.delete)
    client.force_login(StaffFactory())

    assert "Edition “" in text_of(client.get(reverse("site_trash")))
    client.post(reverse("site_restore", args=[step]))

    assert Edition.objects.get().sessions.count() == 1


def test_the_trash_of_everything_is_not_there_for_organisers(client, edition, organisers_come_in):
    step = in_one_step(SpeakerFactory().delete)
    client.force_login(OrganiserFactory(edition=edition, role="manager").user)

    assert client.get(reverse("site_trash")).status_code == 404
    assert client.post(reverse("site_restore", args=[step])).status_code == 404
    assert Speaker.objects.count() == 0


def test_other_changes_of_the_same_step_stay(client, edition):
    session = SessionFactory(edition=edition, title="Welcome")
    appearance = AppearanceFactory(session=session)

    def edit():
        change(session, title="Better")
        appearance.delete()

    step = in_one_step(edit)
    client.force_login(StaffFactory())
    client.post(restore(edition, step))

    session.refresh_from_db()
    assert session.title == "Better"
    assert session.appearances.count() == 1


def test_what_was_deleted_in_several_editions_is_restored_as_one(client, edition):
    SessionFactory(edition=edition)
    SessionFactory()
    step = in_one_step(Session.objects.all().delete)
    client.force_login(StaffFactory())

    assert b"Restore</button>" not in client.get(page(edition)).content
    assert client.post(restore(edition, step)).status_code == 404
    client.post(reverse("site_restore", args=[step]))
    assert Session.objects.count() == 2


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_deletions(
    client, edition, count, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr("curation.paging.STEPS_A_PAGE", 100)
    for _ in range(count):
        a_deleted_session(edition)
    client.force_login(StaffFactory())
    client.get(page(edition))

    with django_assert_num_queries(22):
        response = client.get(page(edition))

    assert len(response.context["deletions"]) == count
