import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from tests.factories import EditionFactory

pytestmark = pytest.mark.django_db


def test_a_404_helps_on(client):
    response = client.get("/events/nowhere/")

    assertContains(response, "This page does not exist", status_code=404)
    assertContains(response, f'href="{reverse("home")}"', status_code=404)


def test_a_500_is_answered_without_the_database(client, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("website.views.render", broken)
    client.raise_request_exception = False

    assertContains(client.get(reverse("home")), "Something went wrong on our side", status_code=500)


@pytest.mark.parametrize("name", ["edition", "agenda", "edition_speakers", "documents", "gallery"])
def test_every_page_of_a_draft_is_a_404_to_the_public(client, name):
    edition = EditionFactory()

    assert client.get(reverse(name, args=edition.url_args)).status_code == 404
