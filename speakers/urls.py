from django.urls import path

from . import views

# /events/<series>/<edition>/
edition_urls = [
    path("speakers/", views.edition_speakers, name="edition_speakers"),
]

# /speakers/<slug>/
speaker_urls = [
    path("", views.speaker, name="speaker"),
]
