"""Two records of one person become one. What programmes printed stays as it was printed."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.history import one_step
from events.merging import also_printed, choose, fill, lead_on, locked

from .models import Appearance

FIELDS = ["name", "slug", "honorific", "sort_name", "biography", "email", "website"]
PRINTED = ["honorific", "job_title", "affiliation", "remark"]


@transaction.atomic
def merge_speakers(keep, gone, *, by, values=None):
    """`gone` leads to `keep` afterwards. `values`: field → value, for those that were chosen.

    Where both have the same role in one session, one appearance remains: it is filled from the
    other, and what the other printed differently is noted in its remark.
    """
    keep, gone = locked(keep, gone)
    with one_step(_("Merge of %(gone)s into %(keep)s") % {"gone": gone, "keep": keep}, by=by):
        names = {keep.pk: keep.name, gone.pk: gone.name}
        slugs = {keep.slug, gone.slug}
        choose(keep, gone, {"name": keep.name, "slug": keep.slug, **(values or {})}, FIELDS)
        for appearance in _appearances(keep, gone):
            _move(appearance, keep, shown=names[appearance.speaker_id])
        addresses = list(gone.former_addresses.all())
        lead_on(keep, addresses, set())
        gone.delete()
        keep.save()
        lead_on(keep, [], slugs)
    return keep


def _appearances(keep, gone):
    """Those of the one that stays first: to them the others are doubles."""
    rows = Appearance.objects.select_for_update().order_by("pk")
    return [*rows.filter(speaker=keep), *rows.filter(speaker=gone)]


def _move(appearance, keep, *, shown):
    """`shown` is the name under which it has stood so far, and under which it goes on to stand."""
    if fixes := not appearance.printed_name and shown != keep.name:
        appearance.printed_name = shown
    moves = appearance.speaker_id != keep.pk
    double = keep.appearances.filter(session=appearance.session_id, role=appearance.role).first()
    appearance.speaker = keep
    if moves and double:
        _absorb(double, appearance)
    elif moves or fixes:
        appearance.save()


def _absorb(kept, double):
    """`kept` remains with the text and the documents of both."""
    if _differ(kept, double):
        line = ", ".join(filter(None, [double.shown_name, double.introduced_as, double.remark]))
        also_printed(kept, line, "remark", double.session)
    fill(kept, double, [*PRINTED, "organisation"])
    kept.is_confirmed = kept.is_confirmed or double.is_confirmed
    kept.save()
    # Documents lie above this app and are read through their related name.
    for document in double.documents.all():
        document.appearances.add(kept)
    double.delete()


def _differ(kept, double):
    printed = [(kept.printed_name or kept.speaker.name, double.printed_name or double.speaker.name)]
    printed += [(getattr(kept, name), getattr(double, name)) for name in PRINTED]
    return any(ours and theirs and ours != theirs for ours, theirs in printed)
