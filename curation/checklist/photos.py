from .problem import problem_of


def photos_without_alternative_text(edition):
    for album in edition.albums.all():
        for photo in album.photos.all():
            if not photo.alternative_text:
                yield problem_of(photo, f"{album.title}: {photo}")
