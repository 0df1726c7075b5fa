from django.shortcuts import render

from events.access import get_edition_or_404

from .front import front_of
from .schedule import schedule_of


def edition(request, series_slug, edition_slug):
    edition = get_edition_or_404(request, series_slug, edition_slug)
    return render(
        request,
        "agenda/edition.html",
        {"edition": edition, "front": front_of(edition), "schedule": schedule_of(edition)},
    )


def agenda(request, series_slug, edition_slug):
    edition = get_edition_or_404(request, series_slug, edition_slug)
    return render(
        request,
        "agenda/agenda.html",
        {"edition": edition, "schedule": schedule_of(edition)},
    )
