from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from accounts.staff_admin import ScopedChoices


class LabelledFormSet(BaseInlineFormSet):
    """In a table only the column's head names a field; a screen reader needs a name with each."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        for field in form.fields.values():
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs.setdefault("aria-label", field.label)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = _("Delete this row")


class ScopedInline(ScopedChoices):
    """The rights in an inline are those in the object that it stands in."""

    edit_task = None  # where the inline needs another task than the object

    def has_view_permission(self, request, obj=None):
        return self._parent.has_view_permission(request, obj)

    def has_add_permission(self, request, obj):
        return self._may_edit(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._may_edit(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may_edit(request, obj)

    @property
    def _parent(self):
        return self.admin_site.get_model_admin(self.parent_model)

    def _may_edit(self, request, obj):
        if self.edit_task:
            return self._parent.may(request, self.edit_task, obj)
        if obj is None:
            return self._parent.has_add_permission(request)
        return self._parent.has_change_permission(request, obj)


class TabularInline(ScopedInline, admin.TabularInline):
    formset = LabelledFormSet


class StackedInline(ScopedInline, admin.StackedInline):
    pass
