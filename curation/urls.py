"""The pages of one edition in the admin. One line a page; its view stands in views/<noun>.py."""

from django.urls import path

from .views.clone import clone
from .views.history import history, undo
from .views.merge import merge
from .views.object_history import object_history
from .views.step import step
from .views.trash import restore, site_restore, site_trash, trash

# /admin/editions/<edition_id>/
edition_urls = [
    path("history/", history, name="history"),
    path("history/<uuid:step>/undo/", undo, name="undo"),
    path("trash/", trash, name="trash"),
    path("clone/", clone, name="clone"),
    path("trash/<uuid:step>/restore/", restore, name="restore"),
]

# /admin/: pages of no one edition, before the admin's own
site_urls = [
    path("steps/<uuid:step>/", step, name="step"),
    path("merge/<slug:kind>/", merge, name="merge"),
    path("trash/", site_trash, name="site_trash"),
    path("trash/<uuid:step>/restore/", site_restore, name="site_restore"),
    path(
        "<slug:app_label>/<slug:model_name>/<int:pk>/history/",
        object_history,
        name="object_history",
    ),
]
