import pytest
from django.urls import reverse

from curation.undo import undo_step
from events.models import Edition, Session
from tests.factories import (
    EditionFactory,
    OrganiserFactory,
    RoomFactory,
    SessionFactory,
    StaffFactory,
)
from tests.pages import text_of

pytestmark = pytest.mark.django_db

FORM = {"name": "Graz", "slug": "", "starts_on": "2025-05-12", "titles": "all"}


@pytest.fixture
def source():
    return EditionFactory(name="Zagreb", slug="zagreb-2024")


@pytest.fixture
def staff(client):
    staff = StaffFactory()
    client.force_login(staff)
    return staff


def page(edition):
    return reverse("edition_clone", args=[edition.pk])


def test_makes_a_draft_and_suggests_its_address(client, staff, source):
    SessionFactory(edition=source, title="Welcome")

    client.post(page(source), FORM)

    edition = Edition.objects.get(slug="graz-2025")
    assert (edition.name, edition.visibility) == ("Graz", "draft")
    assert edition.sessions.get().title == "Welcome"
    assert edition.history.get().history_user == staff


def test_keeps_the_chosen_titles(client, staff, source):
    kept = SessionFactory(edition=source, title="Welcome")
    SessionFactory(edition=source, title="Steel", kind="panel")

    client.post(page(source), {**FORM, "titles": "chosen", "sessions": [kept.pk]})

    titles = Edition.objects.get(slug="graz-2025").sessions.values_list("title", flat=True)
    assert set(titles) == {"Welcome", "Panel discussion"}


def test_another_edition_s_session_is_not_chosen(client, staff, source):
    other = SessionFactory(title="Secret")

    client.post(page(source), {**FORM, "titles": "chosen", "sessions": [other.pk]})

    assert not Edition.objects.filter(slug="graz-2025").exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "This field is required."),
        ({"slug": "zagreb-2024"}, "Another edition of the series has this address."),
        ({"slug": "a b"}, "Enter a valid “slug”"),
        ({"starts_on": "0001-01-01"}, "Give a year between 1990 and 2099."),
        ({"starts_on": "2099-12-31"}, "Give a year between 1990 and 2099."),
        ({"starts_on": "soon"}, "Enter a valid date."),
    ],
)
def test_says_what_is_wrong_and_keeps_what_was_typed(client, staff, source, wrong, sentence):
    response = client.post(page(source), {**FORM, **wrong})

    assert sentence in text_of(response)
    for name in {"name", "starts_on"} - set(wrong):
        assert f'value="{FORM[name]}"' in response.content.decode()
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("role", ["viewer", "editor", "manager"])
def test_is_for_staff(client, source, role, organisers_come_in):
    client.force_login(OrganiserFactory(edition=source, role=role).user)

    assert client.get(page(source)).status_code == 403
    assert client.post(page(source), FORM).status_code == 403
    assert Edition.objects.count() == 1


def test_can_be_undone(client, staff, source):
    SessionFactory(edition=source, room=RoomFactory(edition=source))
    client.post(page(source), FORM)

    undo_step(Edition.objects.get(slug="graz-2025").history.get().step, by=staff)

    assert [Edition.objects.get(), Session.objects.get().edition] == [source, source]
