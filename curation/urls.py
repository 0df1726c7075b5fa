"""The pages of one edition in the admin. One line a page; its view stands in views/<noun>.py."""

from django.urls import path

from .views.board import board, move
from .views.find import find
from .views.invitation import invitation
from .views.organisers import (
    invitation_renew,
    invitation_withdraw,
    organiser_remove,
    organiser_role,
    organisers,
)
from .views.session import session, session_add, session_delete
from .views.suggestion import suggestion

# /admin/editions/<edition_id>/
edition_urls = [
    path("agenda/", board, name="edition_board"),
    path("agenda/add/", session_add, name="edition_session_add"),
    path("agenda/find/<slug:kind>/", find, name="edition_find"),
    path("agenda/<uuid:session_uuid>/", session, name="edition_session"),
    path("agenda/<uuid:session_uuid>/move/", move, name="edition_session_move"),
    path("agenda/<uuid:session_uuid>/delete/", session_delete, name="edition_session_delete"),
    path("organisers/", organisers, name="edition_organisers"),
    path("organisers/<int:organiser_id>/role/", organiser_role, name="edition_organiser_role"),
    path(
        "organisers/<int:organiser_id>/remove/", organiser_remove, name="edition_organiser_remove"
    ),
    path(
        "invitations/<int:invitation_id>/renew/",
        invitation_renew,
        name="edition_invitation_renew",
    ),
    path(
        "invitations/<int:invitation_id>/withdraw/",
        invitation_withdraw,
        name="edition_invitation_withdraw",
    ),
]

# /admin/suggestions/<speaker or organisation>/<record_id>/
suggestion_urls = [
    path("", suggestion, name="suggestion"),
]

# /invitations/<secret>/
invitation_urls = [
    path("", invitation, name="invitation"),
]
