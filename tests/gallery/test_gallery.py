import pytest
from django.urls import reverse
from lxml import html

from tests.factories import AlbumFactory, EditionFactory, PhotoFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(public=True)


def url(edition):
    return reverse("gallery", args=edition.url_args)


def test_photos_stand_by_album_in_their_order_with_their_texts(client, edition):
    album = AlbumFactory(edition=edition)
    second = PhotoFactory(album=album, position=2, alternative_text="A stage")
    first = PhotoFactory(album=album, position=1, alternative_text="A hall", caption="Arrival")
    PhotoFactory(album__edition__public=True)

    images = html.fromstring(client.get(url(edition)).content).xpath("//main//img")

    assert [(i.get("src"), i.get("alt"), i.get("width"), i.get("height")) for i in images] == [
        (first.get_absolute_url(), "A hall", "60", "40"),
        (second.get_absolute_url(), "A stage", "60", "40"),
    ]


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_photos(client, edition, count, django_assert_num_queries):
    PhotoFactory.create_batch(count, album__edition=edition)

    with django_assert_num_queries(4):  # the edition, its former dates, its albums, their photos
        response = client.get(url(edition))

    assert response.content.decode().count("<img") == count
