"""Who may see what a step did, and who may take it back: the same as may do it."""

from django.contrib import admin

from accounts.models import User
from events.models import Edition, FormerDates, Invitation, Organiser, Series
from events.permissions import Task, editions_where

from .models import Suggestion
from .recorded import EDITION_FIELD, editions_of

# Beyond Task.EDIT: models and fields of an edition that only some may change.
TASK_OF = {Organiser: Task.INVITE, Invitation: Task.INVITE, FormerDates: Task.PUBLISH}
PUBLISHED_FIELDS = {
    "stage",
    "visibility",
    "slug",
    "starts_on",
    "ends_on",
    "date_note",
    "over_by",
    "time_zone",
}
STAFF_FIELDS = {"series_id"}
FOR_STAFF = {User, Series, Suggestion}
# Shown only to those who may change the record.
PRIVATE_FIELDS = {("speakers.speaker", "email")}


class Rights:
    """What the sender of the request may see and undo of many changes, asked at once."""

    def __init__(self, request, changes, *, elsewhere=frozenset()):
        """`elsewhere`: the steps that changed more than is given, in other editions."""
        self.request = request
        self.elsewhere = elsewhere
        self.user = request.user
        self.steps = {}
        for change in changes:
            self.steps.setdefault(change.step, []).append(change)
        if not self.user.is_staff:
            self.editions = _editions(changes)
            self.allowed = {
                task: set(editions_where(self.user, task).values_list("pk", flat=True))
                for task in (Task.VIEW, Task.EDIT, Task.PUBLISH, Task.INVITE)
            }

    def visible(self):
        return [change for step in self.steps for change in self.visible_of(step)]

    def visible_of(self, step):
        """Of a step that reaches into foreign editions, no shared record is told."""
        changes = self.steps[step]
        if self.user.is_staff:
            return changes
        bound = [change for change in changes if EDITION_FIELD[change.model]]
        seen = [change for change in bound if self._may_see(change)]
        if seen != bound or step in self.elsewhere:
            return seen
        shared = [change for change in changes if not EDITION_FIELD[change.model]]
        return seen + [change for change in shared if self._may_undo_shared(change)]

    def may_undo(self, step):
        if step in self.elsewhere:
            return False
        if self.user.is_staff:
            return True
        return all(
            self._may_undo(change) if EDITION_FIELD[change.model] else self._may_undo_shared(change)
            for change in self.steps[step]
        )

    def _may_see(self, change):
        task = Task.INVITE if TASK_OF.get(change.model) is Task.INVITE else Task.VIEW
        return self.editions[id(change)] <= self.allowed[task]

    def _may_undo(self, change):
        task = TASK_OF.get(change.model, Task.EDIT)
        if change.model is Edition:
            if change.before is None or change.after is None or _touches(change, STAFF_FIELDS):
                return False
            task = Task.PUBLISH if _touches(change, PUBLISHED_FIELDS) else Task.EDIT
        return self.editions[id(change)] <= self.allowed[task]

    def _may_undo_shared(self, change):
        """What the step made, what the person did, and what is theirs to change."""
        if change.model in FOR_STAFF:
            return False
        return change.is_made or change.by == self.user or may_change(self.request, change)


def may_change(request, change):
    row = change.model._default_manager.filter(pk=change.pk).first()
    model_admin = admin.site.get_model_admin(change.model)
    return row is not None and model_admin.has_change_permission(request, row)


def _touches(change, names):
    return any(field.attname in names for field in change.fields)


def _editions(changes):
    """The editions that each change touches: that of the object before, and that of it after."""
    states = [
        (change, state) for change in changes for state in (change.before, change.after) if state
    ]
    found = {id(change): set() for change in changes}
    places = editions_of([(change.model, state) for change, state in states])
    for (change, _state), edition in zip(states, places, strict=True):
        if EDITION_FIELD[change.model]:
            found[id(change)].add(edition)
    return found
