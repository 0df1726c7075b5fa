import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from events.invitations import accept, digest_of, find_open
from events.models import Invitation, Organiser
from tests.factories import EditionFactory, OrganiserFactory, UserFactory

pytestmark = pytest.mark.django_db

SECRET = "abcdefgh" * 4
ACCOUNT = {
    "name": "Ada Lovelace",
    "new_password1": "analytical engine 1843",
    "new_password2": "analytical engine 1843",
}


@pytest.fixture
def invitation():
    return Invitation.objects.create(
        edition=EditionFactory(name="Zanzibar"),
        email="Ada@example.org",
        role=Organiser.Role.EDITOR,
        digest=digest_of(SECRET),
    )


@pytest.fixture
def there(invitation):
    return reverse("invitation", args=[SECRET])


def organisers(invitation):
    return list(invitation.edition.organisers.values_list("user__email", "role"))


def test_the_page_says_what_it_is_about_and_is_kept_nowhere(client, there):
    response = client.get(there)

    page = response.content.decode()
    assert "Zanzibar" in page
    assert "Editor" in page
    assert "Ada@example.org" in page
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Robots-Tag"] == "noindex"
    assert find_open(SECRET)


def test_a_new_account_is_made_and_signed_in(client, invitation, there):
    response = client.post(there, ACCOUNT)

    user = User.objects.get()
    page = reverse("admin:events_edition_change", args=[invitation.edition_id])
    assert (user.email, user.name, user.is_staff) == ("Ada@example.org", "Ada Lovelace", False)
    assert user.check_password(ACCOUNT["new_password1"])
    assert organisers(invitation) == [("Ada@example.org", "editor")]
    assert response.url == page
    assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"new_password2": "something else"},
        {"new_password1": "short", "new_password2": "short"},
        {"new_password1": "password", "new_password2": "password"},
        {"new_password1": "ada@example.org", "new_password2": "ada@example.org"},
    ],
    ids=["no name", "unlike", "short", "common", "the address"],
)
def test_a_weak_account_is_refused_and_the_name_kept(client, invitation, there, wrong):
    response = client.post(there, ACCOUNT | wrong)

    assert "errorlist" in response.content.decode()
    assert (wrong.get("name") == "") or "Ada Lovelace" in response.content.decode()
    assert not User.objects.exists()
    assert organisers(invitation) == []
    assert find_open(SECRET)


def test_the_owner_of_an_account_signs_in_and_accepts_by_post(client, invitation, there):
    user = UserFactory(email="ada@EXAMPLE.org")

    asked = client.get(there).content.decode()
    assert f"{reverse('admin:login')}?next={there}" in asked
    assert "new_password1" not in asked
    client.post(there, ACCOUNT)
    assert organisers(invitation) == []

    signed_in = client.post(
        f"{reverse('admin:login')}?next={there}",
        {"username": user.email, "password": "correct horse battery", "next": there},
    )
    assert signed_in.url == there
    client.get(there)
    assert organisers(invitation) == []
    client.post(there)
    assert organisers(invitation) == [(user.email, "editor")]


def test_another_account_does_not_accept_but_may_sign_out(client, invitation, there):
    client.force_login(UserFactory(email="other@example.org"))

    page = client.get(there).content.decode()
    client.post(there, ACCOUNT)
    assert "other@example.org" in page
    assert "Ada@example.org" not in page
    assert organisers(invitation) == []

    client.post(there, {"sign_out": "yes"})
    assert "new_password1" in client.get(there).content.decode()


def test_an_inactive_account_gets_nowhere(client, invitation, there):
    UserFactory(email="ada@example.org", is_active=False)

    client.post(there, ACCOUNT)
    signed_in = client.post(
        reverse("admin:login"),
        {"username": "ada@example.org", "password": "correct horse battery", "next": there},
    )

    assert signed_in.status_code == 200
    assert organisers(invitation) == []


def used(invitation):
    accept(invitation, user=UserFactory(email=invitation.email))


def expired(invitation):
    Invitation.objects.update(expires_at=timezone.now())


def withdrawn(invitation):
    invitation.delete()


@pytest.mark.parametrize("gone", [used, expired, withdrawn])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_does_not_count_looks_like_one_that_never_was(
    client, invitation, there, gone, method
):
    gone(invitation)
    users = User.objects.count()

    found = getattr(client, method)(there, ACCOUNT)
    unknown = getattr(client, method)(reverse("invitation", args=["z" * 32]), ACCOUNT)

    assert found.status_code == unknown.status_code == 404
    assert without_token(found) == without_token(unknown)
    assert "Zanzibar" not in found.content.decode()
    assert User.objects.count() == users


def without_token(response):
    return re.sub(r'csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


def test_it_is_accepted_once(invitation):
    """Two that found it open at the same time: the second comes too late."""
    first, second = find_open(SECRET), find_open(SECRET)
    user = UserFactory(email="ada@example.org")

    accept(first, user=user)
    Organiser.objects.all().delete()
    with pytest.raises(ValidationError):
        accept(second, user=user)

    assert organisers(invitation) == []


def test_a_role_given_in_the_meantime_stays(invitation):
    user = UserFactory(email="ada@example.org")
    OrganiserFactory(user=user, edition=invitation.edition, role=Organiser.Role.MANAGER)

    accept(invitation, user=user)

    assert organisers(invitation) == [("ada@example.org", "manager")]
