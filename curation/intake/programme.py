"""From text to programme: `read_agenda` is the way in."""

from .limits import check_bounds
from .lines import clean_lines
from .reader import Reader
from .scope import Place, is_prose, sight


def read_agenda(text, *, first_day=None):
    """What the text tells; `first_day` is the edition's, a date. May raise IntakeError."""
    check_bounds(text)
    sightings = sight(clean_lines(text))
    reader = Reader(first_day, titles_have_bullets=_titles_have_bullets(sightings))
    for sighting in sightings:
        reader.take(sighting)
    return reader.programme()


def _titles_have_bullets(sightings):
    """Where every line of an agenda without times has a bullet, the bullets are its sessions."""
    lines = [each.line for each in sightings if each.place is Place.UNTIMED and not each.day]
    return not any(line.text and not line.bullet and not is_prose(line.text) for line in lines)
