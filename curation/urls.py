"""The pages of one edition in the admin. One line a page; its view stands in views/<noun>.py."""

from django.urls import path

from .views import board, session, suggestions

# /admin/editions/<edition_id>/
edition_urls = [
    path("agenda/", board.board, name="edition_board"),
    path("agenda/add/", session.session_add, name="edition_session_add"),
    path("agenda/find/<slug:kind>/", suggestions.suggestions, name="edition_suggestions"),
    path("agenda/<uuid:session_uuid>/", session.session, name="edition_session"),
    path("agenda/<uuid:session_uuid>/move/", board.move, name="edition_session_move"),
    path(
        "agenda/<uuid:session_uuid>/delete/", session.session_delete, name="edition_session_delete"
    ),
]
