import pytest
from django.urls import reverse

from tests.factories import AppearanceFactory, DocumentFactory, EditionFactory
from tests.pages import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return EditionFactory(public=True)


def url(edition):
    return reverse("documents", args=edition.url_args)


def test_documents_stand_by_kind_with_who_presents_them(client, edition):
    talk = AppearanceFactory(session__edition=edition, speaker__name="Ana Zorro", job_title="Mayor")
    summary = {"kind": "summary", "title": "What came of it", "file": None}
    DocumentFactory(edition=edition, url="https://example.org/summary", **summary)
    deck = DocumentFactory(edition=edition, kind="presentation", title="Deck", file__data=b"x")
    deck.appearances.add(talk)
    DocumentFactory(edition=edition, kind="agenda", title="Known, not held", file=None)
    DocumentFactory(edition__public=True)

    text = text_of(client.get(url(edition)))

    assert text[text.index("Presentation ") :] == (
        "Presentation Download presentation: Ana Zorro, “Deck” (PDF, 1 byte) Mayor "
        "Event summary What came of it (elsewhere)"
    )


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_documents(client, edition, count, django_assert_num_queries):
    for _ in range(count):
        DocumentFactory(edition=edition).appearances.add(
            AppearanceFactory(session__edition=edition)
        )

    # The edition, its former dates, its documents, who presents them, under which name.
    with django_assert_num_queries(5):
        response = client.get(url(edition))

    assert response.content.decode().count('class="file"') == count
