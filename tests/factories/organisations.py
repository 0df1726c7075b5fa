import factory
from factory.django import DjangoModelFactory

from organisations.models import AlternativeName, Organisation, Partnership

from .events import EditionFactory


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence("Organisation {}".format)
    slug = factory.Sequence("organisation-{}".format)


class AlternativeNameFactory(DjangoModelFactory):
    class Meta:
        model = AlternativeName

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence("Spelling {}".format)


class PartnershipFactory(DjangoModelFactory):
    class Meta:
        model = Partnership

    edition = factory.SubFactory(EditionFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Partnership.Role.PARTNER
