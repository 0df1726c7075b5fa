import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User


def make(**options):
    output = StringIO()
    call_command("make_staff_account", stdout=output, **options)
    return output.getvalue()


@pytest.mark.django_db
def test_makes_one_superuser_and_tells_the_password(client):
    output = make()

    user = User.objects.get()
    password = re.search(r"  password +(\S+)", output)[1]
    assert (user.email, user.is_staff, user.is_superuser) == ("staff@example.org", True, True)
    assert user.check_password(password)
    assert len(password) >= 16
    assert "http://127.0.0.1:8000/admin/" in output
    assert "only this once" in output


@pytest.mark.django_db
def test_does_nothing_where_there_is_staff():
    User.objects.create_user("editor@example.org", is_staff=True)
    before = list(User.objects.values())

    assert make() == ""
    assert list(User.objects.values()) == before


@pytest.mark.django_db
def test_users_that_are_not_staff_do_not_count():
    User.objects.create_user("organiser@example.org")

    make(email="chief@example.org")

    assert User.objects.filter(is_staff=True).get().email == "chief@example.org"


@pytest.mark.django_db
def test_does_not_lift_an_account_that_is_not_staff():
    User.objects.create_user("Organiser@example.org")

    with pytest.raises(CommandError, match="has an account that is not staff"):
        make(email="organiser@example.org")

    assert not User.objects.filter(is_staff=True).exists()


@pytest.mark.django_db
def test_passwords_differ():
    first = make()
    User.objects.all().delete()

    assert make() != first
