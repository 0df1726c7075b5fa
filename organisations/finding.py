"""Organisations found by the name that somebody types: their own, an acronym, another spelling."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from events.finding import ByName

from .models import AlternativeName, Organisation


@dataclass(frozen=True)
class KnownOrganisation:
    pk: int
    name: str
    others: tuple[str, ...]

    @property
    def note(self):
        return ", ".join(self.others)

    @property
    def suggestion(self):
        return {}


class OrganisationsByName(ByName):
    def __init__(self, user):
        # As with speakers: not those that only drafts of others name.
        seen = Q(pk__in=Organisation.objects.visible_to(user).values("pk"))
        unused = Q(partnerships__isnull=True, appearances__isnull=True)
        super().__init__(Organisation.objects.filter(seen | unused).distinct())

    @cached_property
    def spellings(self):
        rows = self.records.order_by("name", "pk").values_list("pk", "name", "acronym")
        spellings = {pk: [name, *filter(None, [acronym])] for pk, name, acronym in rows}
        for other in AlternativeName.objects.filter(organisation__in=self.records):
            spellings[other.organisation_id].append(other.name)
        return list(spellings.items())

    def introduced(self, rows):
        return [KnownOrganisation(pk, names[0], tuple(names[1:])) for pk, names in rows]
