"""Which version of an object a form was opened on, and what others have changed since.

A version is the newest history row of the object and of each relation that the same form edits.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Max
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Change:
    """One field that somebody changed; without a field, a row that came or went."""

    who: str
    when: datetime
    subject: str
    field: str
    old: str
    new: str


def version_of(obj, relations=()):
    """A short text for a hidden field: “12.40”."""
    rows = [_rows_of(obj), *(_rows_of_relation(obj, name) for name in relations)]
    newest = [each.aggregate(newest=Max("history_id"))["newest"] or 0 for each in rows]
    return ".".join(map(str, newest))


class Since:
    """What has happened to an object and its relations since a version of it was read."""

    def __init__(self, obj, version, relations=()):
        self.obj = obj
        self.seen = _numbers(version, 1 + len(relations))
        self.rows = {"": _rows_of(obj)}
        self.rows |= {name: _rows_of_relation(obj, name) for name in relations}

    def as_opened(self, relation=""):
        """The objects as they were then, by primary key."""
        return {pk: row.instance for pk, row in self._last_seen(relation).items()}

    def changes(self, fields):
        """In the order of time. `fields`: relation → names of the fields that the form edits."""
        found = [
            change for relation in self.rows for change in self._of(relation, fields[relation])
        ]
        return sorted(found, key=lambda change: change.when)

    def _of(self, relation, fields):
        later = self.rows[relation].filter(history_id__gt=self.seen[self._index(relation)])
        before = self._last_seen(relation)
        for row in later.select_related("history_user").order_by("history_id"):
            yield from _changes(before.get(row.id), row, fields, named=bool(relation))
            before[row.id] = row

    def _last_seen(self, relation):
        rows = self.rows[relation].filter(history_id__lte=self.seen[self._index(relation)])
        return {row.id: row for row in rows.order_by("history_id") if row.history_type != "-"}

    def _index(self, relation):
        return list(self.rows).index(relation)


def _rows_of(obj):
    return type(obj).history.filter(id=obj.pk)


def _rows_of_relation(obj, name):
    """Rows of those that belong to the object, and of those that once did."""
    relation = obj._meta.get_field(name)
    history = relation.related_model.history
    once = history.filter(**{f"{relation.field.name}_id": obj.pk})
    return history.filter(id__in=once.values("id"))


def _numbers(version, count):
    """Of a version that cannot be read nothing is taken as seen."""
    parts = version.split(".")
    if len(parts) != count or not all(part.isdecimal() for part in parts):
        return [0] * count
    return [int(part[:18]) for part in parts]


def _changes(old, new, fields, *, named):
    def change(field="", before="", after=""):
        who = str(new.history_user or _("somebody without an account"))
        subject = name_of(new.instance) if named else ""
        return Change(who, new.history_date, subject, field, before, after)

    if new.history_type == "-":
        yield change(after=_("removed"))
    elif new.history_type == "+":
        yield change(after=_("added"))
    elif old is None:
        yield change(after=_("changed; what it was before is not on record"))
    else:
        for field in _differing(old, new, fields):
            yield change(field.verbose_name, _shown(old, field), _shown(new, field))


def _differing(old, new, fields):
    every = [new.instance_type._meta.get_field(name) for name in fields]
    return [f for f in every if getattr(old, f.attname) != getattr(new, f.attname)]


def name_of(instance):
    """What it was called then, also where what its name is made of is gone."""
    try:
        return str(instance)
    except ObjectDoesNotExist:
        return f"{instance._meta.verbose_name} {instance.pk}"


def _shown(row, field):
    value = getattr(row, field.attname)
    if value in (None, ""):
        return "–"
    if field.is_relation:
        found = field.related_model._default_manager.filter(pk=value).first()
        return str(found or _("removed since"))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _as_text(value)


def _as_text(value):
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if hasattr(value, "hour") and not hasattr(value, "year"):
        return time_format(value, "H:i")
    if hasattr(value, "year"):
        return date_format(value, "j F Y")
    return str(value)
