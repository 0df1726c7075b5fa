"""Two records of one organisation become one. What was printed stays as it was printed."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.history import one_step
from events.merging import also_printed, choose, fill, lead_on, locked

from .models import AlternativeName, Partnership

FIELDS = [
    "name",
    "slug",
    "acronym",
    "kind",
    "sector",
    "description",
    "city",
    "country",
    "website",
]


@transaction.atomic
def merge_organisations(keep, gone, *, by, values=None):
    """`gone` leads to `keep` afterwards. `values`: field → value, for those that were chosen.

    Where both have the same role in one edition, one partnership remains: it is filled from the
    other, and a name that the other was printed under is noted in it.
    """
    keep, gone = locked(keep, gone)
    with one_step(_("Merge of %(gone)s into %(keep)s") % {"gone": gone, "keep": keep}, by=by):
        names = {keep.pk: keep.name, gone.pk: gone.name}
        slugs = {keep.slug, gone.slug}
        choose(keep, gone, {"name": keep.name, "slug": keep.slug, **(values or {})}, FIELDS)
        for partnership in _partnerships(keep, gone):
            _move(partnership, keep, shown=names[partnership.organisation_id])
        # Appearances lie above this app and are read through their related name.
        for appearance in gone.appearances.select_for_update():
            appearance.organisation = keep
            appearance.save()
        _gather_names(keep, gone, names.values())
        lead_on(keep, list(gone.former_addresses.all()), set())
        gone.delete()
        keep.save()
        lead_on(keep, [], slugs)
    return keep


def _partnerships(keep, gone):
    """Those of the one that stays first: to them the others are doubles."""
    rows = Partnership.objects.select_for_update().order_by("pk")
    return [*rows.filter(organisation=keep), *rows.filter(organisation=gone)]


def _move(partnership, keep, *, shown):
    """`shown` is the name under which it has stood so far, and under which it goes on to stand."""
    if fixes := not partnership.printed_name and shown != keep.name:
        partnership.printed_name = shown
    moves = partnership.organisation_id != keep.pk
    double = keep.partnerships.filter(edition=partnership.edition_id, role=partnership.role).first()
    partnership.organisation = keep
    if moves and double:
        _absorb(double, partnership)
    elif moves or fixes:
        partnership.save()


def _absorb(kept, double):
    differ = kept.note and double.note and kept.note != double.note
    if kept.shown_name != double.shown_name or differ:
        line = ", ".join(filter(None, [double.shown_name, double.note]))
        also_printed(kept, line, "note", double.edition)
    fill(kept, double, ["note"])
    kept.save()
    double.delete()


def _gather_names(keep, gone, names):
    """All names lead to the one that stays; one that another organisation has stays with it."""
    for alternative in gone.alternative_names.all():
        alternative.organisation = keep
        alternative.save()
    for name in dict.fromkeys(names):
        if name != keep.name and not AlternativeName.objects.filter(name=name).exists():
            keep.alternative_names.create(name=name)
