import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError

from documents.models import Document
from tests.factories import DocumentFactory, SessionFactory

pytestmark = pytest.mark.django_db


def test_what_pages_say_of_a_file_is_kept_with_it():
    document = DocumentFactory(file__data=b"twelve bytes", file__filename="Slides Ana.PDF")

    assert (document.file_name, document.size, document.file_type) == ("Slides Ana.PDF", 12, "PDF")
    assert document.sha256 == hashlib.sha256(b"twelve bytes").hexdigest()
    assert document.file.open().read() == b"twelve bytes"


def test_the_stored_name_says_nothing_of_the_uploaders():
    first, second = DocumentFactory.create_batch(2, file__filename="secret.pdf")

    assert "secret" not in first.file.name
    assert first.file.name != second.file.name


def test_a_replaced_file_keeps_the_address():
    document = DocumentFactory(file__data=b"first")
    address = document.get_absolute_url()

    document.file.save("second.pdf", ContentFile(b"the second"))

    document = Document.objects.get()
    assert (document.get_absolute_url(), document.size) == (address, 10)
    assert document.file_name == "second.pdf"


def test_it_is_kept_here_or_elsewhere_not_both():
    with pytest.raises(IntegrityError, match="document_file_or_link"):
        DocumentFactory(url="https://example.org/paper.pdf")


def test_a_session_of_another_edition_is_refused():
    document = DocumentFactory()
    document.session = SessionFactory()

    with pytest.raises(ValidationError) as refusal:
        document.full_clean()

    assert refusal.value.message_dict == {"session": ["This session belongs to another edition."]}


def test_of_some_documents_it_is_only_known_that_they_exist():
    here = DocumentFactory()
    elsewhere = DocumentFactory(file=None, url="https://example.org/paper.pdf")
    known = DocumentFactory(file=None)

    assert set(Document.objects.obtainable()) == {here, elsewhere}
    assert (elsewhere.is_obtainable, known.is_obtainable) == (True, False)
