from contextlib import contextmanager

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.invitations import invite, renew, withdraw
from events.models import Organiser
from events.organising import change_role, remove
from events.permissions import Task

from ..inviting import InviteForm, RoleForm
from ..pages import edition_page, render_edition_page


@edition_page(Task.INVITE)
def organisers(request, edition):
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with _told(request, form), _mail_told(request):
            invite(edition, by=request.user, **form.cleaned_data)
            messages.success(request, _("Invited: %(email)s.") % form.cleaned_data)
        if not form.errors:
            return redirect("edition_organisers", edition.pk)
    return render_edition_page(
        request,
        "admin/curation/organisers.html",
        edition,
        organisers=edition.organisers.select_related("user").order_by("user__email"),
        invitations=edition.invitations.filter(accepted_at=None).select_related("invited_by"),
        roles=Organiser.Role.choices,
        form=form,
    )


@edition_page(Task.INVITE)
@require_POST
def organiser_role(request, edition, organiser_id):
    organiser = get_object_or_404(edition.organisers, pk=organiser_id)
    form = RoleForm(request.POST)
    with _told(request):
        if form.is_valid():
            change_role(organiser, role=form.cleaned_data["role"], by=request.user)
            messages.success(request, _("The role was changed."))
    return _back(request, edition)


@edition_page(Task.INVITE)
@require_POST
def organiser_remove(request, edition, organiser_id):
    organiser = get_object_or_404(edition.organisers, pk=organiser_id)
    with _told(request):
        remove(organiser, by=request.user)
        messages.success(request, _("%(who)s was removed.") % {"who": organiser.user})
    return _back(request, edition)


@edition_page(Task.INVITE)
@require_POST
def invitation_renew(request, edition, invitation_id):
    invitation = get_object_or_404(edition.invitations, pk=invitation_id)
    with _told(request), _mail_told(request):
        renew(invitation, by=request.user)
        messages.success(request, _("A new link was sent to %s.") % invitation.email)
    return _back(request, edition)


@edition_page(Task.INVITE)
@require_POST
def invitation_withdraw(request, edition, invitation_id):
    invitation = get_object_or_404(edition.invitations, pk=invitation_id)
    with _told(request):
        withdraw(invitation)
        messages.success(request, _("The invitation was withdrawn."))
    return _back(request, edition)


@contextmanager
def _told(request, form=None):
    """A refusal is told beside the form, or at the head of the next page."""
    try:
        yield
    except ValidationError as error:
        if form is not None:
            form.add_error(None, error)
        else:
            messages.error(request, " ".join(error.messages))


@contextmanager
def _mail_told(request):
    try:
        yield
    except OSError:
        messages.error(
            request, _("The invitation is kept, but the mail could not be sent. Renew it later.")
        )


def _back(request, edition):
    """Whoever gave the own role away finds this page closed."""
    if edition.organisers.filter(user=request.user).exists() or request.user.is_staff:
        return redirect("edition_organisers", edition.pk)
    return redirect("admin:index")
