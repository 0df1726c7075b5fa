import pytest
from django.core.files.storage import default_storage

from tests.factories import DocumentFactory, OrganiserFactory, StaffFactory

pytestmark = pytest.mark.django_db


def test_it_is_saved_under_the_name_people_know(client):
    document = DocumentFactory(
        edition__public=True, file__data=b"%PDF-1.4", file__filename="Präsentation 1.pdf"
    )

    response = client.get(document.get_absolute_url())

    assert b"".join(response.streaming_content) == b"%PDF-1.4"
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == (
        "attachment; filename*=utf-8''Pr%C3%A4sentation%201.pdf"
    )


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "unknown", "x.xhtml"])
def test_nothing_uploaded_runs_as_a_page_of_the_site(client, name):
    document = DocumentFactory(edition__public=True, file__filename=name)

    headers = client.get(document.get_absolute_url()).headers

    assert headers["Content-Disposition"].startswith("attachment")
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_draft_s_file_is_a_404_to_the_public_and_there_for_its_organiser(client):
    document = DocumentFactory()
    address = document.get_absolute_url()

    assert client.get(address).status_code == 404
    client.force_login(OrganiserFactory().user)
    assert client.get(address).status_code == 404
    client.force_login(OrganiserFactory(edition=document.edition).user)
    assert client.get(address).status_code == 200
    client.force_login(StaffFactory())
    assert client.get(address).status_code == 200


def test_a_file_that_the_storage_lost_is_a_404(client):
    document = DocumentFactory(edition__public=True)
    default_storage.delete(document.file.name)

    assert client.get(document.get_absolute_url()).status_code == 404


def test_a_document_without_a_file_is_a_404(client):
    document = DocumentFactory(edition__public=True, file=None)

    assert client.get(document.get_absolute_url()).status_code == 404


def test_media_are_not_mapped_into_the_web_root(client):
    document = DocumentFactory(edition__public=True)

    for prefix in ["/", "/media/", "/static/"]:
        assert client.get(prefix + document.file.name).status_code == 404
