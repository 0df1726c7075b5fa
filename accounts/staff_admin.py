"""The base of every admin of the project: staff alone, until a class below opens a part of it."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied

from .recorded_admin import RecordedAdmin


def is_staff(user):
    """Being staff suffices for everything; the superuser's flag says nothing more."""
    return user.is_active and user.is_staff


class ScopedChoices:
    """Foreign keys offer and accept only what the other model's admin lets the person choose."""

    def get_field_queryset(self, db, db_field, request):
        if is_staff(request.user):
            return super().get_field_queryset(db, db_field, request)
        model = db_field.remote_field.model
        if not self.admin_site.is_registered(model):
            return model._default_manager.none()
        return self.admin_site.get_model_admin(model).choosable(request)


class StaffOnlyAdmin(ScopedChoices, RecordedAdmin, admin.ModelAdmin):
    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return is_staff(request.user)

    def has_add_permission(self, request):
        return is_staff(request.user)

    def has_change_permission(self, request, obj=None):
        return is_staff(request.user)

    def has_delete_permission(self, request, obj=None):
        return is_staff(request.user)

    def has_history_permission(self, request, obj):
        """Old values tell what the form tells, so whoever may open the one may open the other."""
        return self.has_view_permission(request, obj)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows if is_staff(request.user) else self.rows_of_organiser(request, rows)

    def rows_of_organiser(self, request, rows):
        """Those of the rows that somebody who is not staff may know of."""
        return rows.none()

    def has_choice_permission(self, request):
        return is_staff(request.user)

    def choosable(self, request):
        """The rows that the person may put into a foreign key."""
        rows = self.model._default_manager.all()
        return rows if is_staff(request.user) else rows.none()

    def lookup_allowed(self, lookup, value, request):
        """Only the filters on offer: `?email__startswith=a` would spell out a hidden field."""
        if not super().lookup_allowed(lookup, value, request):
            return False
        return is_staff(request.user) or any(
            lookup == path or lookup.startswith(f"{path}__") for path in self._filters(request)
        )

    def _filters(self, request):
        filters = [*self.get_list_filter(request), self.date_hierarchy]
        paths = [item[0] if isinstance(item, (list, tuple)) else item for item in filters]
        return [getattr(path, "parameter_name", path) for path in paths if path]

    def history_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, unquote(object_id))
        if obj is not None and not self.has_history_permission(request, obj):
            raise PermissionDenied
        return super().history_view(request, object_id, extra_context)
