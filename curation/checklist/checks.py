"""The checklist of an edition: all checks in the order in which the page lists them."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from . import agenda, people, photos, sections, spellings
from .problem import Problem

CHECKS = [
    (agenda.sessions_without_a_time, _("Sessions without a time, where others have one")),
    (agenda.sessions_without_a_room, _("Sessions without a room, where others have one")),
    (agenda.sessions_in_a_taken_room, _("Sessions in a room that another has taken")),
    (agenda.speakers_in_two_places, _("Speakers in two places at once")),
    (agenda.sessions_outside_the_edition, _("Sessions outside the edition's days")),
    (people.appearances_without_affiliation, _("Appearances without affiliation")),
    (people.appearances_without_job_title, _("Appearances without job title")),
    (people.presentations_missing, _("Presentations missing")),
    (photos.photos_without_alternative_text, _("Photos without alternative text")),
    (spellings.organisations_spelt_twice, _("Spellings that look like one organisation")),
    (spellings.people_spelt_twice, _("Spellings that look like one person")),
    (sections.empty_headings, _("Headings over nothing")),
    (sections.albums_without_photos, _("Albums without photos")),
    (sections.empty_tabs, _("Tabs without content")),
]

# All that the checks look at; each of them reads what is loaded here.
LOADED = [
    "sessions__room",
    "sessions__appearances__speaker",
    "sessions__appearances__documents",
    "sessions__documents__appearances",
    "documents",
    "albums__photos",
    "figures",
    "partnerships__organisation",
]


@dataclass(frozen=True)
class Result:
    """`name` is the check's own, and the anchor under which the page lists its problems."""

    name: str
    title: str
    problems: list[Problem]


def load(edition):
    """As many queries for a large edition as for a small one."""
    prefetch_related_objects([edition], *LOADED)


def checklist_of(edition):
    """The result of every check. Three queries more than `load`: the names that are known."""
    load(edition)
    return [Result(find.__name__, title, list(find(edition))) for find, title in CHECKS]
