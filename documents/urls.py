from django.urls import path

from . import views

# /events/<series>/<edition>/
edition_urls = [
    path("documents/", views.documents, name="documents"),
]

# /documents/<key>/
document_urls = [
    path("file/", views.document_file, name="document_file"),
]
