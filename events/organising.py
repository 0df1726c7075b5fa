"""Changing who organises an edition. It never loses its last manager but by the hand of staff."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from .models import Edition, Organiser

MANAGER = Organiser.Role.MANAGER


@transaction.atomic
def change_role(organiser, *, role, by):
    organiser = _lock(organiser)
    if organiser.role == MANAGER and role != MANAGER:
        _keep_a_manager(organiser, by)
        _withdraw_invitations_of(organiser)
    organiser.role = role
    organiser.save()


@transaction.atomic
def remove(organiser, *, by):
    organiser = _lock(organiser)
    if organiser.role == MANAGER:
        _keep_a_manager(organiser, by)
        _withdraw_invitations_of(organiser)
    organiser.delete()


def _lock(organiser):
    """On the edition: two managers who remove each other at once must not both succeed."""
    Edition.objects.select_for_update().get(pk=organiser.edition_id)
    current = Organiser.objects.filter(pk=organiser.pk).first()
    if current is None:
        raise ValidationError(_("This organiser was removed in the meantime."))
    return current


def _keep_a_manager(organiser, by):
    """Nobody would be left to invite others. Staff may, because staff can invite."""
    others = Organiser.objects.filter(edition=organiser.edition_id, role=MANAGER)
    if not by.is_staff and not others.exclude(pk=organiser.pk).exists():
        raise ValidationError(
            _("This is the last manager. Make somebody else a manager first, or ask staff.")
        )


def _withdraw_invitations_of(organiser):
    """Else somebody sent away could come back on an invitation to an address of their own."""
    for invitation in organiser.edition.invitations.filter(
        invited_by=organiser.user, accepted_at__isnull=True
    ):
        invitation.delete()
