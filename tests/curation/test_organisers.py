import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from events.invitations import LIFETIME, MOST_OPEN, digest_of, invite
from events.models import Invitation, Organiser
from tests.factories import EditionFactory, OrganiserFactory, StaffFactory, UserFactory

pytestmark = pytest.mark.django_db

Role = Organiser.Role


@pytest.fixture
def manager():
    return OrganiserFactory(role=Role.MANAGER)


@pytest.fixture
def edition(manager):
    return manager.edition


@pytest.fixture
def signed_in(client, manager):
    client.force_login(manager.user)
    return client


@pytest.fixture
def there(edition):
    return reverse("edition_organisers", args=[edition.pk])


@pytest.fixture
def send(signed_in, there, django_capture_on_commit_callbacks):
    def send(email, role=Role.EDITOR, **headers):
        with django_capture_on_commit_callbacks(execute=True):
            return signed_in.post(there, {"email": email, "role": role}, **headers)

    return send


def invited(edition, by, email="ada@example.org"):
    return invite(edition, email=email, role=Role.EDITOR, by=by.user)


def roles_in(edition):
    return dict(edition.organisers.values_list("user__email", "role"))


def test_an_invitation_is_mailed_with_a_link_of_the_settings(edition, send, settings):
    settings.SITE_URL = "https://site.example"

    response = send("Ada@Example.org", Role.VIEWER, headers={"host": "evil.example"})
    assert response.status_code == 400  # not even answered under a foreign name

    send("Ada@Example.org", Role.VIEWER)

    (message,) = mail.outbox
    (secret,) = re.findall(r"^https://site\.example/invitations/(\w+)/$", message.body, re.M)
    (invitation,) = Invitation.objects.all()
    assert message.to == ["Ada@example.org"]
    assert (invitation.email, invitation.role) == ("Ada@example.org", Role.VIEWER)
    assert invitation.digest == digest_of(secret)
    assert secret not in str(Invitation.objects.values())


@pytest.mark.parametrize("email", ["", "nonsense", "there@example.org", "THERE@example.org"])
def test_a_refused_invitation_keeps_what_was_typed(edition, send, email):
    OrganiserFactory(edition=edition, user=UserFactory(email="there@example.org"))

    response = send(email)

    page = response.content.decode()
    assert response.status_code == 200
    assert "errorlist" in page
    assert f'value="{email}"' in page or not email
    assert (list(Invitation.objects.all()), mail.outbox) == ([], [])


def test_an_address_is_invited_once(edition, manager, send):
    invited(edition, manager)

    response = send("ADA@example.org")

    assert "is invited already" in response.content.decode()
    assert Invitation.objects.count() == 1


def test_nobody_invites_without_end(edition, manager, send):
    for number in range(MOST_OPEN):
        invited(edition, manager, f"ada-{number}@example.org")

    assert "Too many invitations" in send("one-more@example.org").content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_cannot_be_sent_is_told(signed_in, there, settings):
    settings.EMAIL_BACKEND = "tests.curation.test_organisers.SilentServer"

    page = signed_in.post(there, {"email": "ada@example.org", "role": Role.EDITOR}, follow=True)

    assert "the mail could not be sent" in page.content.decode()
    assert Invitation.objects.count() == 1


class SilentServer:
    def __init__(self, **options):
        pass

    def send_messages(self, messages):
        raise TimeoutError


def test_renewing_sends_another_link_and_the_old_one_is_worth_nothing(
    edition, manager, signed_in, django_capture_on_commit_callbacks
):
    invitation = invited(edition, manager)
    Invitation.objects.update(expires_at=timezone.now())
    old = invitation.digest

    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(reverse("edition_invitation_renew", args=[edition.pk, invitation.pk]))

    invitation.refresh_from_db()
    assert invitation.digest != old
    assert invitation.expires_at - timezone.now() > LIFETIME * 0.99
    assert [message.to for message in mail.outbox] == [["ada@example.org"]]


def test_renewing_at_once_sends_no_second_mail(
    edition, manager, signed_in, django_capture_on_commit_callbacks
):
    invitation = invited(edition, manager)

    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(reverse("edition_invitation_renew", args=[edition.pk, invitation.pk]))

    assert mail.outbox == []
    assert Invitation.objects.get().digest == invitation.digest


def test_withdrawing_takes_the_invitation_away(edition, manager, signed_in):
    invitation = invited(edition, manager)

    signed_in.post(reverse("edition_invitation_withdraw", args=[edition.pk, invitation.pk]))

    assert not Invitation.objects.exists()


def test_a_role_is_changed_and_an_organiser_removed(edition, manager, signed_in):
    viewer = OrganiserFactory(edition=edition, role=Role.VIEWER)
    gone = OrganiserFactory(edition=edition)

    signed_in.post(
        reverse("edition_organiser_role", args=[edition.pk, viewer.pk]), {"role": Role.EDITOR}
    )
    signed_in.post(reverse("edition_organiser_remove", args=[edition.pk, gone.pk]))

    assert roles_in(edition) == {manager.user.email: "manager", viewer.user.email: "editor"}


@pytest.mark.parametrize("page", ["edition_organiser_role", "edition_organiser_remove"])
def test_the_last_manager_stays(edition, manager, signed_in, page):
    OrganiserFactory(edition=edition, role=Role.EDITOR)
    OrganiserFactory(role=Role.MANAGER)  # of another edition, which does not count

    response = signed_in.post(
        reverse(page, args=[edition.pk, manager.pk]), {"role": Role.VIEWER}, follow=True
    )

    assert roles_in(edition)[manager.user.email] == "manager"
    assert "This is the last manager" in response.content.decode()


def test_a_manager_goes_where_another_stays_and_takes_open_invitations_along(
    edition, manager, signed_in
):
    OrganiserFactory(edition=edition, role=Role.MANAGER)
    invited(edition, manager)

    response = signed_in.post(reverse("edition_organiser_remove", args=[edition.pk, manager.pk]))

    assert response.url == reverse("admin:index")
    assert manager.user.email not in roles_in(edition)
    assert not Invitation.objects.exists()


def test_staff_may_take_the_last_manager_away(client, edition, manager):
    client.force_login(StaffFactory())

    client.post(reverse("edition_organiser_remove", args=[edition.pk, manager.pk]))

    assert roles_in(edition) == {}


@pytest.mark.parametrize(
    "page",
    [
        "edition_organiser_role",
        "edition_organiser_remove",
        "edition_invitation_renew",
        "edition_invitation_withdraw",
    ],
)
def test_nothing_of_another_edition_is_reached(edition, signed_in, page):
    foreign = OrganiserFactory(role=Role.MANAGER)
    invitation = invited(foreign.edition, foreign)
    target = foreign.pk if "organiser_" in page else invitation.pk

    response = signed_in.post(reverse(page, args=[edition.pk, target]), {"role": Role.VIEWER})

    assert response.status_code == 404
    foreign.refresh_from_db()
    assert foreign.role == Role.MANAGER
    assert Invitation.objects.get().digest == invitation.digest


@pytest.mark.parametrize("count", [3, 30])
def test_queries_do_not_grow_with_the_organisers(
    edition, manager, signed_in, there, count, django_assert_max_num_queries
):
    for number in range(count - 1):
        OrganiserFactory(edition=edition)
        invited(edition, manager, f"ada-{number}@example.org")
    invited(EditionFactory(), manager, "hidden@example.org")

    with django_assert_max_num_queries(16):
        page = signed_in.get(there).content.decode()

    assert page.count("/remove/") == count
    assert page.count("/withdraw/") == count - 1
    assert "hidden@example.org" not in page
