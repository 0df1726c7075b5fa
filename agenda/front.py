"""What an edition's first page shows beside its agenda."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from documents.models import Document
from events.models import CoLocatedEvent, Figure, FormerDates, GuidedTour
from organisations.models import Partnership

# In the order in which an invitation names them.
HEADINGS = {
    Partnership.Role.ORGANISER: _("Organised by"),
    Partnership.Role.ON_BEHALF_OF: _("On behalf of"),
    Partnership.Role.HOST: _("Hosted by"),
    Partnership.Role.PARTNER: _("In partnership with"),
    Partnership.Role.PARTNER_CLUSTER: _("Organised in partnership with the clusters"),
    Partnership.Role.MATCHMAKING: _("Matchmaking by"),
    Partnership.Role.FINANCIAL_SUPPORT: _("With financial support from"),
}


@dataclass(frozen=True)
class Partners:
    """An empty list stands where the heading is printed and names nobody."""

    role: str
    heading: str
    partnerships: list[Partnership]


# What is read before an edition; photos and what came of it are read after.
PREPARING = {Document.Kind.AGENDA, Document.Kind.BOOKLET, Document.Kind.INPUT_PAPER}


@dataclass(frozen=True)
class Front:
    preparing: list[Document]
    outcomes: list[Document]
    known_materials: list[Document]
    photo_count: int
    partners: list[Partners]
    figures: list[Figure]
    co_located_events: list[CoLocatedEvent]
    guided_tours: list[GuidedTour]
    former_dates: list[FormerDates]


def front_of(edition):
    """Six queries, whatever the edition holds; its former dates came with it."""
    documents = list(edition.documents.exclude(kind=Document.Kind.PRESENTATION).by_kind())
    held = [document for document in documents if document.is_obtainable]
    return Front(
        preparing=[document for document in held if document.kind in PREPARING],
        outcomes=[document for document in held if document.kind not in PREPARING],
        known_materials=[document for document in documents if not document.is_obtainable],
        photo_count=edition.albums.filter(photos__isnull=False).count(),
        partners=_partners(edition),
        figures=list(edition.figures.all()),
        co_located_events=list(edition.co_located_events.all()),
        guided_tours=list(edition.guided_tours.all()),
        former_dates=list(edition.former_dates.all()),
    )


def _partners(edition):
    order = list(HEADINGS)
    found = sorted(
        edition.partnerships.select_related("organisation"), key=lambda p: order.index(p.role)
    )
    of_role = {role: list(group) for role, group in groupby(found, lambda p: p.role)}
    if edition.keeps_financial_support:
        of_role.setdefault(Partnership.Role.FINANCIAL_SUPPORT, [])
    return [Partners(role, HEADINGS[role], of_role[role]) for role in order if role in of_role]
