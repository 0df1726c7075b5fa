"""What goes with objects that are deleted, what loses its link, and what stands in the way."""

from dataclasses import dataclass

from django.contrib.admin.utils import NestedObjects
from django.db import router

from .records import Records, links_to


@dataclass(frozen=True)
class Deletion:
    """Recorded rows only: the others hold nothing that anybody wrote."""

    deleted: set
    between: set  # rows of links to many, which nobody knows as objects
    unlinked: set
    protected: set


def deletion_of(rows):
    """What would happen if the rows, of any models, were deleted."""
    by_model = _by_model(rows)
    deleted, protected = set(rows), set()
    for model, own in by_model.items():
        collector = NestedObjects(using=router.db_for_write(model))
        collector.collect(own)
        protected |= collector.protected
        deleted |= {row for rows in collector.model_objs.values() for row in rows}
    between = {row for row in deleted if row._meta.auto_created}
    deleted = {row for row in deleted if type(row) in Records.of_model}
    return Deletion(deleted, between, _unlinked_by(deleted) - deleted, protected - deleted)


def _unlinked_by(rows):
    links = {}
    for model, own in _by_model(rows).items():
        for other, pks in links_to(model, [row.pk for row in own]).items():
            links.setdefault(other, set()).update(pks)
    return {
        row for model, pks in links.items() for row in model._default_manager.filter(pk__in=pks)
    }


def _by_model(rows):
    found = {}
    for row in rows:
        found.setdefault(type(row), []).append(row)
    return found
