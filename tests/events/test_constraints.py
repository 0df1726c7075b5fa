from datetime import date

import pytest
from django.db import IntegrityError

from tests.factories import (
    FigureFactory,
    FormerDatesFactory,
    OrganiserFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_an_organiser_has_one_role_in_an_edition():
    organiser = OrganiserFactory(role="viewer")

    with pytest.raises(IntegrityError):
        OrganiserFactory(user=organiser.user, edition=organiser.edition, role="manager")


@pytest.mark.parametrize(
    "refused",
    [
        {"starts_on": date(2024, 10, 25), "ends_on": date(2024, 10, 24)},
        {"starts_on": date(1, 1, 1)},
        {"ends_on": date(2100, 1, 1)},
    ],
)
def test_former_dates_are_dates(refused):
    with pytest.raises(IntegrityError):
        FormerDatesFactory(**refused)


def test_a_figure_was_counted_on_a_date_within_bounds():
    assert FigureFactory(counted_on=None).pk
    with pytest.raises(IntegrityError):
        FigureFactory(counted_on=date(1, 1, 1))


def test_an_address_has_one_account_in_any_case():
    UserFactory(email="ana@example.org")

    with pytest.raises(IntegrityError):
        UserFactory(email="Ana@example.org")
