"""Asking somebody by mail to become an organiser of one edition, and what becomes of it."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .keys import new_secret
from .models import Edition, Invitation, Organiser
from .models.invitation import LIFETIME, expiry

# Nobody invites so many; who does sends mail to strangers in our name.
MOST_OPEN = 30
BETWEEN_MAILS = timedelta(minutes=1)


def digest_of(secret):
    return hashlib.sha256(secret.encode()).hexdigest()


def find_open(secret):
    """The invitation that the secret opens, or None: used, expired, withdrawn or made up."""
    invitations = Invitation.objects.open().select_related("edition__series", "invited_by")
    return invitations.filter(digest=digest_of(secret)).first()


@transaction.atomic
def invite(edition, *, email, role, by):
    # Two invitations at once to one address wait here for one another.
    Edition.objects.select_for_update().get(pk=edition.pk)
    if edition.organisers.filter(user__email__iexact=email).exists():
        raise ValidationError(_("%(email)s is an organiser already.") % {"email": email})
    waiting = edition.invitations.filter(accepted_at__isnull=True)
    if waiting.filter(email__iexact=email).exists():
        raise ValidationError(_("%(email)s is invited already. Renew it below.") % {"email": email})
    if waiting.count() >= MOST_OPEN:
        raise ValidationError(_("Too many invitations are open. Withdraw some first."))
    invitation = Invitation(edition=edition, email=email, role=role)
    return _send(invitation, by=by)


@transaction.atomic
def renew(invitation, *, by):
    """A new link for the same person; the old one is worth nothing any more."""
    invitation = _lock(invitation)
    if invitation.expires_at > timezone.now() + LIFETIME - BETWEEN_MAILS:
        raise ValidationError(_("A mail was sent a moment ago. Wait a minute, then try again."))
    return _send(invitation, by=by)


@transaction.atomic
def withdraw(invitation):
    _lock(invitation).delete()


def _lock(invitation):
    waiting = Invitation.objects.select_for_update().filter(accepted_at__isnull=True)
    locked = waiting.filter(pk=invitation.pk).first()
    if locked is None:
        raise ValidationError(_("This invitation was accepted or withdrawn in the meantime."))
    return locked


def _send(invitation, *, by):
    secret = new_secret()
    invitation.digest = digest_of(secret)
    invitation.expires_at = expiry()
    invitation.invited_by = by
    invitation.save()
    transaction.on_commit(lambda: _mail(invitation, secret))
    return invitation


def _mail(invitation, secret):
    # From the settings: the request's Host header is whatever the sender of the request likes.
    link = settings.SITE_URL.rstrip("/") + reverse("invitation", args=[secret])
    text = render_to_string("events/invitation.txt", {"invitation": invitation, "link": link})
    subject = _("Invitation to organise %(edition)s") % {"edition": invitation.edition.title}
    send_mail(" ".join(subject.split()), text, None, [invitation.email])


@transaction.atomic
def accept(invitation, *, user):
    """Once: of two that accept at the same time, the second finds it used.

    A new user is saved with it, so that no account comes of an invitation that did not count.
    """
    still_open = Invitation.objects.select_for_update().open().filter(pk=invitation.pk).first()
    if still_open is None or still_open.email.lower() != user.email.lower():
        raise ValidationError(_("This invitation is not valid any more."))
    still_open.accepted_at = timezone.now()
    still_open.save()
    if user.pk is None:
        user.save()
    # Who was made an organiser in the meantime keeps the role given then.
    return Organiser.objects.get_or_create(
        user=user, edition=still_open.edition, defaults={"role": still_open.role}
    )[0]
