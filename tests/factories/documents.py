import factory
from factory.django import DjangoModelFactory, FileField

from documents.models import Document

from .events import EditionFactory


class DocumentFactory(DjangoModelFactory):
    """A document with a small file; what it holds matters to no page."""

    class Meta:
        model = Document

    edition = factory.SubFactory(EditionFactory)
    kind = Document.Kind.INPUT_PAPER
    title = factory.Sequence("Document {}".format)
    file = FileField(data=b"%PDF-1.4 sample", filename="paper.pdf")
