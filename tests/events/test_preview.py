import re

import pytest
from django.urls import get_script_prefix, reverse
from lxml import html
from pytest_django.asserts import assertContains, assertNotContains

from events import publishing
from events.preview import preview_address
from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    OrganiserFactory,
    PartnershipFactory,
    PhotoFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db

PAGES = ["edition", "agenda", "edition_speakers", "documents", "gallery"]


@pytest.fixture
def edition():
    """In preview, with something on every page; beside it another draft, which must not show."""
    edition = _full_edition("Charleroi", "preview")
    _full_edition("Graz", "draft")
    return edition


def _full_edition(name, visibility):
    edition = EditionFactory(name=name, visibility=visibility)
    AppearanceFactory(session__edition=edition, speaker__name=f"Speaker in {name}")
    PartnershipFactory(edition=edition)
    DocumentFactory(edition=edition)
    PhotoFactory(album__edition=edition)
    return edition


def inside(edition, address):
    return f"/preview/{edition.preview_key}{address}"


def addresses(edition):
    """Every page and file of the edition, and the people and organisations they lead to."""
    (appearance,) = edition.sessions.get().appearances.all()
    return [
        *(reverse(page, args=edition.url_args) for page in PAGES),
        edition.documents.get().get_absolute_url(),
        edition.albums.get().photos.get().get_absolute_url(),
        appearance.speaker.get_absolute_url(),
        edition.partnerships.get().organisation.get_absolute_url(),
        edition.series.get_absolute_url(),
    ]


def test_whoever_has_the_link_sees_every_page_without_an_account(client, edition):
    for address in addresses(edition):
        response = client.get(inside(edition, address))

        assert response.status_code == 200, address
        assert not response.cookies, address
        assert response.headers["Cache-Control"] == "private, no-store", address
        assert response.headers["Referrer-Policy"] == "no-referrer", address
        assert "noindex" in response.headers["X-Robots-Tag"], address


def test_every_page_says_that_it_is_a_preview(client, edition):
    for page in PAGES:
        address = inside(edition, reverse(page, args=edition.url_args))
        assertContains(client.get(address), "Preview – not public.")
    assertNotContains(client.get(preview_address(edition)), "only you and the other organisers")


def test_links_stay_within_the_preview_and_lead_somewhere(client, edition):
    seen, ahead = set(), {preview_address(edition)}
    while ahead:
        seen.add(address := ahead.pop())
        response = client.get(address)
        assert response.status_code == 200, address
        if response.headers["Content-Type"].startswith("text/html"):
            page = html.fromstring(response.content.decode())
            links = {re.sub("#.*", "", link) for link in page.xpath("//body//@href | //@src")}
            ahead |= links - seen - {""}
    assert {address for address in seen if not address.startswith(inside(edition, "/"))} == set()
    assert {inside(edition, address) for address in addresses(edition)} <= seen


def test_styles_are_those_of_the_site(client, edition):
    page = html.fromstring(client.get(preview_address(edition)).content.decode())

    assert {a[:8] for a in page.xpath("//link/@href")} == {"/static/"}


def test_no_other_draft_is_to_be_seen_by_the_link(client, edition):
    other = type(edition).objects.get(name="Graz")

    for address in addresses(other):
        assert client.get(inside(edition, address)).status_code == 404, address
    assertNotContains(client.get(inside(edition, "/")), "Graz")


@pytest.mark.parametrize("user", [None, "staff", "organiser of the other"])
def test_the_link_shows_everybody_the_same(client, edition, user):
    other = type(edition).objects.get(name="Graz")
    if user:
        signed_in = StaffFactory() if user == "staff" else OrganiserFactory(edition=other).user
        client.force_login(signed_in)

    assert client.get(preview_address(edition)).status_code == 200
    assert client.get(inside(edition, other.get_absolute_url())).status_code == 404


def test_without_the_link_nothing_of_it_is_there(client, edition):
    client.get(preview_address(edition))

    for address in addresses(edition):
        assert client.get(address).status_code == 404, address
    assertNotContains(client.get("/"), "Charleroi")


def test_a_renewed_link_closes_the_old_one(client, edition):
    old = preview_address(edition)

    publishing.renew_preview_link(edition)

    assert client.get(old).status_code == 404
    assert client.get(preview_address(edition)).status_code == 200


@pytest.mark.parametrize("verb", [publishing.withdraw, publishing.publish])
def test_only_a_preview_is_opened_by_its_link(client, edition, verb):
    address = preview_address(edition)

    verb(edition)

    assert client.get(address).status_code == 404


def test_a_key_that_two_editions_share_opens_neither(client, edition):
    EditionFactory(visibility="preview", preview_key=edition.preview_key)

    assert client.get(preview_address(edition)).status_code == 404


@pytest.mark.parametrize("page", ["/admin/", "/admin/login/", "/static/website/page.css", "x"])
def test_no_page_but_the_public_ones_is_to_be_had(client, edition, page):
    response = client.get(inside(edition, page))

    assert response.status_code == 404
    assert response.headers["Cache-Control"] == "private, no-store"


def test_nothing_is_sent_to_a_preview(client, edition):
    assert client.post(preview_address(edition)).status_code == 404


def test_a_missing_slash_is_added_inside(client, edition):
    response = client.get(preview_address(edition).rstrip("/"))

    assert response.headers["Location"] == preview_address(edition)


def test_the_next_request_is_outside_again(client, edition):
    client.get(preview_address(edition))

    assert get_script_prefix() == "/"
    assert edition.get_absolute_url().startswith("/events/")
