from .edition import CoLocatedEvent, Edition, FormerDates, GuidedTour
from .figure import Figure
from .invitation import Invitation
from .organiser import Organiser
from .series import Series
from .session import Room, Session

__all__ = [
    "CoLocatedEvent",
    "Edition",
    "Figure",
    "FormerDates",
    "GuidedTour",
    "Invitation",
    "Organiser",
    "Room",
    "Series",
    "Session",
]
