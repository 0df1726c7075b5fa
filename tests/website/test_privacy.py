import re

import pytest
from django.urls import reverse
from lxml import html

from tests.factories import (
    AppearanceFactory,
    DocumentFactory,
    EditionFactory,
    PartnershipFactory,
    PhotoFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses():
    """One address of every public page."""
    edition = EditionFactory(public=True)
    pages = ["edition", "agenda", "edition_speakers", "documents", "gallery"]
    return [
        reverse("home"),
        edition.series.get_absolute_url(),
        *(reverse(page, args=edition.url_args) for page in pages),
        AppearanceFactory(session__edition=edition).speaker.get_absolute_url(),
        PartnershipFactory(edition=edition).organisation.get_absolute_url(),
        DocumentFactory(edition=edition).get_absolute_url(),
        PhotoFactory(album__edition=edition).get_absolute_url(),
    ]


def test_a_visitor_gets_no_cookie_and_public_caching(client, addresses):
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200
        assert not response.cookies, address
        assert response.headers["Cache-Control"] == "public, max-age=0, must-revalidate", address


def test_what_a_signed_in_user_sees_is_kept_nowhere(client, addresses):
    client.force_login(StaffFactory())

    for address in addresses:
        assert client.get(address).headers["Cache-Control"] == "private, no-store", address


def test_a_page_loads_from_no_other_host(client, addresses):
    for address in addresses:
        response = client.get(address)
        if response.headers["Content-Type"].startswith("text/html"):
            page = html.fromstring(response.content.decode())
            loaded = page.xpath("//@src | //link/@href | //@srcset | //@action | //@poster")
            assert loaded, address
            assert [a for a in loaded if not re.match(r"/[^/]", a)] == [], address
