"""No lost updates: what others saved since a form was opened is set beside what was typed.

A form's page carries the version it was opened on in a field `version`. What only others changed
is taken over into the form, what only the editor changed stays, and what both changed is asked:
field by field, under the name `choose-<field>`, “mine” or “theirs”.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import CheckboxInput, ModelChoiceField
from django.utils.translation import gettext as _

from .versions import Change, Since, version_of

MOST_ROWS = 1000


@dataclass(frozen=True)
class Rows:
    """A relation whose rows stand in the same form, as a formset."""

    relation: str
    prefix: str
    form_for: Callable  # (instance, prefix=…) → unbound form
    # Whether a row that somebody removed can be put back by saving it without its id.
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
    can_return: bool = False

    def apply_choices(self, data):
        if self.now is None:
            if data.get(f"choose-{self.prefix}") == "theirs":
                data[f"{self.prefix}-DELETE"] = "on"
            return
        form = self.form(self.now)
        for bound in form:
            if data.get(f"choose-{bound.html_name}") == "theirs":
                _take_over(data, form, bound)

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
        name, theirs = bound.html_name, _posted(bound)
        if bound.is_hidden or theirs == then.get(name) or _is_left_out(data, bound):
            return None
        mine = _read(data, name)
        if mine == then.get(name):
            _take_over(data, form, bound)
        elif mine != theirs:
            label = f"{self.now}: {bound.label}" if self.prefix else bound.label
            return Clash(f"choose-{name}", label, _shown(bound, mine), _shown(bound, theirs))
        return None

    def _merge_removed(self, data, base):
        touched = base is None or any(
            not bound.is_hidden and _read(data, bound.html_name) != _posted(bound)
            for bound in self.form(base)
        )
        if not touched or not self.can_return:
            data[f"{self.prefix}-DELETE"] = "on"
            return []
        data[f"{self.prefix}-id"] = ""
        return [Clash(f"choose-{self.prefix}", str(base), _("keep, as typed below"), _("removed"))]


def _places_of_rows(data, obj, rows):
    for each in rows:
        related = obj._meta.get_field(each.relation)
        now = related.related_model.objects.filter(**{related.field.name: obj}).in_bulk()
        total = data.get(f"{each.prefix}-TOTAL_FORMS", "")
        for number in range(min(int(total), MOST_ROWS) if total.isdecimal() else 0):
            prefix = f"{each.prefix}-{number}"
            pk = data.get(f"{prefix}-id", "")
            if pk.isdecimal() or f"choose-{prefix}" in data:
                pk = int(pk[:18]) if pk.isdecimal() else None
                form = partial(each.form_for, prefix=prefix)
                yield Place(each.relation, prefix, pk, form, now.get(pk), each.can_return)


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


def posted_values(form):
    """What a browser would post for an unbound form that nobody has touched."""
    return {bound.html_name: _posted(bound) for bound in form}


def _posted(bound):
    value = bound.value()
    if isinstance(bound.field.widget, CheckboxInput):
        return ["on"] if value else []
    text = bound.field.widget.format_value(value)
    texts = text if isinstance(text, list | tuple) else [text]
    return [_plain(each) for each in texts] or [""]


def _read(data, name):
    return [_plain(text) for text in data.getlist(name)]


def _plain(text):
    """Browsers post other ends of lines than are kept, and forms strip."""
    return str("" if text is None else text).replace("\r\n", "\n").strip()


def _is_left_out(data, bound):
    return bound.field.widget.value_omitted_from_data(data, {}, bound.html_name)


def _take_over(data, form, bound):
    """Put the form's value into the data, with the hidden fields that belong to it."""
    for name in [bound.name, *getattr(form, "companions", {}).get(bound.name, [])]:
        data.setlist(form[name].html_name, _posted(form[name]))


def _shown(bound, texts):
    """As people read it: a choice by its label."""
    if isinstance(bound.field.widget, CheckboxInput):
        return _("yes") if texts else _("no")
    text = ", ".join(texts)
    if isinstance(bound.field, ModelChoiceField):
        try:
            return str(bound.field.clean(text) or "–")
        except ValidationError:
            return text
    return str(dict(getattr(bound.field, "choices", [])).get(text, text)) or "–"
