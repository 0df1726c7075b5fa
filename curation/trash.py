"""What was deleted of late and is still gone."""

from dataclasses import dataclass

from django.utils import timezone

from .changes import changes_of
from .paging import changes_in_edition, newest_steps, steps_elsewhere
from .recorded import EDITION_FIELD, OF_EDITIONS, records_in
from .timeline import RESTORABLE_FOR, Entry, Step, steps_from
from .undo import NEVER_MADE_AGAIN, deletions_in


@dataclass(frozen=True)
class Deletion:
    """One step's: what somebody deleted, what went with it, and what lost a link by it."""

    step: Step
    deleted: list[Entry]
    went_with: list[Entry]
    unlinked: list[Entry]


def deletions(request, edition=None, *, before=None):
    """Newest first, and the key of the next page; of one edition or of everything."""
    models = OF_EDITIONS if edition else list(EDITION_FIELD)
    steps, more = newest_steps(lambda model: _deleted(model, edition), models, before=before)
    changes = changes_in_edition(edition, steps) if edition else changes_of(steps)
    elsewhere = steps_elsewhere(edition, steps) if edition else set()
    found = steps_from(request, _still_gone(changes), elsewhere=elsewhere)
    return [_deletion(step) for step in found], more


def restorable(step):
    """The changes that restoring would take back: none once it is too long ago."""
    changes = deletions_in(changes_of([step]))
    oldest = timezone.now() - RESTORABLE_FOR
    return [change for change in changes if change.at > oldest]


def _deleted(model, edition):
    rows = records_in(model, edition) if edition else model.history.all()
    oldest = timezone.now() - RESTORABLE_FOR
    return rows.filter(history_type="-", history_date__gt=oldest)


def _still_gone(changes):
    there = set()
    for model in {change.model for change in changes}:
        pks = [change.pk for change in changes if change.model is model and change.is_deleted]
        found = model._default_manager.filter(pk__in=pks).values_list("pk", flat=True)
        there |= {(model, pk) for pk in found}
    gone = [c for c in deletions_in(changes) if (c.model, c.pk) not in there]
    gone = [c for c in gone if c.model._meta.label_lower not in NEVER_MADE_AGAIN]
    steps = {change.step for change in gone if change.is_deleted}
    return [change for change in gone if change.step in steps]


def _deletion(step):
    gone = {(entry.change.model, entry.change.pk) for entry in step.deleted}
    went_with = [entry for entry in step.deleted if _ends(entry.change) & gone]
    deleted = [entry for entry in step.deleted if entry not in went_with]
    return Deletion(step, deleted, went_with, step.others)


def _ends(change):
    """What the object stood in or belonged to."""
    keys = [f for f in change.model._meta.concrete_fields if f.many_to_one and not f.null]
    return {(key.related_model, change.before.get(key.attname)) for key in keys}
