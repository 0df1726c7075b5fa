"""How the fields of a model stand in cells: always as text, and read back from what people type."""

import re
from datetime import date, datetime, time

from django.db import models
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.widgets import Widget

from .reading import as_cell


class Column(Field):
    def save(self, instance, row, is_m2m=False, **kwargs):
        """A cell that says what the field says already leaves it as it is, to the letter."""
        cell = row[self.column_name]
        if cell == self.cell_of(instance) or (not cell and instance.pk is None):
            return
        super().save(instance, row, is_m2m, **kwargs)

    def cell_of(self, instance):
        return as_cell(self.export(instance))


class Text(Widget):
    pass


class Number(Widget):
    def clean(self, value, row=None, **kwargs):
        if not re.fullmatch(r"[0-9]{1,18}", value):
            raise ValueError(_("“%s” is no whole number.") % value)
        return int(value)


class YesOrNo(Widget):
    words = {"yes": True, "1": True, "true": True, "no": False, "0": False, "false": False}

    def clean(self, value, row=None, **kwargs):
        if value.casefold() not in self.words:
            raise ValueError(_("“%s” is neither yes nor no.") % value)
        return self.words[value.casefold()]

    def render(self, value, obj=None, **kwargs):
        return "yes" if value else "no"


class Clock(Widget):
    def clean(self, value, row=None, **kwargs):
        if not value:
            return None
        try:
            # A spreadsheet makes 9:30:00 of 09:30.
            return time.fromisoformat(value if value[1:2] != ":" else f"0{value}")
        except ValueError as error:
            raise ValueError(_("“%s” is no time; write it like 09:30.") % value) from error

    def render(self, value, obj=None, **kwargs):
        return f"{value:%H:%M}" if value else ""


class Day(Widget):
    def clean(self, value, row=None, **kwargs):
        if not value:
            return None
        try:
            return datetime.fromisoformat(value).date()
        except ValueError as error:
            raise ValueError(_("“%s” is no date; write it like 2024-11-27.") % value) from error

    def render(self, value, obj=None, **kwargs):
        return value.isoformat() if isinstance(value, date) else ""


class Choice(Widget):
    """One of the values; the words that people read for them are understood too."""

    def __init__(self, choices):
        super().__init__()
        self.values = {str(value).casefold(): value for value, _label in choices}
        self.labels = {str(label).casefold(): value for value, label in choices}

    def clean(self, value, row=None, **kwargs):
        known = {**self.labels, **self.values, "": ""}
        if value.casefold() not in known:
            raise ValueError(_("“%s” is none of the choices.") % value)
        return known[value.casefold()]


class Reference(Widget):
    """Another row, named by a text of its own; `rows` are those that may be referred to."""

    def __init__(self, key, refusal):
        super().__init__()
        self.key, self.refusal, self.rows = key, refusal, {}

    def offer(self, rows):
        self.rows = {self.render(row): row for row in rows}

    def clean(self, value, row=None, **kwargs):
        if value and value not in self.rows:
            raise ValueError(self.refusal % {"value": value})
        return self.rows.get(value)

    def render(self, value, obj=None, **kwargs):
        return as_cell(str(getattr(value, self.key))) if value else ""


def widget_of(field):
    if field.flatchoices:
        return Choice(field.flatchoices)
    for kind, widget in WIDGETS.items():
        if isinstance(field, kind):
            return widget()
    return Text()


WIDGETS = {
    models.BooleanField: YesOrNo,
    models.TimeField: Clock,
    models.DateField: Day,
    models.IntegerField: Number,
}
