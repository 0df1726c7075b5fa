from django.shortcuts import render

from .access import get_series_or_404
from .calendar import calendar_of


def series(request, series_slug):
    series = get_series_or_404(request, series_slug)
    calendar = calendar_of(series, request.user)
    return render(request, "events/series.html", {"series": series, "calendar": calendar})
