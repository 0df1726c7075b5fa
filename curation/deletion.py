"""What goes with an object that is deleted, and what stays but loses its link to it."""

from django.contrib.admin.utils import NestedObjects
from django.db import router

from accounts.records import links_to

from .recorded import EDITION_FIELD


def goes_with(rows):
    """The recorded rows that would be deleted with these or that stand in the way."""
    found = []
    for model in EDITION_FIELD:
        if own := [row for row in rows if type(row) is model]:
            collector = NestedObjects(using=router.db_for_write(model))
            collector.collect(own)
            found += [row for rows in collector.model_objs.values() for row in rows]
            found += collector.protected
    return [row for row in dict.fromkeys(found) if type(row) in EDITION_FIELD and row not in rows]


def unlinked_by(rows):
    """The rows that stay, but lose a link."""
    deleted = [*rows, *goes_with(rows)]
    links = {}
    for row in deleted:
        for model, pks in links_to(row).items():
            links.setdefault(model, set()).update(pks)
    found = [
        row
        for model, pks in links.items()
        for row in model._default_manager.filter(pk__in=pks).order_by("pk")
    ]
    return [row for row in found if row not in deleted]
