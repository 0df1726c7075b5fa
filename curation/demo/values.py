"""Values of fields as LoadedFact keeps them: what JSON can hold, equal when they are the same."""

from django.core.exceptions import ValidationError
from django.db import models

from .facts import DemoError, Ref, Sample


def plain(field, value):
    if isinstance(value, dict | list):
        raise TypeError("one value is expected")
    value = field.get_prep_value(field.to_python(value))
    return value.isoformat() if hasattr(value, "isoformat") else value


def current(item, name):
    field = item._meta.get_field(name)
    if field.many_to_many:
        return sorted(related.pk for related in getattr(item, name).all())
    if isinstance(field, models.FileField):
        return getattr(item, name).name or ""
    return plain(field, field.value_from_object(item))


def before_loading(model, name):
    """What a field holds that no run has set."""
    field = model._meta.get_field(name)
    if field.many_to_many:
        return []
    return "" if isinstance(field, models.FileField) else plain(field, field.get_default())


def wanted(fact, objects):
    """The fact's values as they would be kept; `objects`: those of earlier facts, by key."""
    return {name: _resolved(fact, name, value, objects) for name, value in fact.values.items()}


def _resolved(fact, name, value, objects):
    if isinstance(value, Sample):
        return value
    if isinstance(value, list) and all(isinstance(part, Ref) for part in value):
        return sorted(pk for ref in value if (pk := _resolved(fact, name, ref, objects)))
    if isinstance(value, Ref):
        if value.key not in objects:
            raise DemoError(fact.source, fact.key, f"{name}: there is no {value.key}")
        return getattr(objects[value.key], "pk", None)
    try:
        return plain(fact.model._meta.get_field(name), value)
    except (ValidationError, TypeError, ValueError) as error:
        raise DemoError(fact.source, fact.key, f"{name}: “{value}” does not fit") from error
