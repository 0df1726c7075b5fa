"""The one door to an edition: a page asks here, and what may not be seen is a 404."""

from django.shortcuts import get_object_or_404

from .models import Edition, Series


def get_series_or_404(request, series_slug):
    return get_object_or_404(Series.objects.visible_to(request.user), slug=series_slug)


def get_edition_or_404(request, series_slug, edition_slug):
    """A draft is a 404 to the public, so that nothing says it exists."""
    visible = Edition.objects.visible_to(request.user).select_related("series")
    # The head of every page of an edition names the dates it was first announced for.
    visible = visible.prefetch_related("former_dates")
    return get_object_or_404(visible, series__slug=series_slug, slug=edition_slug)
