"""Why something cannot be undone, in sentences that name only what the reader may see."""

from collections import defaultdict

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.deletion import deletion_of
from events.permissions import Task, editions_where

from .changes import fields_of, links_of
from .object_names import keys_state, name_of_row, object_name
from .recorded import EDITION_FIELD, editions_of


def obstacles(changes, now, names, by):
    """One sentence for each object that was changed, deleted or used since."""
    found = []
    for change in changes:
        name = object_name(change.model, names.of_change(change))
        found += filter(None, [_changed_since(change, now.get((change.model, change.pk)), name)])
    return found + _used_since(changes, now, by)


def _changed_since(change, state, name):
    if not change.is_known:
        return _("%(object)s: what it was before is not recorded.") % {"object": name}
    if state is None:
        return None if change.after is None else _since(change, name, _("deleted since"))
    fields = fields_of(change.model) if change.before is None else change.fields
    before = change.before or {}
    others = [
        str(f.verbose_name)
        for f in fields
        if not getattr(f, "auto_now", False)
        and state[f.attname]
        not in ((change.after or {}).get(f.attname), before.get(f.attname, ...))
    ]
    if not others:
        return None
    return _since(change, name, _("changed since (%(fields)s)") % {"fields": ", ".join(others)})


def _since(change, name, what):
    last = change.model.history.filter(id=change.pk).select_related("history_user").first()
    if last is None or last.history_id <= change.last.history_id:
        return _("%(object)s was %(what)s.") % {"object": name, "what": what}
    when = date_format(timezone.localtime(last.history_date), "j F Y, H:i")
    who = last.history_user or _("somebody")
    return _("%(object)s was %(what)s by %(who)s on %(when)s.") % {
        "object": name,
        "what": what,
        "who": who,
        "when": when,
    }


def _used_since(changes, now, by):
    """What would go, or lose its link, with the objects that the step made."""
    made = [c for c in changes if c.before is None and (c.model, c.pk) in now]
    known = {(change.model, change.pk) for change in changes}
    rows = [row for model in EDITION_FIELD for row in _rows(model, made)]
    if not rows:
        return []
    deletion = deletion_of(rows)
    uses = deletion.deleted | deletion.unlinked | deletion.protected
    uses = [row for row in uses if (type(row), row.pk) not in known]
    return [
        _("%(object)s has been added since and would be lost.") % {"object": name}
        for name in named_for(by, uses)
    ]


def named_for(reader, rows):
    """The names of the rows; those of editions that the reader may not see are not told apart."""
    seen = set(editions_where(reader, Task.VIEW).values_list("pk", flat=True)) | {None}
    editions = editions_of([(type(row), keys_state(row)) for row in rows])
    names = [
        name_of_row(row) if edition in seen else _("Something in another edition")
        for row, edition in zip(rows, editions, strict=True)
    ]
    return sorted(set(names))


def _rows(model, changes):
    pks = [change.pk for change in changes if change.model is model]
    return model._default_manager.filter(pk__in=pks) if pks else []


class Ends:
    """Which ends of links are there, or will be once all is restored."""

    def __init__(self, states, restored):
        wanted = defaultdict(set)
        for model, state in states:
            for field, ends in _ends_of(model, state):
                wanted[field.related_model] |= ends
        self.there = set(restored)
        for model, ids in wanted.items():
            rows = model._default_manager.filter(pk__in=ids)
            self.there |= {(model, pk) for pk in rows.values_list("pk", flat=True)}

    def missing(self, writing):
        """The fields that cannot be empty and whose end is gone."""
        return [
            field
            for field, ends in _ends_of(writing.model, writing.values)
            if field.many_to_one and not field.null and not self._present(field, ends)
        ]

    def without_missing(self, writing):
        """The values with links only to what is there."""
        kept = writing.values and dict(writing.values)
        for field, ends in _ends_of(writing.model, writing.values):
            present = self._present(field, ends)
            if field.many_to_many:
                kept[field.attname] = frozenset(present)
            elif not present:
                kept[field.attname] = None
        return kept

    def _present(self, field, ends):
        return {end for end in ends if (field.related_model, end) in self.there}


def _ends_of(model, state):
    links = links_of(model)
    for field in fields_of(model):
        value = (state or {}).get(field.attname)
        if field.is_relation and value is not None:
            yield field, set(value) if field in links else {value}
