import pytest

from tests.factories import PhotoFactory, StaffFactory

pytestmark = pytest.mark.django_db


def test_a_photo_is_shown_in_place_and_nothing_else_with_it(client):
    photo = PhotoFactory(album__edition__public=True)

    response = client.get(photo.get_absolute_url())

    assert b"".join(response.streaming_content) == photo.image.open().read()
    assert response.headers["Content-Type"] == "image/jpeg"
    assert response.headers["Content-Disposition"].startswith("inline")
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_draft_s_photo_is_a_404_to_the_public(client):
    photo = PhotoFactory()

    assert client.get(photo.get_absolute_url()).status_code == 404
    client.force_login(StaffFactory())
    assert client.get(photo.get_absolute_url()).status_code == 200
