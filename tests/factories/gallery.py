import factory
from factory.django import DjangoModelFactory, ImageField

from gallery.models import Album, Photo

from .events import EditionFactory


class AlbumFactory(DjangoModelFactory):
    class Meta:
        model = Album

    edition = factory.SubFactory(EditionFactory)
    title = factory.Sequence("Album {}".format)


class PhotoFactory(DjangoModelFactory):
    class Meta:
        model = Photo

    album = factory.SubFactory(AlbumFactory)
    image = ImageField(width=60, height=40, format="JPEG")
