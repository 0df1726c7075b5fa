import pytest
from django.contrib.auth.models import AnonymousUser

from events.models import Organiser
from events.permissions import TASKS_OF_ROLE, Task, editions_where, may
from tests.factories import EditionFactory, OrganiserFactory, StaffFactory, UserFactory


def test_every_role_says_what_it_allows():
    assert set(TASKS_OF_ROLE) == set(Organiser.Role)


@pytest.mark.django_db
@pytest.mark.parametrize("role", Organiser.Role)
def test_an_organiser_may_do_what_the_role_allows_in_their_edition_alone(role):
    organiser = OrganiserFactory(role=role)
    other = EditionFactory(public=True)

    allowed = {task for task in Task if may(organiser.user, task, organiser.edition)}

    assert allowed == TASKS_OF_ROLE[role]
    assert [task for task in Task if may(organiser.user, task, other)] == []


@pytest.mark.django_db
def test_staff_may_do_everything_and_nobody_else_anything():
    edition = EditionFactory(public=True)
    gone = StaffFactory(is_active=False)

    assert all(may(StaffFactory(), task, edition) for task in Task)
    for user in [gone, UserFactory(), AnonymousUser()]:
        assert not any(may(user, task, edition) for task in Task)
        assert not any(editions_where(user, task) for task in Task)
