"""An import is tried out whole, shown, and then written whole or not at all."""

from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _
from tablib import Dataset

from accounts.history import one_step

from .workbook import TableError

STATES = {"new": "new", "update": "changed", "skip": "unchanged"}


@dataclass(frozen=True)
class Row:
    """`changes` are columns with old and new cell; `errors` are sentences."""

    number: int
    state: str
    label: str
    changes: list
    errors: list


@dataclass(frozen=True)
class Outcome:
    rows: list[Row]
    is_written: bool = False

    def in_state(self, state):
        return [row for row in self.rows if row.state == state]

    @property
    def new(self):
        return self.in_state("new")

    @property
    def changed(self):
        return self.in_state("changed")

    @property
    def unchanged(self):
        return self.in_state("unchanged")

    @property
    def left_alone(self):
        return self.in_state("left alone")

    @property
    def refused(self):
        return self.in_state("refused")

    @property
    def may_be_written(self):
        return not self.refused and bool(self.new or self.changed)

    @property
    def fingerprint(self):
        """The same as long as the import would do the same."""
        return sha256(repr(self.rows).encode()).hexdigest()


def try_out(table, upload):
    """What the import would do. Nothing of it stays."""
    return _run(table, upload, keep=lambda outcome: False)


def write(table, upload, *, seen):
    """Write it if it still does what was seen, by its fingerprint; else nothing of it stays."""
    return _run(
        table,
        upload,
        keep=lambda outcome: outcome.may_be_written and outcome.fingerprint == seen,
    )


def _run(table, upload, *, keep):
    dataset = _dataset(table, upload)
    with transaction.atomic(), one_step(_("Import of %s") % str(table.title).lower()):
        result = table.import_data(dataset, raise_errors=False)
        if result.base_errors:
            raise result.base_errors[0].error
        found = enumerate(zip(upload.numbers, result.rows, strict=True), 1)
        rows = [_row(table, number, place, row) for place, (number, row) in found]
        outcome = Outcome(rows)
        is_kept = keep(outcome)
        transaction.set_rollback(not is_kept)
    return Outcome(rows, is_written=is_kept)


def _dataset(table, upload):
    known = table.column_names()
    for header in upload.headers:
        if header not in known:
            message = _("There is no column “%(header)s”. The columns are: %(known)s.")
            raise TableError(message % {"header": header, "known": ", ".join(known)})
        if upload.headers.count(header) > 1:
            raise TableError(_("The column “%s” is there twice.") % header)
    if table.key not in upload.headers:
        message = _("The column “%s” is missing. It may be empty: then every row is a new one.")
        raise TableError(message % table.key)
    return Dataset(*upload.rows, headers=upload.headers)


def _row(table, number, place, result):
    if not result.is_valid():
        return Row(number, "refused", "", [], _sentences(result))
    state = "left alone" if place in table.left_alone else STATES[result.import_type]
    return Row(number, state, result.object_repr, result.diff, [])


def _sentences(result):
    if result.validation_error is None:
        return [_("This row cannot be saved.")]
    by_column = result.validation_error.update_error_dict({})
    return [
        message if column == "__all__" else f"{column}: {message}"
        for column, errors in by_column.items()
        for error in errors
        for message in error.messages
    ]
