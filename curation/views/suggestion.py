from django.contrib import admin, messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ..suggesting import MODELS, suggest, suggestion_form


def suggestion(request, kind, record_id):
    if not admin.site.has_permission(request):
        return redirect_to_login(request.get_full_path(), "admin:login")
    record = _record_or_404(request, kind, record_id)
    record_url = reverse(f"admin:{record._meta.app_label}_{kind}_change", args=[record.pk])
    title = str(record)
    form = suggestion_form(record, request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        suggest(record, values=form.proposed(), reason=reason, by=request.user)
        messages.success(request, _("Thank you. Staff will look at your suggestion."))
        return redirect(record_url)
    context = {"record": title, "record_url": record_url, "form": form}
    page = {**admin.site.each_context(request), **context}
    return render(request, "admin/curation/suggestion.html", page)


def _record_or_404(request, kind, record_id):
    """Only what the person may look at and choose; others' drafts are not there."""
    if kind not in MODELS:
        raise Http404
    model_admin = admin.site.get_model_admin(MODELS[kind])
    record = model_admin.get_object(request, str(record_id))
    if record is None or not model_admin.has_choice_permission(request):
        raise Http404
    return record
