"""The whole site on one screen. Every address begins with a fixed word, so no slug is reserved."""

from django.contrib import admin
from django.urls import include, path

from agenda.urls import edition_urls as agenda_urls
from curation.urls import edition_urls as curation_urls
from curation.urls import invitation_urls, suggestion_urls
from curation.urls import site_urls as curation_site_urls
from documents.urls import document_urls
from documents.urls import edition_urls as documents_urls
from events.urls import series_urls
from gallery.urls import edition_urls as gallery_urls
from gallery.urls import photo_urls
from organisations.urls import organisation_urls
from speakers.urls import edition_urls as speakers_urls
from speakers.urls import speaker_urls

edition_urls = agenda_urls + speakers_urls + documents_urls + gallery_urls

urlpatterns = [
    path("", include("website.urls")),
    path("events/<slug:series_slug>/", include(series_urls)),
    path("events/<slug:series_slug>/<slug:edition_slug>/", include(edition_urls)),
    path("speakers/<slug:slug>/", include(speaker_urls)),
    path("organisations/<slug:slug>/", include(organisation_urls)),
    path("documents/<slug:key>/", include(document_urls)),
    path("photos/<slug:key>/", include(photo_urls)),
    path("admin/editions/<int:edition_id>/", include(curation_urls)),
    path("admin/suggestions/<slug:kind>/<int:record_id>/", include(suggestion_urls)),
    path("invitations/<slug:secret>/", include(invitation_urls)),
    path("admin/", include(curation_site_urls)),
    path("admin/", admin.site.urls),
]
