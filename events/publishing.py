"""What an edition goes through on its way to the public and after: each verb is one change.

Who may do it is asked before, by the page (Task.PUBLISH).
"""

from django.db import transaction

from .keys import new_secret
from .models import Edition

Visibility = Edition.Visibility


def publish(edition):
    edition.visibility = Visibility.PUBLIC
    edition.save(update_fields=["visibility"])


def withdraw(edition):
    """Back to a draft: the pages and a preview's link are gone at once."""
    edition.visibility = Visibility.DRAFT
    edition.save(update_fields=["visibility"])


def open_preview(edition):
    """Show the pages to whoever has the link. Each time it is a new one: old ones stay closed."""
    edition.visibility = Visibility.PREVIEW
    edition.preview_key = new_secret()
    edition.save(update_fields=["visibility", "preview_key"])


def renew_preview_link(edition):
    """Close the link that is known, and open another."""
    edition.preview_key = new_secret()
    edition.save(update_fields=["preview_key"])


def change_stage(edition, stage):
    edition.stage = stage
    edition.save(update_fields=["stage"])


@transaction.atomic
def reschedule(edition, *, starts_on, ends_on, note=""):
    """Move the edition; no dates at all means that new ones are to be announced."""
    edition.starts_on, edition.ends_on = starts_on, ends_on
    keep_former_dates(edition, note=note)
    edition.save(update_fields=["starts_on", "ends_on"])


def keep_former_dates(edition, *, note=""):
    """Keep the stored dates if the edition, not yet saved, has others now.

    Every path that changes dates comes through here. What nobody could see needs no keeping.
    Dates that hold again are former ones no longer.
    """
    stored = Edition.objects.select_for_update().get(pk=edition.pk)
    if (stored.starts_on, stored.ends_on) == (edition.starts_on, edition.ends_on):
        return
    for dates in edition.former_dates.filter(starts_on=edition.starts_on, ends_on=edition.ends_on):
        dates.delete()
    if stored.starts_on and was_ever_public(stored):
        edition.former_dates.get_or_create(
            starts_on=stored.starts_on, ends_on=stored.ends_on, defaults={"note": note}
        )


def was_ever_public(edition):
    return edition.is_public or edition.history.filter(visibility=Visibility.PUBLIC).exists()
