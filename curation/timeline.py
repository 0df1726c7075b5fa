"""What happened, step by step: the read model of every page that shows history."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.text import capfirst

from .changes import Change
from .object_names import Names, object_name
from .showing import shown
from .undo_rights import PRIVATE_FIELDS, Rights

# What was deleted can be restored for so long; afterwards its files may be gone.
RESTORABLE_FOR = timedelta(days=30)


@dataclass(frozen=True)
class FieldChange:
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One object in a step."""

    change: Change
    name: str
    kind: str  # made, changed or deleted
    fields: list[FieldChange]


@dataclass(frozen=True)
class Step:
    id: UUID
    at: datetime
    by: object
    name: str
    entries: list[Entry]
    may_undo: bool
    is_part: bool = False  # the rest of it is not shown here

    @property
    def deleted(self):
        return [entry for entry in self.entries if entry.kind == "deleted"]

    @property
    def others(self):
        return [entry for entry in self.entries if entry.kind != "deleted"]


def steps_from(request, changes, *, elsewhere=frozenset()):
    """The visible part of each step, newest first.

    `elsewhere`: steps of which the changes are only a part, so that they are not undone from here.
    """
    rights = Rights(request, changes, elsewhere=elsewhere)
    names = Names(rights.visible(), reader=request.user)
    steps = [
        _step(request, visible, names, rights.may_undo(step), step in elsewhere)
        for step in rights.steps
        if (visible := rights.visible_of(step))
    ]
    return sorted(steps, key=lambda step: (step.at, step.id.hex), reverse=True)


def _step(request, changes, names, may_undo, is_part):
    last = max(changes, key=lambda change: change.at)
    titles = [record.step_name for change in changes for record in change.records]
    entries = [entry_of(change, names, private=request.user.is_staff) for change in changes]
    title = next(filter(None, titles), "")
    return Step(last.step, last.at, last.by, title, entries, may_undo, is_part)


def entry_of(change, names, *, private):
    fields = [
        FieldChange(
            capfirst(field.verbose_name),
            shown(field, change.before, names),
            shown(field, change.after, names),
        )
        for field in change.fields
        if field.editable and not field.primary_key and (private or not _is_private(change, field))
    ]
    fields = [field for field in fields if field.old != field.new]
    name = object_name(change.model, names.of_change(change))
    return Entry(change, name, _kind(change), fields)


def _kind(change):
    if change.is_made:
        return "made"
    return "deleted" if change.after is None else "changed"


def _is_private(change, field):
    return (change.model._meta.label_lower, field.attname) in PRIVATE_FIELDS
