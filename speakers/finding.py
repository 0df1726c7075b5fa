"""Speakers found by the name that somebody types, each as they were introduced last."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from events.finding import ByName

from .models import Appearance, Speaker


@dataclass(frozen=True)
class KnownSpeaker:
    """A speaker with their last appearance, whose title and affiliation are only suggested.

    Holds no e-mail address: all of this is sent to browsers.
    """

    pk: int
    name: str
    last: Appearance | None

    @property
    def note(self):
        """What tells two people of one name apart."""
        return self.last.introduced_as if self.last else ""

    @property
    def suggestion(self):
        if self.last is None:
            return {}
        organisation = self.last.organisation
        return {
            "honorific": self.last.honorific,
            "job_title": self.last.job_title,
            "affiliation": self.last.affiliation,
            "organisation_name": organisation.name if organisation else "",
            "organisation_choice": str(organisation.pk) if organisation else "",
            "organisation_asked": organisation.name if organisation else "",
        }


class SpeakersByName(ByName):
    def __init__(self, user):
        # Who appears only in drafts of others stays unknown; who appears nowhere tells nothing.
        seen = Q(pk__in=Speaker.objects.visible_to(user).values("pk"))
        unused = Q(appearances__isnull=True)
        super().__init__(Speaker.objects.filter(seen | unused).distinct())
        self.user = user

    @cached_property
    def spellings(self):
        rows = self.records.order_by("name", "pk").values_list("pk", "name")
        return [(pk, [name]) for pk, name in rows]

    def introduced(self, rows):
        appearances = (
            Appearance.objects.visible_to(self.user)
            .filter(speaker__in=[pk for pk, _names in rows])
            .select_related("organisation")
            .latest_first()
        )
        last = {}
        for appearance in appearances:
            last.setdefault(appearance.speaker_id, appearance)
        return [KnownSpeaker(pk, names[0], last.get(pk)) for pk, names in rows]
