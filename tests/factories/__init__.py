from .accounts import StaffFactory, UserFactory
from .documents import DocumentFactory
from .events import (
    CoLocatedEventFactory,
    EditionFactory,
    FigureFactory,
    FormerDatesFactory,
    GuidedTourFactory,
    OrganiserFactory,
    RoomFactory,
    SeriesFactory,
    SessionFactory,
)
from .gallery import AlbumFactory, PhotoFactory
from .organisations import AlternativeNameFactory, OrganisationFactory, PartnershipFactory
from .speakers import AppearanceFactory, SpeakerFactory

__all__ = [
    "AlbumFactory",
    "AlternativeNameFactory",
    "AppearanceFactory",
    "CoLocatedEventFactory",
    "DocumentFactory",
    "EditionFactory",
    "FigureFactory",
    "FormerDatesFactory",
    "GuidedTourFactory",
    "OrganisationFactory",
    "OrganiserFactory",
    "PartnershipFactory",
    "PhotoFactory",
    "RoomFactory",
    "SeriesFactory",
    "SessionFactory",
    "SpeakerFactory",
    "StaffFactory",
    "UserFactory",
]
