from django.urls import path

from . import views

# /events/<series>/<edition>/
edition_urls = [
    path("gallery/", views.gallery, name="gallery"),
]

# /photos/<key>/
photo_urls = [
    path("file/", views.photo_file, name="photo_file"),
]
