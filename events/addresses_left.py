"""An address that was left leads on to where its record is now, and is not given to another."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def refuse_address_of_another(obj, left_by_others):
    """`left_by_others`: the former addresses that lead to other records than this."""
    if left_by_others.filter(slug=obj.slug).exists():
        message = _("This address leads on to another record: links and search engines know it.")
        raise ValidationError({"slug": message})
