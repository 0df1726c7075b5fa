from django.urls import path

from . import views

# /events/<series>/
series_urls = [
    path("", views.series, name="series"),
]
