"""Deleting in the admin: says all that goes with it and what loses a link, and how to undo it."""

from django.contrib import messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .deletion import deletion_of
from .history import current_step
from .records import Records


class RecordedAdmin:
    """A part of StaffOnlyAdmin, the base of every admin of the project."""

    delete_confirmation_template = "admin/recorded_delete_confirmation.html"
    delete_selected_confirmation_template = "admin/recorded_delete_selected_confirmation.html"

    def get_deleted_objects(self, objs, request):
        deleted, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        deletion = deletion_of(list(objs))
        links = {f"{capfirst(row._meta.verbose_name)}: {row}" for row in deletion.between}
        deleted = _without(links, deleted)
        for row in deletion.between:
            counts.pop(row._meta.verbose_name_plural, None)
        if protected:
            protected = self._named(request, deletion.protected)
        elif deletion.unlinked:
            names = self._named(request, deletion.unlinked)
            deleted = [*deleted, _("These stay, but lose their link to it:"), names]
        return deleted, counts, perms_needed, protected

    def _named(self, request, rows):
        """Their names; of those that the person may not see, only how many."""
        seen = [row for row in rows if self._may_see(request, row)]
        names = sorted(f"{capfirst(row._meta.verbose_name)}: {row}" for row in seen)
        if hidden := len(rows) - len(seen):
            names.append(
                ngettext("%(n)s more in another edition", "%(n)s more in other editions", hidden)
                % {"n": hidden}
            )
        return names

    def _may_see(self, request, row):
        if not self.admin_site.is_registered(type(row)):
            return request.user.is_staff
        return self.admin_site.get_model_admin(type(row)).has_view_permission(request, row)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        self._offer_undo(request)

    def delete_queryset(self, request, queryset):
        super().delete_queryset(request, queryset)
        self._offer_undo(request)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if any(formset.deleted_objects for formset in formsets):
            self._offer_undo(request)

    def _offer_undo(self, request):
        if self.model not in Records.of_model:
            return
        address = reverse("step", args=[current_step()])
        link = format_html('<a href="{}">{}</a>', address, _("See what went with it, or undo it"))
        self.message_user(request, link, messages.INFO)


def _without(texts, nested):
    """The nested list of the confirmation without these texts, and without what is empty then."""
    lists = [_without(texts, each) if isinstance(each, list) else each for each in nested]
    return [each for each in lists if each not in ([], *texts)]
