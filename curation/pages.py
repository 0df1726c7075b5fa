"""The frame of an edition's pages in the admin: who may open them, and what each page shows."""

from functools import wraps

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from events.permissions import Task, editions_where, may, runs_the_site

from .menu import menu_of


def edition_page(task):
    """A view of one edition, `view(request, edition)`, for those who may do the task in it.

    Signed out: to the sign-in page. Another edition's organiser: 404, so that nothing says it
    exists. An organiser whose role is too small: 403.
    """

    def decorate(view):
        @wraps(view)
        def guarded(request, edition_id, **kwargs):
            if not admin.site.has_permission(request):
                return redirect_to_login(request.get_full_path(), "admin:login")
            seen = editions_where(request.user, Task.VIEW).select_related("series")
            edition = get_object_or_404(seen, pk=edition_id)
            if not may(request.user, task, edition):
                raise PermissionDenied
            return view(request, edition, **kwargs)

        guarded.task = task
        return guarded

    return decorate


def render_edition_page(request, template, edition, *, status=200, **context):
    """Render with what the admin's frame and the edition's menu need."""
    frame = {
        **admin.site.each_context(request),
        "edition": edition,
        "may": {task.value: may(request.user, task, edition) for task in Task},
    }
    frame["menu"] = menu_of(edition, frame["may"], here=request.resolver_match.url_name)
    return render(request, template, {**frame, **context}, status=status)


def site_page(view):
    """A view for those who run the whole site. For others it is not there."""

    @wraps(view)
    def guarded(request, **kwargs):
        if not admin.site.has_permission(request):
            return redirect_to_login(request.get_full_path(), "admin:login")
        if not runs_the_site(request.user):
            raise Http404
        return view(request, **kwargs)

    return guarded


def render_site_page(request, template, *, status=200, **context):
    return render(request, template, {**admin.site.each_context(request), **context}, status=status)
