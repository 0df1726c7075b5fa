from functools import wraps

from django.contrib import admin
from django.contrib.auth import login, logout
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.debug import sensitive_post_parameters

from accounts.models import User
from events.invitations import accept, find_open

from ..inviting import JoinForm


def secret_page(view):
    """Kept nowhere, found by no search engine, and its address told to no other site.

    Not `no-referrer`: a browser then names no origin with the form either, and it is refused.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return cache_control(private=True, no_store=True)(guarded)


@secret_page
@sensitive_post_parameters()
def invitation(request, secret):
    """For a link that does not count it is the same page, whatever the reason."""
    invitation = find_open(secret)
    if invitation is None:
        return _page(request, gone=True, status=404)
    if request.method == "POST" and "sign_out" in request.POST:
        logout(request)
        return redirect(request.path)
    if request.user.is_authenticated:
        return _accepted_by_account(request, invitation)
    if User.objects.filter(email__iexact=invitation.email).exists():
        return _page(request, invitation=invitation, has_account=True)
    return _accepted_by_new_account(request, invitation)


def _accepted_by_account(request, invitation):
    is_theirs = request.user.email.lower() == invitation.email.lower()
    if request.method == "POST" and is_theirs:
        return _accept(request, invitation, request.user)
    return _page(request, invitation=invitation, is_theirs=is_theirs)


def _accepted_by_new_account(request, invitation):
    form = JoinForm(invitation, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _accept(request, invitation, form.filled_user())
    return _page(request, invitation=invitation, form=form)


def _accept(request, invitation, user):
    try:
        accept(invitation, user=user)
    except ValidationError:
        return _page(request, gone=True, status=404)
    if not request.user.is_authenticated:
        login(request, user)
    return redirect("admin:events_edition_change", invitation.edition_id)


def _page(request, *, status=200, **context):
    frame = {**admin.site.each_context(request), **context}
    return render(request, "admin/curation/invitation.html", frame, status=status)
