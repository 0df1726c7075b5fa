"""Take back what a step did, as a step of its own, so that it can be taken back in turn.

Nobody's later work is lost: of a changed object only the fields that the step changed are set
back, and if one of them was changed since, nothing is undone at all and the refusal says by whom.
"""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.history import one_step

from .changes import Change, changes_of, current_states, links_of, states_of
from .object_names import Names, object_name, title_of
from .undo_checks import Ends, obstacles
from .undo_writing import UndoError, Writing, carry_out

# Keys of secret links: one that was withdrawn stays so.
NEVER_SET_BACK = {"preview_key"}
# The secret of an invitation is kept nowhere, so it cannot come back: the person is invited again.
NEVER_MADE_AGAIN = {"events.invitation"}


@transaction.atomic
def undo_step(step, *, by):
    """Restore all that the step made, changed or deleted."""
    changes = changes_of([step])
    if not changes:
        raise UndoError([_("Nothing is recorded of this step.")])
    take_back(changes, by=by, name=_("Undo of: %(step)s") % {"step": title_of(changes)})


@transaction.atomic
def restore_deleted(step, *, by):
    """Bring back what the step deleted, with the links to it. What else it changed stays."""
    wanted = deletions_in(changes_of([step]))
    if not wanted:
        raise UndoError([_("This step deleted nothing.")])
    take_back(wanted, by=by, name=_("Restored: %(what)s") % {"what": title_of(wanted)})


@transaction.atomic
def revert(record, *, by):
    """Set one object back to the values of one historical row."""
    change = change_back_to(record)
    name = object_name(change.model, Names([change]).of_change(change))
    take_back([change], by=by, name=_("Back to earlier values: %(object)s") % {"object": name})
    return change.model._default_manager.get(pk=change.pk)


def change_back_to(record):
    """What would be taken back: the object as it is, and before it the values of the row."""
    model = record.instance_type
    (old,) = states_of(model, [record]).values()
    now = current_states(model, [record.id]).get(record.id)
    return Change(model, record.id, None, old, now, [record])


def deletions_in(changes):
    """Those that deleted something, and of the others the links that were lost by it."""
    deleted = {(change.model, change.pk) for change in changes if change.is_deleted}
    wanted = []
    for change in changes:
        if change.is_deleted:
            wanted.append(change)
        elif change.before and change.after and (lost := _lost(change, deleted)):
            old = change.after | {name: change.before[name] for name in lost}
            wanted.append(
                Change(change.model, change.pk, change.step, old, change.after, change.records)
            )
    return wanted


def _lost(change, deleted):
    """The names of the fields that pointed at what was deleted."""
    return [
        field.attname
        for field in change.fields
        if field.is_relation
        and any((field.related_model, end) in deleted for end in _ends(change, field))
    ]


def _ends(change, field):
    value = change.before[field.attname]
    return value if field in links_of(change.model) else [value]


def take_back(changes, *, by, name):
    now = _lock_and_read(changes)
    changes = [change for change in changes if _is_needed(change, now)]
    if not changes:
        raise UndoError([_("It has been undone already.")])
    names = Names(changes)
    if reasons := obstacles(changes, now, names, by):
        raise UndoError(reasons)
    with one_step(name, by=by):
        carry_out(_writings(changes, now, names))


def _lock_and_read(changes):
    """The present states by model and primary key, which nobody changes until the end."""
    pks = {}
    for change in changes:
        pks.setdefault(change.model, set()).add(change.pk)
    states = {}
    for model, ids in pks.items():
        list(model._default_manager.select_for_update().filter(pk__in=ids).order_by("pk"))
        states |= {(model, pk): state for pk, state in current_states(model, ids).items()}
    return states


def _is_needed(change, now):
    state = now.get((change.model, change.pk))
    if not change.is_known:
        return True
    if change.before is None:
        return state is not None
    if change.after is None:
        return state is None and change.model._meta.label_lower not in NEVER_MADE_AGAIN
    return state is None or bool(_values(change, state))


def _values(change, state):
    """What is to be written into a row that is there: only what the step changed in it."""
    return {
        field.attname: change.before[field.attname]
        for field in change.fields
        if field.attname not in NEVER_SET_BACK
        and not getattr(field, "auto_now", False)
        and state[field.attname] != change.before[field.attname]
    }


def _writings(changes, now, names):
    states = [(change.model, change.before) for change in changes if change.before]
    gone = {(c.model, c.pk) for c in changes if c.before and (c.model, c.pk) not in now}
    ends = Ends(states, restored=gone)
    writings = [_writing(change, now.get((change.model, change.pk)), names) for change in changes]
    if reasons := [_rootless(w, ends, names) for w in writings if ends.missing(w)]:
        raise UndoError(reasons)
    return [replace(w, values=ends.without_missing(w)) for w in writings]


def _writing(change, state, names):
    values = change.before
    if values and state:
        values = _values(change, state)
    name = object_name(change.model, names.of_change(change))
    return Writing(change.model, change.pk, state, values, name)


def _rootless(writing, ends, names):
    field = ends.missing(writing)[0]
    end = names.of(field.related_model, writing.values[field.attname])
    return _("%(object)s belongs to %(end)s, which has been deleted: restore that first.") % {
        "object": writing.name,
        "end": object_name(field.related_model, end),
    }
