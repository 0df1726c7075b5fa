"""The versions of one object, newest first, each with what it changed against the one before."""

from dataclasses import dataclass
from typing import Any

from .changes import Change, states_of
from .object_names import Names
from .timeline import Entry, entry_of

VERSIONS_A_PAGE = 50


@dataclass(frozen=True)
class Version:
    record: Any
    entry: Entry
    is_latest: bool

    @property
    def may_come_back(self):
        return not self.is_latest and self.record.history_type != "-"


def versions_of(request, row, *, private):
    """The page's versions, and the id below which the next page goes on, or None."""
    rows = (
        type(row).history.filter(id=row.pk).order_by("-history_id").select_related("history_user")
    )
    latest = rows.values_list("history_id", flat=True).first()
    before = request.GET.get("before", "")
    if before.isdecimal():
        rows = rows.filter(history_id__lt=int(before[:18]))
    records = list(rows[: VERSIONS_A_PAGE + 1])
    changes = _changes(type(row), records)[:VERSIONS_A_PAGE]
    names = Names(changes, reader=request.user)
    versions = [
        Version(
            change.last, entry_of(change, names, private=private), change.last.history_id == latest
        )
        for change in changes
    ]
    more = versions[-1].record.history_id if len(records) > VERSIONS_A_PAGE else None
    return versions, more


def _changes(model, records):
    states = states_of(model, records)
    changes = []
    for record, earlier in zip(records, [*records[1:], None], strict=True):
        state = states[record.history_id]
        before = states[earlier.history_id] if earlier else None
        if record.history_type == "+":
            before = None
        elif record.history_type == "-":
            before, state = state, None
        is_known = before is not None or record.history_type == "+"
        changes.append(Change(model, record.id, record.step, before, state, [record], is_known))
    return changes
