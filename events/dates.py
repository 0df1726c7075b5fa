"""The bounds of every date in the domain.

A date of the year 1 passes Django's forms and then breaks every page that computes with it,
so forms and the database refuse what lies outside.
"""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

EARLIEST = date(1990, 1, 1)
LATEST = date(2099, 12, 31)

MESSAGE = _("Give a year between 1990 and 2099.")

VALIDATORS = [MinValueValidator(EARLIEST, MESSAGE), MaxValueValidator(LATEST, MESSAGE)]


def within_bounds(field, *, name):
    """A constraint that keeps `field` within the bounds; an empty date passes."""
    return CheckConstraint(
        condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__range": (EARLIEST, LATEST)}),
        name=name,
        violation_error_message=MESSAGE,
    )
