"""Values from history as people read them."""

from datetime import date, datetime, time

from django.db.models import FileField
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

NOTHING = "–"


def shown(field, state, names):
    """The value of the field in the state; without a state there was nothing."""
    value = (state or {}).get(field.attname)
    if value in (None, "", frozenset()):
        return NOTHING
    if field.many_to_many:
        return ", ".join(sorted(names.of(field.related_model, end) for end in value))
    if field.is_relation:
        return names.of(field.related_model, value)
    if isinstance(field, FileField):
        # What it is stored as says nothing to anybody.
        return state.get("file_name") or _("a file")
    return _text_of(field, value)


def _text_of(field, value):
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return time_format(value, "H:i") if isinstance(value, time) else str(value)
