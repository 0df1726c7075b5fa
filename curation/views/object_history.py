"""The recorded history of one object, in place of the stock admin's list of log entries."""

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect

from ..object_history import versions_of
from ..pages import render_site_page
from ..recorded import EDITION_FIELD
from ..undo import change_back_to, revert
from ..undo_rights import Rights
from .history import undone_or_said


def object_history(request, app_label, model_name, pk):
    if not admin.site.has_permission(request):
        return redirect_to_login(request.get_full_path(), "admin:login")
    model_admin = _recorded_admin_or_404(app_label, model_name)
    row = model_admin.get_object(request, str(pk))
    if row is None:
        raise Http404
    if not model_admin.has_history_permission(request, row):
        raise PermissionDenied
    may_change = model_admin.has_change_permission(request, row)
    if request.method == "POST":
        return _revert(request, row, may_change)
    versions, more = versions_of(request, row, private=may_change)
    return render_site_page(
        request,
        "admin/curation/object_history.html",
        row=row,
        opts=row._meta,
        versions=versions,
        older=more,
        may_change=may_change,
    )


def _recorded_admin_or_404(app_label, model_name):
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError as error:
        raise Http404 from error
    if model not in EDITION_FIELD or not admin.site.is_registered(model):
        raise Http404
    return admin.site.get_model_admin(model)


def _revert(request, row, may_change):
    wanted = request.POST.get("record", "")
    records = type(row).history.filter(id=row.pk).exclude(history_type="-")
    record = get_object_or_404(records, pk=wanted[:18] if wanted.isdecimal() else 0)
    change = change_back_to(record)
    if not may_change or not Rights(request, [change]).may_undo(change.step):
        raise PermissionDenied
    undone_or_said(request, lambda: revert(record, by=request.user))
    return redirect(request.path)
