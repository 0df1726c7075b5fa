"""Write restored values, in whatever order the database accepts."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.deletion import deletion_of

from .changes import fields_of, links_of
from .recorded import EDITION_FIELD


class UndoError(Exception):
    """Nothing was undone; `reasons` are sentences for whoever asked."""

    def __init__(self, reasons):
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass
class Writing:
    """One object: `now` None is made again, `values` None is deleted, else `values` are set."""

    model: type
    pk: Any
    now: dict | None
    values: dict | None
    name: str

    @property
    def links(self):
        names = [link.attname for link in links_of(self.model)]
        return {name: self.values[name] for name in names if name in (self.values or {})}

    @property
    def columns(self):
        return {name: value for name, value in self.values.items() if name not in self.links}


def carry_out(writings):
    """Foreign keys are checked at the end of the transaction, uniqueness at every statement.

    So what moves away from an object comes before its deletion, and what is refused is tried
    again after the rest: another row may have had its place.
    """
    places = {model: place for place, model in enumerate(EDITION_FIELD)}
    writings = sorted(writings, key=lambda writing: places[writing.model])
    changed = [w for w in writings if w.now and w.values is not None and w.columns]
    made = [w for w in writings if w.now and w.values is None]
    gone = [w for w in writings if not w.now]
    _do_all(
        [partial(_set, writing) for writing in changed]
        + [partial(_delete, writing) for writing in reversed(made)]
        + [partial(_make, writing) for writing in gone]
    )
    for writing in writings:
        for name, ends in writing.links.items():
            row = writing.model._default_manager.get(pk=writing.pk)
            getattr(row, name).set(ends)


def _do_all(operations):
    while operations:
        refused, reasons = [], []
        for operation in operations:
            try:
                with transaction.atomic():
                    operation()
            except (ValidationError, IntegrityError) as error:
                refused.append(operation)
                reasons.append(_reason(operation.args[0], error))
        if len(refused) == len(operations):
            raise UndoError(reasons)
        operations = refused


def _reason(writing, error):
    why = getattr(error, "messages", None) or [_("The database does not accept it.")]
    return _("%(object)s cannot be set back: %(why)s") % {
        "object": writing.name,
        "why": " ".join(why),
    }


def _set(writing):
    state = _columns(writing.model, writing.now) | writing.columns
    row = writing.model.from_db(DEFAULT_DB_ALIAS, list(state), list(state.values()))
    _validate(row)
    # Only these: what history leaves out, such as a password, is not in the state.
    stamps = [f.attname for f in fields_of(writing.model) if getattr(f, "auto_now", False)]
    row.save(update_fields=[*writing.columns, *stamps])


def _make(writing):
    row = writing.model(**writing.columns)
    _validate(row)
    row.save(force_insert=True)


def _delete(writing):
    row = writing.model._default_manager.get(pk=writing.pk)
    if deletion_of([row]).deleted != {row}:
        raise IntegrityError
    row.delete()


def _validate(row):
    row.validate_unique()
    row.validate_constraints()


def _columns(model, state):
    links = {link.attname for link in links_of(model)}
    return {name: value for name, value in state.items() if name not in links}
