"""What a merge of two speakers and one of two organisations have in common."""

from django.utils.translation import gettext as _


class MergeError(Exception):
    """Nothing was merged; the message is a sentence for whoever asked."""


def locked(keep, gone):
    """Both as they are now; nobody changes them, or merges them elsewhere, until the end."""
    model = type(keep)
    if keep.pk == gone.pk:
        raise MergeError(_("Choose two different ones."))
    rows = model._default_manager.select_for_update().order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[keep.pk, gone.pk])}
    if len(found) < 2:
        raise MergeError(_("One of the two is gone by now."))
    return found[keep.pk], found[gone.pk]


def choose(keep, gone, values, fields):
    """Set what was chosen; where nothing was, what is empty is filled from the one that goes."""
    for name in fields:
        value = values.get(name, getattr(keep, name) or getattr(gone, name))
        setattr(keep, name, value)


def lead_on(keep, gone_addresses, slugs):
    """Let old addresses, also those from earlier merges, lead to the one that stays."""
    owner = keep.former_addresses.field.name
    for address in gone_addresses:
        setattr(address, owner, keep)
        address.save()
    known = set(keep.former_addresses.values_list("slug", flat=True))
    for slug in slugs - known - {keep.slug}:
        keep.former_addresses.create(slug=slug)


def fill(kept, double, fields):
    """Take over what only the double says."""
    for name in fields:
        setattr(kept, name, getattr(kept, name) or getattr(double, name))


def also_printed(kept, double_line, field, where):
    """Note a line that was printed differently, so that it is not lost."""
    note = "; ".join(
        part for part in (getattr(kept, field), _("also printed: %s") % double_line) if part
    )
    if len(note) > kept._meta.get_field(field).max_length:
        raise MergeError(
            _("Both are in %(where)s in the same role; settle there what is printed.")
            % {"where": where}
        )
    setattr(kept, field, note)
