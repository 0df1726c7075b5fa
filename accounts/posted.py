"""Values as browsers post them, compared and put back without asking what they mean."""

import re

from django.core.exceptions import ValidationError
from django.forms import CheckboxInput, ModelChoiceField
from django.utils.translation import gettext as _

MOST_ROWS = 1000


def posted_values(form):
    """What a browser would post for an unbound form that nobody has touched."""
    return {bound.html_name: posted(bound) for bound in form}


def posted(bound):
    value = bound.value()
    if isinstance(bound.field.widget, CheckboxInput):
        return ["on"] if value else []
    text = bound.field.widget.format_value(value)
    texts = text if isinstance(text, list | tuple) else [text]
    return [_plain(each) for each in texts] or [""]


def read(data, name):
    return [_plain(text) for text in data.getlist(name)]


def _plain(text):
    """Browsers post other ends of lines than are kept, and forms strip."""
    return str("" if text is None else text).replace("\r\n", "\n").strip()


def is_touched(data, bound):
    if bound.is_hidden or is_left_out(data, bound):
        return False
    return read(data, bound.html_name) != posted(bound)


def is_left_out(data, bound):
    return bound.field.widget.value_omitted_from_data(data, {}, bound.html_name)


def take_over(data, form, bound):
    """Put the form's value into the data, with the hidden fields that belong to it."""
    for name in [bound.name, *getattr(form, "companions", {}).get(bound.name, [])]:
        data.setlist(form[name].html_name, posted(form[name]))


def shown(bound, texts):
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


def posted_rows(data, prefix):
    """Number and primary key of each row; a row to fill in has no key."""
    total = data.get(f"{prefix}-TOTAL_FORMS", "")
    for number in range(min(int(total[:6]), MOST_ROWS) if total.isdecimal() else 0):
        pk = data.get(f"{prefix}-{number}-id", "")
        yield number, int(pk[:18]) if pk.isdecimal() else None


def drop_rows(data, prefix, numbers):
    """Take rows out of a formset's data, and close up the others."""
    key = re.compile(rf"((?:choose-)?{re.escape(prefix)}-)(\d+)(-.*)?")
    for number in reversed(numbers):
        rows = {name: match for name in data if (match := key.fullmatch(name))}
        moved = {}
        for name, (head, row, tail) in ((name, match.groups()) for name, match in rows.items()):
            texts = data.pop(name)
            if int(row) != number:
                moved[f"{head}{int(row) - (int(row) > number)}{tail or ''}"] = texts
        for name, texts in moved.items():
            data.setlist(name, texts)
        for count in [f"{prefix}-TOTAL_FORMS", f"{prefix}-INITIAL_FORMS"]:
            if data.get(count, "").isdecimal():
                data[count] = str(int(data[count]) - 1)
