"""What every table of an edition has in common."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export import resources

from .columns import Column, Reference, widget_of


class Changes:
    """What an import makes of one row, column by column."""

    def __init__(self, table, instance, new):
        # Keys and remarks are not taken from the file.
        self.columns = [column for column in table.get_import_fields() if not column.readonly]
        self.before = [""] * len(self.columns) if new else self._cells(instance)
        self.after = self.before

    def compare_with(self, table, instance):
        self.after = self._cells(instance)

    def as_html(self):
        """A list, which the page makes HTML of: column, old and new cell of all that differ."""
        cells = zip(self.columns, self.before, self.after, strict=True)
        return [(column.column_name, old, new) for column, old, new in cells if old != new]

    def _cells(self, instance):
        return [column.cell_of(instance) for column in self.columns]


class EditionTable(resources.ModelResource):
    """The rows of one edition. `key` is the column that says which row is meant; empty: a new one.

    A subclass tells its name, title, key and how to get, make and refer to rows.
    """

    name = title = key = ""
    # Pages list the classes themselves.
    do_not_call_in_templates = True

    class Meta:
        clean_model_instances = True
        report_skipped = True
        skip_unchanged = True
        store_instance = True
        use_transactions = True

    @classmethod
    def field_from_django_field(cls, field_name, django_field, readonly):
        return Column(
            attribute=field_name,
            column_name=field_name,
            widget=widget_of(django_field),
            readonly=field_name == cls.key,
        )

    def __init__(self, edition, user):
        super().__init__()
        self.edition, self.user = edition, user
        self.known, self.met, self.left_alone = {}, set(), set()

    def get_diff_class(self):
        return Changes

    def references(self):
        """For each column that names another row, the rows that it may name."""
        return {}

    def before_import(self, dataset, **kwargs):
        for name, rows in self.references().items():
            self.fields[name].widget.offer(rows)
        self.known = self.known_rows(dataset)

    def known_rows(self, dataset):
        return {self.key_of(row): row for row in self.get_queryset()}

    def key_of(self, instance):
        return self.fields[self.key].cell_of(instance)

    def get_instance(self, instance_loader, row):
        key = row[self.key]
        if not key:
            return None
        if key in self.met:
            raise ValidationError({self.key: _("“%s” stands in another row already.") % key})
        self.met.add(key)
        return self.known.get(key) or self.not_known(key)

    def not_known(self, key):
        """Says the same of what does not exist and of what belongs to another edition."""
        raise ValidationError({self.key: _("“%s” is not in this edition.") % key})

    def may_change(self, instance):
        return True

    def skip_row(self, instance, original, row, import_validation_errors=None):
        """What is new is never unchanged, however little its row says."""
        return instance.pk is not None and super().skip_row(
            instance, original, row, import_validation_errors
        )

    def import_instance(self, instance, row, *, row_number, **kwargs):
        if self.may_change(instance):
            super().import_instance(instance, row, **kwargs)
        elif any(row[c.column_name] != c.cell_of(instance) for c in self._columns_in(row)):
            self.left_alone.add(row_number)

    def _columns_in(self, row):
        return [column for column in self.get_import_fields() if column.column_name in row]

    def column_names(self):
        return [column.column_name for column in self.get_export_fields()]


def reference(attribute, key, refusal):
    return Column(attribute=attribute, column_name=attribute, widget=Reference(key, refusal))


def remark(attribute, column_name):
    """For whoever reads the table; never taken from it."""
    return Column(attribute=attribute, column_name=column_name, readonly=True)
