"""The pages of one edition in the admin. One line a page; its view stands in views/<noun>.py."""

from django.urls import path

from .views import (
    board,
    checklist,
    clone,
    find,
    history,
    invitation,
    landing,
    merge,
    object_history,
    organisers,
    publication,
    session,
    step,
    suggestion,
    tables,
    trash,
    workspace,
)

# /admin/editions/<edition_id>/
edition_urls = [
    path("", workspace.workspace, name="edition_workspace"),
    path("agenda/", board.board, name="edition_board"),
    path("agenda/add/", session.session_add, name="edition_session_add"),
    path("agenda/find/<slug:kind>/", find.find, name="edition_find"),
    path("agenda/<uuid:session_uuid>/", session.session, name="edition_session"),
    path("agenda/<uuid:session_uuid>/move/", board.move, name="edition_session_move"),
    path(
        "agenda/<uuid:session_uuid>/delete/", session.session_delete, name="edition_session_delete"
    ),
    path("organisers/", organisers.organisers, name="edition_organisers"),
    path(
        "organisers/<int:organiser_id>/role/",
        organisers.organiser_role,
        name="edition_organiser_role",
    ),
    path(
        "organisers/<int:organiser_id>/remove/",
        organisers.organiser_remove,
        name="edition_organiser_remove",
    ),
    path(
        "invitations/<int:invitation_id>/renew/",
        organisers.invitation_renew,
        name="edition_invitation_renew",
    ),
    path(
        "invitations/<int:invitation_id>/withdraw/",
        organisers.invitation_withdraw,
        name="edition_invitation_withdraw",
    ),
    path("history/", history.history, name="edition_history"),
    path("history/<uuid:step>/undo/", history.undo, name="edition_undo"),
    path("trash/", trash.trash, name="edition_trash"),
    path("trash/<uuid:step>/restore/", trash.restore, name="edition_restore"),
    path("clone/", clone.clone, name="edition_clone"),
    path("checklist/", checklist.checklist, name="edition_checklist"),
    path("publication/", publication.publication, name="edition_publication"),
    path("tables/", tables.tables, name="edition_tables"),
    path("tables/<slug:table>.<slug:ending>", tables.table_file, name="edition_table"),
    path("tables/<slug:table>/", tables.table_import, name="edition_table_import"),
    path("tables/<slug:table>/confirm/", tables.table_confirm, name="edition_table_confirm"),
]

# /admin/: pages of no one edition, before the admin's own
site_urls = [
    path("", landing.landing, name="landing"),
    path("steps/<uuid:step>/", step.step, name="step"),
    path("merge/<slug:kind>/", merge.merge, name="merge"),
    path("trash/", trash.site_trash, name="site_trash"),
    path("trash/<uuid:step>/restore/", trash.site_restore, name="site_restore"),
    path(
        "<slug:app_label>/<slug:model_name>/<int:pk>/history/",
        object_history.object_history,
        name="object_history",
    ),
]

# /admin/suggestions/<speaker or organisation>/<record_id>/
suggestion_urls = [
    path("", suggestion.suggestion, name="suggestion"),
]

# /invitations/<secret>/
invitation_urls = [
    path("", invitation.invitation, name="invitation"),
]
