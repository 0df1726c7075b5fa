"""New records get an address made from their name, one that nobody has or had."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from .spelling import plain

LONGEST = 100


def save_under_new_address(obj, *, former):
    """Save a new object with a `slug` made of its name. `former`: addresses left behind."""
    name = slugify(plain(obj.name))[:LONGEST] or obj._meta.model_name
    obj.slug, number = name, 1
    while not (_is_free(obj.slug, type(obj), former) and _is_saved(obj)):
        number += 1
        obj.slug = f"{name}-{number}"
    return obj


def _is_free(slug, model, former):
    return not model.objects.filter(slug=slug).exists() and not former.filter(slug=slug).exists()


def _is_saved(obj):
    """False where somebody took the address between the question and the answer."""
    try:
        with transaction.atomic():
            obj.save(force_insert=True)
    except IntegrityError:
        if type(obj).objects.filter(slug=obj.slug).exists():
            return False
        raise
    return True
