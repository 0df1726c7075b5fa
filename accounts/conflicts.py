"""No lost updates: what others saved since a form was opened is set beside what was typed.

A form's page carries the version it was opened on in a field `version`. What only others changed
is taken over into the form, what only the editor changed stays, and what both changed is asked:
field by field, under the name `choose-<field>`, “mine” or “theirs”.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.db.models import Model
from django.utils.translation import gettext as _

from .posted import (
    drop_rows,
    is_left_out,
    is_touched,
    posted,
    posted_rows,
    posted_values,
    read,
    shown,
    take_over,
)
from .versions import Change, Since, name_of, version_of


@dataclass(frozen=True)
class Rows:
    """A relation whose rows stand in the same form, as a formset."""

    relation: str
    prefix: str
    form_for: Callable  # (instance, prefix=…) → unbound form
    # Whether a row that somebody removed can be put back, by saving it without its id. If not, as
    # in the admin's formsets, which take no row whose object is gone, it leaves the form.
    can_return: bool = False


@dataclass(frozen=True)
class Clash:
    """A field, or a whole row, that both have changed."""

    name: str  # of the radio buttons
    label: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Conflict:
    changes: list[Change]
    clashes: list[Clash]
    version: str


def reconcile(data, obj, form, rows=()):
    """Return the posted data as it is to be shown or saved, and the Conflict or None.

    `obj` was read, and locked, in the transaction that will save. `form`: instance → unbound form.
    Data without a version, which no page of ours posts, is taken to be of the newest.
    """
    data = data.copy()
    relations = [each.relation for each in rows]
    for each in rows:
        if not each.can_return:
            drop_rows(data, each.prefix, _gone(data, obj, each))
    places = [Place("", "", obj.pk, form, obj), *_places_of_rows(data, obj, rows)]
    for place in places:
        place.apply_choices(data)
    if not data.get("version"):
        return data, None
    since = Since(obj, data["version"], relations)
    changes = since.changes(_edited_fields(obj, form, rows))
    if not changes:
        return data, None
    clashes = [clash for place in places for clash in place.merge(data, since)]
    data["version"] = version_of(obj, relations)
    return data, Conflict(changes, clashes, data["version"])


@dataclass(frozen=True)
class Place:
    """Where a page edits one object: its own fields, or a row of a relation."""

    relation: str
    prefix: str
    pk: int
    form: Callable  # instance → unbound form
    now: Model | None  # None: somebody removed it

    def apply_choices(self, data):
        if self.now is None:
            if data.get(f"choose-{self.prefix}") == "theirs":
                data[f"{self.prefix}-DELETE"] = "on"
            return
        form = self.form(self.now)
        for bound in form:
            if data.get(f"choose-{bound.html_name}") == "theirs":
                take_over(data, form, bound)

    def merge(self, data, since):
        """Take over what only others changed, and return what both did."""
        base = since.as_opened(self.relation).get(self.pk)
        if self.now is None:
            return self._merge_removed(data, base)
        then = posted_values(self.form(base)) if base else {}
        form = self.form(self.now)
        clashes = [self._merge_field(data, form, bound, then) for bound in form]
        return [clash for clash in clashes if clash]

    def _merge_field(self, data, form, bound, then):
        name, theirs = bound.html_name, posted(bound)
        if bound.is_hidden or theirs == then.get(name) or is_left_out(data, bound):
            return None
        mine = read(data, name)
        if mine == then.get(name):
            take_over(data, form, bound)
        elif mine != theirs:
            label = f"{self.now}: {bound.label}" if self.prefix else bound.label
            return Clash(f"choose-{name}", label, shown(bound, mine), shown(bound, theirs))
        return None

    def _merge_removed(self, data, base):
        touched = base is None or any(is_touched(data, bound) for bound in self.form(base))
        if not touched:
            data[f"{self.prefix}-DELETE"] = "on"
            return []
        data[f"{self.prefix}-id"] = ""
        name = name_of(base) if base else self.prefix
        return [Clash(f"choose-{self.prefix}", name, _("keep, as typed below"), _("removed"))]


def _places_of_rows(data, obj, rows):
    for each in rows:
        now = _now(obj, each.relation)
        for number, pk in posted_rows(data, each.prefix):
            prefix = f"{each.prefix}-{number}"
            if pk is not None or f"choose-{prefix}" in data:
                form = partial(each.form_for, prefix=prefix)
                yield Place(each.relation, prefix, pk, form, now.get(pk))


def _now(obj, relation):
    related = obj._meta.get_field(relation)
    return related.related_model._default_manager.filter(**{related.field.name: obj}).in_bulk()


def _gone(data, obj, rows):
    now = _now(obj, rows.relation)
    posted = posted_rows(data, rows.prefix)
    return [number for number, pk in posted if pk is not None and pk not in now]


def _edited_fields(obj, form, rows):
    fields = {"": _model_fields(form(obj))}
    for each in rows:
        model = obj._meta.get_field(each.relation).related_model
        fields[each.relation] = _model_fields(each.form_for(model(), prefix=each.prefix))
    return fields


def _model_fields(form):
    """Those a form edits: it says so itself where its fields are named otherwise."""
    named = getattr(form, "edits", form.fields)
    known = {field.name for field in form._meta.model._meta.concrete_fields}
    return [name for name in named if name in known]
