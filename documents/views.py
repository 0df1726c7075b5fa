from django.shortcuts import get_object_or_404, render

from events.access import get_edition_or_404
from events.files import file_response

from .models import Document


def documents(request, series_slug, edition_slug):
    edition = get_edition_or_404(request, series_slug, edition_slug)
    documents = edition.documents.obtainable().with_its_people().by_kind()
    return render(request, "documents/documents.html", {"edition": edition, "documents": documents})


def document_file(request, key):
    stored = Document.objects.visible_to(request.user).exclude(file="")
    document = get_object_or_404(stored, key=key)
    return file_response(document.file, name=document.file_name)
