"""One object is checked as a form would check it, then saved with its files and links."""

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from .facts import DemoError, Sample


def write(fact, item, values):
    """Put the values into the object and save it; returns the files that were stored with it."""
    for name, value in values.items():
        _put(item, name, value)
    try:
        item.full_clean()
    except ValidationError as error:
        raise DemoError(fact.source, fact.key, _reason(error)) from error
    item.save()
    _link(item, values)
    return [getattr(item, name) for name, value in values.items() if isinstance(value, Sample)]


def _put(item, name, value):
    field = item._meta.get_field(name)
    if isinstance(value, Sample):
        setattr(item, name, ContentFile(value.draw(item), name=value.name))
    elif not field.many_to_many:
        setattr(item, field.attname, field.to_python(value))


def _link(item, values):
    """Links between many and many need a row to start from."""
    for field in item._meta.many_to_many:
        if field.name in values:
            getattr(item, field.name).set(values[field.name])


def _reason(error):
    return "; ".join(
        " ".join(messages) if name == "__all__" else f"{name}: {' '.join(messages)}"
        for name, messages in error.message_dict.items()
    )
