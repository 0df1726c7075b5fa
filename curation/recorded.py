"""To which edition each recorded model belongs, also when the object is gone."""

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from documents.models import Document
from events.models import (
    CoLocatedEvent,
    Edition,
    Figure,
    FormerDates,
    GuidedTour,
    Invitation,
    Organiser,
    Room,
    Series,
    Session,
)
from gallery.models import Album, Photo
from organisations.models import AlternativeName, Organisation, Partnership
from organisations.models import FormerAddress as OrganisationsFormerAddress
from speakers.models import Appearance, Speaker
from speakers.models import FormerAddress as SpeakersFormerAddress

from .models import Suggestion

# Model → the field that leads to its edition; None: shared by all editions.
# What others point at stands above them: in this order rows are made, in the other deleted.
EDITION_FIELD = {
    User: None,
    Series: None,
    Organisation: None,
    AlternativeName: None,
    OrganisationsFormerAddress: None,
    Speaker: None,
    SpeakersFormerAddress: None,
    Edition: "id",
    FormerDates: "edition",
    CoLocatedEvent: "edition",
    GuidedTour: "edition",
    Figure: "edition",
    Organiser: "edition",
    Invitation: "edition",
    Partnership: "edition",
    Room: "edition",
    Session: "edition",
    Appearance: "session",
    Document: "edition",
    Album: "edition",
    Photo: "album",
    Suggestion: None,
}
OF_EDITIONS = [model for model, field in EDITION_FIELD.items() if field]
BY_LABEL = {model._meta.label_lower: model for model in EDITION_FIELD}


def parent_of(model):
    """The model between this one and its edition: the session of an appearance."""
    name = EDITION_FIELD[model]
    target = model._meta.get_field(name).related_model if name else None
    return None if target is Edition else target


def records_in(model, edition):
    """The historical rows of the model that belong to the edition, whether or not it still does.

    What moved to another edition belongs there with all that hangs on it.
    """
    return model.history.filter(_in_edition(model, edition.pk))


def _in_edition(model, edition_id):
    name = EDITION_FIELD[model]
    if parent := parent_of(model):
        return Q(**{f"{name}__in": _ids_last_in(parent, edition_id)})
    return Q(**{name: edition_id})


def _ids_last_in(model, edition_id):
    field = EDITION_FIELD[model]
    moved = model.history.filter(id=OuterRef("id"), history_id__gt=OuterRef("history_id"))
    elsewhere = Exists(moved.exclude(**{field: edition_id}))
    return model.history.filter(~elsewhere, **{field: edition_id}).values("id")


def editions_of(states):
    """Model and state → the edition's id, for all at once; None for what is shared.

    A state is an object's values by attribute name, as in curation.changes.
    """
    parents = {parent: {} for parent in map(parent_of, OF_EDITIONS) if parent}
    for parent, editions in parents.items():
        wanted = {state[_attname(model)] for model, state in states if parent_of(model) is parent}
        if wanted:
            rows = parent.history.filter(id__in=wanted).order_by("history_id")
            editions.update(rows.values_list("id", "edition_id"))
    return [_edition_of(model, state, parents) for model, state in states]


def _edition_of(model, state, parents):
    if EDITION_FIELD[model] is None:
        return None
    value = state[_attname(model)]
    parent = parent_of(model)
    return parents[parent].get(value) if parent else value


def _attname(model):
    return model._meta.get_field(EDITION_FIELD[model]).attname
