"""An admin whose change form loses nobody's updates: see accounts/conflicts.py."""

from functools import partial

from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from .conflicts import Rows, reconcile
from .versions import version_of

SOMEBODY_SAVED = _(
    "Nothing is saved yet: somebody else has saved this since you opened it. "
    "See at the top what they changed."
)


class VersionedAdmin:
    """Stands before the other base: `class SpeakerAdmin(VersionedAdmin, …)`.

    Its part of the page is in templates/admin/change_form.html.
    """

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None or "_saveasnew" in request.POST:
            return super().changeform_view(request, object_id, form_url, extra_context)
        if request.method == "POST":
            with transaction.atomic():
                return self._post_versioned(request, object_id, form_url, extra_context or {})
        obj = self.get_object(request, unquote(object_id))
        # Before the form reads its values: too old a version asks once too often, never too little.
        version = version_of(obj, self._relations(request, obj)) if obj else ""
        context = {"version": version, **(extra_context or {})}
        return super().changeform_view(request, object_id, form_url, context)

    def _post_versioned(self, request, object_id, form_url, extra_context):
        obj = self._locked(request, object_id)
        request.conflict = None
        if obj:
            request.POST, request.conflict = self._reconciled(request, obj)
        context = {
            "version": request.POST.get("version", ""),
            "conflict": request.conflict,
            **extra_context,
        }
        response = super().changeform_view(request, object_id, form_url, context)
        if request.conflict:
            response.status_code = 409
        return response

    def _locked(self, request, object_id):
        obj = self.get_object(request, unquote(object_id))
        if obj is None or not self.has_change_permission(request, obj):
            return None
        return self.model._default_manager.select_for_update().filter(pk=obj.pk).first()

    def _reconciled(self, request, obj):
        fields = flatten_fieldsets(self.get_fieldsets(request, obj))
        form = self.get_form(request, obj, change=True, fields=fields)
        rows = [
            Rows(
                formset.fk.remote_field.name,
                formset.get_default_prefix(),
                partial(_row, formset.form),
            )
            for formset in self._formsets(request, obj)
        ]
        return reconcile(request.POST, obj, partial(_form, form), rows)

    def _formsets(self, request, obj):
        inlines = self.get_inline_instances(request, obj)
        return [inline.get_formset(request, obj) for inline in inlines]

    def _relations(self, request, obj):
        return [formset.fk.remote_field.name for formset in self._formsets(request, obj)]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return _refusing(form) if getattr(request, "conflict", None) else form


def _form(form, instance):
    return form(instance=instance)


def _row(form, instance, prefix):
    return form(instance=instance, prefix=prefix)


def _refusing(form):
    """The form with one more reason not to save, so that the admin shows again what was typed."""

    def clean(self):
        super(refusing, self).clean()
        raise ValidationError(SOMEBODY_SAVED)

    refusing = type(form.__name__, (form,), {"clean": clean})
    return refusing
