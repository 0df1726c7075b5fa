import pytest
from django.contrib import admin
from django.urls import reverse

from curation.recorded import EDITION_FIELD
from tests.curation.steps import change, in_one_step
from tests.factories import SessionFactory, SpeakerFactory, StaffFactory, UserFactory
from tests.pages import text_of

pytestmark = pytest.mark.django_db


def page(row):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_history", args=[row.pk])


@pytest.fixture
def staff(client):
    staff = StaffFactory()
    client.force_login(staff)
    return staff


def test_shows_each_version_with_the_old_values(client, staff):
    session = SessionFactory(title="One")
    in_one_step(change, session, title="Two", by=UserFactory(name="Grace"))

    text = text_of(client.get(page(session)))

    assert "by Grace Changed. Title before: One → then: Two" in text


def test_goes_back_to_an_earlier_version(client, staff):
    session = SessionFactory(title="One")
    change(session, title="Two")
    change(session, title="Three")

    client.post(page(session), {"record": session.history.last().pk})

    session.refresh_from_db()
    assert session.title == "One"
    assert session.history.first().history_user == staff


def test_another_object_s_version_is_not_taken(client, staff):
    session, other = SessionFactory(title="One"), SessionFactory(title="Secret")

    response = client.post(page(session), {"record": other.history.get().pk})

    assert response.status_code == 404
    session.refresh_from_db()
    assert session.title == "One"


@pytest.mark.parametrize("record", ["", "x", "9" * 30])
def test_nonsense_is_not_found(client, staff, record):
    assert client.post(page(SessionFactory()), {"record": record}).status_code == 404


def test_who_may_not_see_the_object_does_not_see_its_history(client, organisers_come_in):
    session = SessionFactory(title="Secret")
    change(session, title="Sacred")
    client.force_login(UserFactory())

    response = client.post(page(session), {"record": session.history.last().pk})

    assert client.get(page(session)).status_code in (403, 404)
    assert response.status_code in (403, 404)
    session.refresh_from_db()
    assert session.title == "Sacred"


def test_what_history_leaves_out_is_not_shown(client, staff):
    user = UserFactory(name="Ada")
    change(user, name="Adda")

    content = client.get(page(user)).content.decode()

    assert "Adda" in content
    assert user.password not in content


@pytest.mark.parametrize("model", [m for m in EDITION_FIELD if admin.site.is_registered(m)])
def test_every_model_of_the_admin_has_it(client, staff, model):
    pattern = f"admin:{model._meta.app_label}_{model._meta.model_name}_history"
    response = client.get(reverse(pattern, args=[staff.pk if model is type(staff) else 0]))

    assert response.resolver_match.url_name == "object_history"
    assert response.status_code == (200 if model is type(staff) else 404)


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_versions(client, staff, count, django_assert_num_queries):
    session = SessionFactory()
    for number in range(count):
        change(session, title=f"Title {number}")
    client.get(page(session))

    with django_assert_num_queries(7):
        client.get(page(session))


def test_a_speaker_s_address_is_shown_to_who_may_change_the_speaker(client, staff):
    speaker = SpeakerFactory(email="hedy@example.org")
    assert "hedy@example.org" in text_of(client.get(page(speaker)))
