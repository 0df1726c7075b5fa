from datetime import date

import factory
from factory.django import DjangoModelFactory

from events.models import (
    CoLocatedEvent,
    Edition,
    Figure,
    FormerDates,
    GuidedTour,
    Organiser,
    Room,
    Series,
    Session,
)

from .accounts import UserFactory


class SeriesFactory(DjangoModelFactory):
    class Meta:
        model = Series

    name = factory.Sequence("Series {}".format)
    slug = factory.Sequence("series-{}".format)


class EditionFactory(DjangoModelFactory):
    """A draft of two days in November 2024, as a new edition is a draft."""

    class Meta:
        model = Edition

    class Params:
        public = factory.Trait(visibility=Edition.Visibility.PUBLIC)
        undated = factory.Trait(starts_on=None, ends_on=None)

    series = factory.SubFactory(SeriesFactory)
    name = factory.Sequence("Place {}".format)
    slug = factory.Sequence("place-{}".format)
    starts_on = date(2024, 11, 27)
    ends_on = date(2024, 11, 28)


class RoomFactory(DjangoModelFactory):
    class Meta:
        model = Room

    edition = factory.SubFactory(EditionFactory)
    name = factory.Sequence("Room {}".format)


class SessionFactory(DjangoModelFactory):
    class Meta:
        model = Session

    class Params:
        cancelled = factory.Trait(is_cancelled=True)

    edition = factory.SubFactory(EditionFactory)
    day = 1
    position = factory.Sequence(int)
    title = factory.Sequence("Session {}".format)


class FigureFactory(DjangoModelFactory):
    class Meta:
        model = Figure

    edition = factory.SubFactory(EditionFactory)
    measure = Figure.Measure.PARTICIPANTS
    value = 120


class FormerDatesFactory(DjangoModelFactory):
    class Meta:
        model = FormerDates

    edition = factory.SubFactory(EditionFactory)
    starts_on = date(2024, 10, 24)
    ends_on = date(2024, 10, 25)


class CoLocatedEventFactory(DjangoModelFactory):
    class Meta:
        model = CoLocatedEvent

    edition = factory.SubFactory(EditionFactory)
    name = factory.Sequence("Fair {}".format)


class GuidedTourFactory(DjangoModelFactory):
    class Meta:
        model = GuidedTour

    edition = factory.SubFactory(EditionFactory)
    name = factory.Sequence("Works {}".format)


class OrganiserFactory(DjangoModelFactory):
    class Meta:
        model = Organiser

    user = factory.SubFactory(UserFactory)
    edition = factory.SubFactory(EditionFactory)
    role = Organiser.Role.EDITOR
