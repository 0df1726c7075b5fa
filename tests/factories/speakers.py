import factory
from factory.django import DjangoModelFactory

from speakers.models import Appearance, Speaker

from .events import SessionFactory


class SpeakerFactory(DjangoModelFactory):
    class Meta:
        model = Speaker

    name = factory.Sequence("Speaker {}".format)
    slug = factory.Sequence("speaker-{}".format)


class AppearanceFactory(DjangoModelFactory):
    class Meta:
        model = Appearance

    session = factory.SubFactory(SessionFactory)
    speaker = factory.SubFactory(SpeakerFactory)
