"""Headings and tabs that the public would open and find nothing under."""

from django.urls import reverse
from django.utils.translation import gettext as _

from documents.models import Document
from events.models import Session
from gallery.models import Album
from organisations.models import Partnership

from .people import appearances
from .problem import Problem, missing, problem_of


def empty_headings(edition):
    supporters = [p for p in edition.partnerships.all() if p.role == SUPPORT]
    if edition.keeps_financial_support and not supporters:
        sentence = _("“With financial support from” stands over nobody")
        yield problem_of(edition, sentence)


SUPPORT = Partnership.Role.FINANCIAL_SUPPORT


def albums_without_photos(edition):
    for album in edition.albums.all():
        if not album.photos.all():
            yield problem_of(album, album.title)


def empty_tabs(edition):
    if not edition.sessions.all():
        yield missing(Session, edition, _("Agenda: no session"))
    if not appearances(edition):
        url = reverse("admin:speakers_appearance_add")
        yield Problem(_("Speakers: nobody"), url)
    if not any(document.is_obtainable for document in edition.documents.all()):
        yield missing(Document, edition, _("Documents: none that can be had"))
    if not any(album.photos.all() for album in edition.albums.all()):
        yield missing(Album, edition, _("Gallery: no photo"))
