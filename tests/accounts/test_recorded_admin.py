"""Deleting in the admin asks, says what goes with it, and can be undone."""

import pytest
from django.contrib import admin
from django.urls import reverse

from documents.models import Document
from events.models import Session
from speakers.models import Appearance, Speaker
from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    RoomFactory,
    SessionFactory,
    StaffFactory,
    UserFactory,
)
from tests.pages import links_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(StaffFactory())


def a_session():
    session = SessionFactory(title="Welcome")
    appearance = AppearanceFactory(session=session, speaker__name="Hedy Lamarr")
    deck = DocumentFactory(edition=session.edition, title="Slides")
    deck.appearances.add(appearance)
    return session


def delete_page(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_delete", args=[row.pk])


def test_says_what_goes_and_what_loses_its_link(client, staff):
    text = text_of(client.get(delete_page(a_session())))

    assert "Appearance: Hedy Lamarr – Welcome" in text
    assert "relationship" not in text
    assert "These stay, but lose their link to it: Document: Slides" in text
    assert "All of it can be restored for 30 days." in text


def test_leads_to_the_way_back(client, staff):
    session = a_session()

    response = client.post(delete_page(session), {"post": "yes"}, follow=True)
    assert (Session.objects.count(), Appearance.objects.count()) == (0, 0)
    address = dict(links_of(response))["See what went with it, or undo it"]
    client.post(address)

    assert Session.objects.get() == session
    assert Document.objects.get().appearances.get().speaker.name == "Hedy Lamarr"


def test_a_selection_comes_back_too(client, staff):
    sessions = [a_session(), a_session()]
    pks = [session.pk for session in sessions]
    form = {"action": "delete_selected", "_selected_action": pks}
    address = reverse("admin:events_session_changelist")

    asked = text_of(client.post(address, form))
    assert asked.count("Session: Welcome") == 2
    response = client.post(address, {**form, "post": "yes"}, follow=True)
    assert Session.objects.count() == 0
    client.post(dict(links_of(response))["See what went with it, or undo it"])

    assert set(Session.objects.all()) == set(sessions)
    assert Appearance.objects.count() == 2


def test_a_room_names_the_sessions_that_lose_it(client, staff):
    room = RoomFactory()
    SessionFactory(edition=room.edition, room=room, title="Welcome")

    assert "lose their link to it: Session: Welcome" in text_of(client.get(delete_page(room)))


def test_what_stands_in_the_way_is_named_only_to_who_may_see_it(client, monkeypatch):
    appearance = AppearanceFactory(session__title="Secret", speaker__name="Hedy Lamarr")
    page = delete_page(appearance.speaker)
    client.force_login(StaffFactory())
    assert "Appearance: Hedy Lamarr – Secret" in text_of(client.get(page))

    user = UserFactory()
    may = {Speaker: True, Appearance: False}
    monkeypatch.setattr(admin.site.__class__, "has_permission", lambda self, request: True)
    for model, answer in may.items():
        model_admin = admin.site._registry[model]
        monkeypatch.setattr(model_admin, "has_delete_permission", lambda *args: True)
        monkeypatch.setattr(model_admin, "has_view_permission", lambda *args, answer=answer: answer)
        monkeypatch.setattr(
            model_admin, "get_queryset", lambda request, model=model: model.objects.all()
        )
    client.force_login(user)
    text = text_of(client.get(page))

    assert "1 more in another edition" in text
    assert "Secret" not in text
