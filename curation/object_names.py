"""What objects are called, also those that are gone: a query or two for each model, however many.

What belongs to an edition that the reader may not see is not named.
"""

from collections import defaultdict

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import FileField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.permissions import Task, editions_where

from .changes import fields_of, links_of, states_of
from .recorded import EDITION_FIELD, OF_EDITIONS, editions_of


class Names:
    def __init__(self, changes, reader=None):
        """`reader` None: for staff, who may see everything."""
        self.rows = {model: {} for model in EDITION_FIELD}
        self.wanted = defaultdict(set)
        self.hidden = set()
        for change in changes:
            for state in filter(None, [change.before, change.after]):
                self._want_ends_of(change.model, state)
        # What points at others stands below them: their names are wanted once it is read.
        for model in reversed(EDITION_FIELD):
            self._read(model)
        for model, rows in self.rows.items():
            for row in rows.values():
                self._join(model, row)
        if reader and not reader.is_staff:
            self._hide_from(reader)

    def of(self, model, pk):
        if (model, pk) in self.hidden:
            return _("something in another edition")
        row = self.rows.get(model, {}).get(pk)
        return _text_of(row) if row else f"{model._meta.verbose_name} {pk}"

    def of_change(self, change):
        row = row_of(change.model, change.state)
        self._join(change.model, row)
        return _text_of(row)

    def _want_ends_of(self, model, state):
        for field in fields_of(model):
            if field.is_relation and (value := state.get(field.attname)):
                self.wanted[field.related_model].update(
                    value if isinstance(value, frozenset) else {value}
                )

    def _read(self, model):
        ids = self.wanted.pop(model, None)
        if not ids:
            return
        rows = self.rows[model]
        rows.update(model._default_manager.in_bulk(ids))
        if gone := ids - rows.keys():
            records = list(model.history.filter(id__in=gone).order_by("history_id"))
            states = states_of(model, records)
            rows.update({r.id: row_of(model, states[r.history_id]) for r in records})
        for row in rows.values():
            for field in _keys_of(model):
                self.wanted[field.related_model].add(getattr(row, field.attname))

    def _join(self, model, row):
        for field in _keys_of(model):
            end = self.rows.get(field.related_model, {}).get(getattr(row, field.attname))
            if end:
                field.set_cached_value(row, end)

    def _hide_from(self, reader):
        seen = set(editions_where(reader, Task.VIEW).values_list("pk", flat=True))
        rows = [(model, row) for model in OF_EDITIONS for row in self.rows[model].values()]
        states = [(model, keys_state(row)) for model, row in rows]
        for (model, row), edition in zip(rows, editions_of(states), strict=True):
            if edition not in seen:
                self.hidden.add((model, row.pk))


def keys_state(row):
    """As much of a state as says where the row belongs."""
    return {"id": row.pk} | {f.attname: getattr(row, f.attname) for f in _keys_of(type(row))}


def row_of(model, state):
    """An unsaved object with the values of a state. Of files it knows nothing."""
    links = {link.attname for link in links_of(model)}
    files = {f.attname for f in fields_of(model) if isinstance(f, FileField)}
    return model(**{name: value for name, value in state.items() if name not in links | files})


def object_name(model, text):
    """“Session “Opening””."""
    return _("%(kind)s “%(name)s”") % {"kind": capfirst(model._meta.verbose_name), "name": text}


def name_of_row(row):
    return object_name(type(row), str(row))


def title_of(changes, names=None):
    """The name of the step, or its first object and how many more."""
    if named := [r.step_name for change in changes for r in change.records if r.step_name]:
        return named[0]
    names = names or Names(changes)
    first = next((change for change in changes if change.model in OF_EDITIONS), changes[0])
    title = object_name(first.model, names.of_change(first))
    if more := len(changes) - 1:
        title += " " + ngettext("and %(n)s more", "and %(n)s more", more) % {"n": more}
    return title


def _keys_of(model):
    return [f for f in fields_of(model) if f.many_to_one and f.related_model in EDITION_FIELD]


def _text_of(row):
    try:
        return str(row)
    except ObjectDoesNotExist:
        return f"{row._meta.verbose_name} {row.pk}"
