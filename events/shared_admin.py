"""Speakers and organisations: one record for all editions, so that its links lead everywhere."""

from functools import reduce
from operator import or_

from django.contrib.admin.utils import unquote
from django.db.models import Q
from django.urls import reverse

from accounts.staff_admin import StaffOnlyAdmin, is_staff

from .admin_scope import edition_ids, remembered
from .permissions import Task


class SharedAdmin(StaffOnlyAdmin):
    """Whoever edits an edition may choose and add records, and change those that are theirs alone.

    Of other records a change is suggested to staff: see curation/views/suggestion.py.
    """

    change_form_template = "admin/shared_change_form.html"
    edition_paths = []  # lookups from a record to the editions that use it
    private_fields = []  # shown only to those who may change the record
    open_search_fields = []  # what organisers search in; others would tell of hidden editions

    def is_theirs(self, request, record):
        """Used in editions alone that the person may edit; of an unused one, its maker's."""
        return remembered(
            request, (self.model, record.pk), lambda: self._is_theirs(request, record)
        )

    def _is_theirs(self, request, record):
        used_in = self._editions_of(record)
        if used_in:
            return used_in <= edition_ids(request, Task.EDIT)
        return record.history.filter(history_type="+", history_user=request.user.pk).exists()

    def _editions_of(self, record):
        this = self.model._default_manager.filter(pk=record.pk)
        found = [set(this.values_list(path, flat=True)) for path in self.edition_paths]
        return set().union(*found) - {None}

    def may_edit_somewhere(self, request):
        return is_staff(request.user) or bool(edition_ids(request, Task.EDIT))

    def rows_of_organiser(self, request, rows):
        """Who appears only in drafts of others is not listed; whoever edits may choose them."""
        records = self.model._default_manager
        seen = Q(pk__in=records.visible_to(request.user).values("pk"))
        if not self.may_edit_somewhere(request):
            return rows.filter(seen)
        uses = [Q(**{f"{path}__isnull": False}) for path in self.edition_paths]
        used = records.filter(reduce(or_, uses))
        return rows.filter(seen | ~Q(pk__in=used.values("pk")))

    def has_choice_permission(self, request):
        return self.may_edit_somewhere(request)

    def choosable(self, request):
        rows = self.model._default_manager.all()
        return rows if self.may_edit_somewhere(request) else rows.none()

    def has_view_permission(self, request, obj=None):
        return is_staff(request.user) or bool(edition_ids(request, Task.VIEW))

    def has_add_permission(self, request):
        return self.may_edit_somewhere(request)

    def has_change_permission(self, request, obj=None):
        if is_staff(request.user):
            return True
        return self.may_edit_somewhere(request) and (obj is None or self.is_theirs(request, obj))

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_history_permission(self, request, obj):
        """Old values hold private fields too, and say who works on other editions."""
        return self.has_change_permission(request, obj)

    def get_exclude(self, request, obj=None):
        hidden = obj is not None and not self.has_change_permission(request, obj)
        return [
            *(super().get_exclude(request, obj) or []),
            *(self.private_fields if hidden else []),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Where the record is not the reader's to change, say how a change is suggested."""
        record = self.get_object(request, unquote(object_id))
        if record is not None and not self.has_change_permission(request, record):
            context = {"is_for_staff": True}
            if self.has_choice_permission(request):
                kind = self.opts.model_name
                context["suggestion_url"] = reverse("suggestion", args=[kind, record.pk])
            extra_context = {**context, **(extra_context or {})}
        return super().change_view(request, object_id, form_url, extra_context)

    def get_search_fields(self, request):
        return self.search_fields if is_staff(request.user) else self.open_search_fields
