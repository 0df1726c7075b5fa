"""What a step did to each object: its state before and after.

A state is a dict of the object's recorded values by attribute name; a link to many is a frozenset
of ids. None means that the object was not there.
"""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, OuterRef, Subquery, Value

from accounts.records import Records

from .recorded import EDITION_FIELD


@dataclass
class Change:
    model: type
    pk: Any
    step: uuid.UUID | None
    before: dict | None
    after: dict | None
    records: list = field(default_factory=list, repr=False)
    is_known: bool = True  # False: made before anything was recorded, so `before` is a guess

    @property
    def last(self):
        return self.records[-1]

    @property
    def by(self):
        return self.last.history_user

    @property
    def at(self):
        return self.last.history_date

    @property
    def is_made(self):
        return self.before is None and self.after is not None and self.is_known

    @property
    def is_deleted(self):
        return self.before is not None and self.after is None

    @property
    def state(self):
        return self.after or self.before

    @property
    def fields(self):
        """The names of the fields that differ, in the model's order."""
        old, new = self.before or {}, self.after or {}
        return [f for f in fields_of(self.model) if old.get(f.attname) != new.get(f.attname)]


def fields_of(model):
    tracked = model.history.model.tracked_fields
    return [model._meta.get_field(f.name) for f in tracked] + links_of(model)


def links_of(model):
    return Records.of_model[model].get_m2m_fields_from_model(model)


def states_of(model, records):
    """The states in historical rows, by their history_id."""
    found = {record.history_id: _values(model, record) for record in records}
    for link in links_of(model):
        between = getattr(model.history.model, link.name).model
        rows = between.objects.filter(history_id__in=found)
        ends = defaultdict(set)
        for history_id, end in rows.values_list(
            "history_id", f"{link.m2m_reverse_field_name()}_id"
        ):
            ends[history_id].add(end)
        for history_id, state in found.items():
            state[link.attname] = frozenset(ends[history_id])
    return found


def current_states(model, pks):
    """The states of the rows as they are, by primary key."""
    rows = model._default_manager.prefetch_related(*[link.name for link in links_of(model)])
    found = rows.in_bulk(pks)
    return {pk: current_state(row) for pk, row in found.items()}


def current_state(row):
    links = {
        link.attname: frozenset(end.pk for end in getattr(row, link.name).all())
        for link in links_of(type(row))
    }
    return _values(type(row), row) | links


def _values(model, row):
    # Prepared as for the database, so that a file and its name, a country and its code are equal.
    tracked = model.history.model.tracked_fields
    fields = [model._meta.get_field(f.name) for f in tracked]
    return {f.attname: f.get_prep_value(getattr(row, f.attname)) for f in fields}


def changes_of(steps, rows_of=lambda model: model.history.all()):
    """What the steps did, in the order of EDITION_FIELD; `rows_of` may narrow the rows."""
    models = models_in(steps, rows_of)
    return [change for model in models for change in _changes_in(model, steps, rows_of(model))]


def models_in(steps, rows_of):
    """The models of which the steps have rows: one query for all of them."""
    queries = [
        rows_of(model)
        .filter(step__in=steps)
        .order_by()
        .annotate(label=Value(model._meta.label_lower, CharField()))
        .values_list("label", flat=True)
        .distinct()
        for model in EDITION_FIELD
    ]
    labels = set(queries[0].union(*queries[1:]))
    return [model for model in EDITION_FIELD if model._meta.label_lower in labels]


def _changes_in(model, steps, rows):
    earlier = model.history.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
    prior = Subquery(earlier.order_by("-history_id").values("history_id")[:1])
    records = rows.filter(step__in=steps).annotate(prior=prior).order_by("history_id")
    groups = defaultdict(list)
    for record in records.select_related("history_user"):
        groups[record.step, record.id].append(record)
    firsts = [group[0].prior for group in groups.values()]
    priors = model.history.filter(history_id__in=[pk for pk in firsts if pk])
    states = states_of(model, [*priors, *(record for g in groups.values() for record in g)])
    for (step, pk), group in groups.items():
        yield _change(model, pk, step, group, states)


def _change(model, pk, step, records, states):
    first, last = records[0], records[-1]
    after = None if last.history_type == "-" else states[last.history_id]
    if first.history_type == "+":
        return Change(model, pk, step, None, after, records)
    before = states.get(first.prior) or (states[last.history_id] if after is None else None)
    return Change(model, pk, step, before, after, records, is_known=before is not None)
