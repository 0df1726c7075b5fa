"""The menu of an edition's pages in the admin: one line an entry."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Edition
from events.permissions import Task


@dataclass(frozen=True)
class Entry:
    """Shown to those who may do the task; `address` leads there from an edition."""

    name: str
    label: str
    task: Task
    address: Callable[[Edition], str]


@dataclass(frozen=True)
class Link:
    name: str
    label: str
    url: str
    is_here: bool


def page(name, label, task):
    return Entry(name, label, task, lambda edition: reverse(name, args=[edition.pk]))


def rows(model, label, path="edition"):
    """The rows of a model that belong to the edition, which `path` leads to."""
    return Entry(model, label, Task.VIEW, lambda edition: rows_of(edition, model, path))


def rows_of(edition, model, path="edition"):
    return f"{reverse(f'admin:{model}_changelist')}?{path}__id__exact={edition.pk}"


MENU = [
    page("edition_workspace", _("At a glance"), Task.VIEW),
    page("admin:events_edition_change", _("Facts"), Task.VIEW),
    page("edition_board", _("Agenda"), Task.VIEW),
    rows("speakers_appearance", _("People"), "session__edition"),
    rows("organisations_partnership", _("Organisations")),
    rows("documents_document", _("Materials")),
    rows("gallery_photo", _("Photos"), "album__edition"),
    rows("events_figure", _("Figures")),
    page("edition_checklist", _("Checklist"), Task.VIEW),
    Entry("edition", _("Pages of the edition"), Task.VIEW, Edition.get_absolute_url),
    page("edition_publication", _("Publication"), Task.PUBLISH),
    page("edition_tables", _("Tables in and out"), Task.EXPORT),
    page("edition_organisers", _("Organisers"), Task.INVITE),
    page("edition_history", _("History"), Task.VIEW),
    page("edition_trash", _("Trash"), Task.VIEW),
    page("edition_clone", _("Next edition"), Task.CLONE),
]


def menu_of(edition, may, here):
    """Links to what the user may open, given the answer for each task."""
    return [
        Link(entry.name, entry.label, entry.address(edition), is_here=entry.name == here)
        for entry in MENU
        if may[entry.task]
    ]
