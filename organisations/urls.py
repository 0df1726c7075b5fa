from django.urls import path

from . import views

# /organisations/<slug>/
organisation_urls = [
    path("", views.organisation, name="organisation"),
]
