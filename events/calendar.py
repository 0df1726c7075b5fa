"""The editions of a series as a visitor looks for them: what comes, then what was, by year."""

from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

from .models import Edition


@dataclass(frozen=True)
class Year:
    year: int | None
    editions: list[Edition]


@dataclass(frozen=True)
class Calendar:
    upcoming: list[Edition]
    past: list[Year]


def calendar_of(series, user):
    """Two queries. Past editions of unknown days stand in the year by which they were over."""
    visible = series.editions.visible_to(user).select_related("series")
    today = timezone.localdate()
    past = visible.past(today).latest_first()
    return Calendar(
        upcoming=list(visible.upcoming(today).soonest_first()),
        past=[Year(year, list(editions)) for year, editions in groupby(past, _year)],
    )


def _year(edition):
    return (edition.starts_on or edition.over_by).year
