"""One organisation or person under two spellings: names of the edition against all that are known.

A name is one `Use` or more in the edition, each the row where it stands. What belongs to the same
record may be spelt as it was printed; two records that look like one, or a text that almost spells
a record's name, are problems.
"""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.db import models
from django.utils.translation import gettext as _

from organisations.models import AlternativeName, Organisation
from speakers.models import Speaker

from .names import Spellings
from .people import appearances
from .problem import problem_of


@dataclass(frozen=True)
class Use:
    """`owner` is the record's id; None where the name is text alone."""

    name: str
    owner: int | None
    row: models.Model


def organisations_spelt_twice(edition):
    uses = []
    for part in edition.partnerships.all():
        names = {part.organisation.name, part.printed_name} - {""}
        uses += [Use(name, part.organisation_id, part) for name in names]
    for appearance in appearances(edition):
        if appearance.affiliation:
            uses.append(Use(appearance.affiliation, appearance.organisation_id, appearance))
    known = [
        *Organisation.objects.values_list("name", "pk"),
        *AlternativeName.objects.values_list("name", "organisation_id"),
    ]
    yield from _spelt_twice(uses, known)


def people_spelt_twice(edition):
    uses = [
        Use(name, appearance.speaker_id, appearance)
        for appearance in appearances(edition)
        for name in {appearance.speaker.name, appearance.printed_name} - {""}
    ]
    yield from _spelt_twice(uses, Speaker.objects.values_list("name", "pk"))


def _spelt_twice(uses, known):
    owners = defaultdict(set)
    for name, owner in known:
        owners[name].add(owner)
    uses = [_attributed(use, owners) for use in uses]
    for use in uses:
        owners[use.name].add(use.owner)
    looks_like = _lookalikes({use.name for use in uses}, owners)
    reported = set()
    for use in uses:
        for other, owner in looks_like[use.name]:
            pair = frozenset({(use.name, use.owner), (other, owner)})
            if pair not in reported and _is_doubtful(use, other, owner):
                reported.add(pair)
                sentence = _("“%(name)s” looks like “%(other)s”")
                yield problem_of(use.row, sentence % {"name": use.name, "other": other})


def _attributed(use, owners):
    """A text that spells the name of one record, as it is known, means that record."""
    if use.owner is None and len(owners.get(use.name, ())) == 1:
        return replace(use, owner=min(owners[use.name]))
    return use


def _lookalikes(names, owners):
    """For each of the names the others, with their owners, that look like it."""
    spellings = Spellings(names)
    found = defaultdict(list)
    for other in sorted(owners):
        for name in spellings.like(other):
            found[name] += [(other, owner) for owner in owners[other]]
    return found


def _is_doubtful(use, other, owner):
    if None in (use.owner, owner):
        return use.name != other
    return use.owner != owner
