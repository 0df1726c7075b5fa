import re
import zlib
from base64 import a85decode
from io import BytesIO, StringIO

import pytest
from django.core.management import call_command
from PIL import Image

from curation.demo.paper import NOTICE
from curation.demo.pictures import SCENES, SIZE, sample_image
from curation.demo.samples import agenda
from documents.models import Document
from gallery.models import Photo


def pages(pdf):
    """The text of each page."""
    streams = re.findall(rb"\nstream\r?\n(.*?)endstream", pdf, re.DOTALL)
    drawn = [
        zlib.decompress(a85decode(stream.strip(), adobe=False)) for stream in map(_bare, streams)
    ]
    return [_text(page) for page in drawn if b" Tj" in page]


def _bare(stream):
    return stream.strip().removesuffix(b"~>")


def _text(page):
    parts = re.findall(rb"\(((?:\\.|[^\\)])*)\) Tj", page)
    text = b" ".join(part.strip() for part in parts)
    text = re.sub(rb"\\(\d{3})", lambda match: bytes([int(match[1], 8)]), text)
    return re.sub(r"\\(.)", r"\1", text.decode("cp1252"))


@pytest.fixture
def charleroi(db, settings):
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    }
    call_command("load_demo", stdout=StringIO())
    return Document.objects.filter(edition__slug="charleroi-2024")


def test_every_page_says_what_it_is(charleroi):
    assert charleroi.count() == 10
    for document in charleroi:
        texts = pages(document.file.read())
        assert 2 <= len(texts) <= 6
        for number, text in enumerate(texts, 1):
            assert NOTICE in text
            assert "Clusters meet Regions, Charleroi" in text
            assert f"Page {number}" in text
            assert document.title[:40] in text


def test_a_presentation_names_its_speaker_as_printed(charleroi):
    deck = charleroi.get(appearances__speaker__slug="jan-philipp-kramer")

    first, *others = pages(deck.file.read())

    assert "Dr. Jan-Philipp Kramer, Partner at Prognos AG and Team Leader" in first
    assert all("Jan-Philipp Kramer" in text for text in others)


def test_the_agenda_lists_every_session_under_its_day(charleroi):
    document = charleroi.get(kind=Document.Kind.AGENDA)

    texts = pages(document.file.read())

    assert "Day 1 – Wednesday 27 November 2024" in texts[0]
    assert "Day 2 – Thursday 28 November 2024" in texts[1]
    for session in document.edition.sessions.all():
        assert session.heading in texts[session.day - 1]


def test_a_sample_is_the_same_bytes_each_time(charleroi):
    document = charleroi.get(kind=Document.Kind.AGENDA)

    assert agenda(document) == document.file.read()
    assert sample_image("hall", "Sample image") == sample_image("hall", "Sample image")


def test_a_pdf_tells_its_title_and_language(charleroi):
    pdf = charleroi.get(kind=Document.Kind.AGENDA).file.read()

    assert b"/Title (Agenda)" in pdf
    assert b"/Lang (en)" in pdf


def test_the_photos_differ_and_have_an_alternative_text(charleroi):
    photos = Photo.objects.filter(album__edition__slug="charleroi-2024")

    assert len({photo.image.read() for photo in photos}) == len(SCENES) == 6
    assert {(photo.width, photo.height) for photo in photos} == {SIZE}
    assert all(photo.alternative_text for photo in photos)


def test_the_notice_is_on_the_face_of_a_photo():
    """Two notices make two images, which differ only where the notice stands."""
    first, second = (
        Image.open(BytesIO(sample_image("city", notice))).convert("L")
        for notice in ("Sample image 1 of 6", "")
    )

    assert first.tobytes() != second.tobytes()
    assert first.crop((0, 0, 1600, 800)).tobytes() == second.crop((0, 0, 1600, 800)).tobytes()
