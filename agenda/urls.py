from django.urls import path

from . import views

# /events/<series>/<edition>/
edition_urls = [
    path("", views.edition, name="edition"),
    path("agenda/", views.agenda, name="agenda"),
]
