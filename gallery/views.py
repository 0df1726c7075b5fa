from django.shortcuts import get_object_or_404, render

from events.access import get_edition_or_404
from events.files import file_response

from .models import Photo


def gallery(request, series_slug, edition_slug):
    edition = get_edition_or_404(request, series_slug, edition_slug)
    albums = edition.albums.prefetch_related("photos")
    return render(request, "gallery/gallery.html", {"edition": edition, "albums": albums})


def photo_file(request, key):
    photo = get_object_or_404(Photo.objects.visible_to(request.user), key=key)
    return file_response(photo.image, name=f"{photo.key}.jpg")
