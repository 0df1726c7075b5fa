"""The pages of one edition in the admin. One line a page; its view stands in views/<noun>.py."""

from django.urls import path

from .views.invitation import invitation
from .views.organisers import (
    invitation_renew,
    invitation_withdraw,
    organiser_remove,
    organiser_role,
    organisers,
)
from .views.suggestion import suggestion

# /admin/editions/<edition_id>/
edition_urls = [
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
