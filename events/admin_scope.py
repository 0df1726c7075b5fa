"""What organisers may do in the admin: the table of events/permissions.py, enforced in one place.

Every admin of an edition's things derives from `EditionScopedAdmin`, every inline from one of
events/inlines.py; events/checks.py refuses others.
"""

from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied

from accounts.staff_admin import StaffOnlyAdmin, is_staff

from .permissions import Task, editions_where


def remembered(request, key, find):
    """An answer that one page asks for many times: found once a request."""
    answers = request.__dict__.setdefault("answers_on_scope", {})
    if key not in answers:
        answers[key] = find()
    return answers[key]


def edition_ids(request, task):
    """The editions in which the person may do the task, by primary key."""
    return remembered(
        request,
        task,
        lambda: set(editions_where(request.user, task).values_list("pk", flat=True)),
    )


class EditionScopedAdmin(StaffOnlyAdmin):
    """Shows and changes only what belongs to editions in which the person may do so."""

    edition_path = "edition"  # lookup from the model to its edition; "" for the edition itself
    view_task = Task.VIEW
    edit_task = Task.EDIT
    # What an action needs in each edition it touches, where that is not `edit_task`.
    task_of_action = {}

    def may(self, request, task, obj=None):
        """Without an object: in any edition."""
        if is_staff(request.user):
            return True
        editions = edition_ids(request, task)
        return bool(editions) if obj is None else self.edition_id_of(obj) in editions

    def edition_id_of(self, obj):
        *steps, last = self.edition_path.split("__")
        for step in steps:
            obj = getattr(obj, step)
        return getattr(obj, f"{last}_id") if last else obj.pk

    def rows_where(self, request, task, rows):
        path = self.edition_path or "pk"
        return rows.filter(**{f"{path}__in": editions_where(request.user, task)})

    def rows_of_organiser(self, request, rows):
        return self.rows_where(request, self.view_task, rows)

    def has_choice_permission(self, request):
        return self.may(request, self.view_task) and self.may(request, Task.EDIT)

    def choosable(self, request):
        """Of what may be seen, that of the editions in which the person may put it anywhere."""
        rows = self.rows_where(request, Task.EDIT, self.model._default_manager.all())
        return self.rows_where(request, self.view_task, rows)

    def has_view_permission(self, request, obj=None):
        return self.may(request, self.view_task, obj)

    def has_add_permission(self, request):
        return self.may(request, self.edit_task)

    def has_change_permission(self, request, obj=None):
        return self.may(request, self.edit_task, obj)

    def has_delete_permission(self, request, obj=None):
        return self.may(request, self.edit_task, obj)

    def response_action(self, request, queryset):
        """The list holds what may be seen; an action is refused whole if it touches more."""
        touched = queryset
        if request.POST.get("select_across") != "1":
            touched = queryset.filter(pk__in=request.POST.getlist(ACTION_CHECKBOX_NAME))
        if not is_staff(request.user) and any(
            self.rows_where(request, task, touched).count() != touched.count()
            for task in self._tasks_asked(request)
        ):
            raise PermissionDenied
        return super().response_action(request, queryset)

    def _tasks_asked(self, request):
        """Of every action named: which of them Django runs depends on an index in the request."""
        names = request.POST.getlist("action")
        return {self.task_of_action.get(name, self.edit_task) for name in names}
