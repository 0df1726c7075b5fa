"""A session with its people, written as one: room, place, new speakers, appearances."""

from copy import copy

from django.db import transaction

from events.addresses import save_under_new_address
from events.placing import lock_agenda, settle_session
from events.spelling import folded
from organisations import models as organisations
from speakers import models as speakers


@transaction.atomic
def save_session(*, form, people, before):
    """`form` and `people` are valid; `before` is the session as saved, None for a new one."""
    session = form.save(commit=False)
    lock_agenda(session.edition)
    if form.cleaned_data["new_room"]:
        session.room = session.edition.rooms.create(
            name=form.cleaned_data["new_room"], position=session.edition.rooms.count()
        )
    if before is None or (before.day, before.starts) != (session.day, session.starts):
        settle_session(session, before_change=before)
    if before is None or _differs(session, before):
        session.save()
    _save_people(session, people)
    return session


def remove_appearance(appearance):
    """Take it away, and first from the documents it presents, whose history then tells of it."""
    for document in appearance.documents.all():
        document.appearances.remove(appearance)
    appearance.delete()


def _save_people(session, people):
    for appearance in people.removed:
        remove_appearance(appearance)
    new, position = {}, -1
    for form in people.filled:
        appearance = _appearance_of(form, session, new)
        before = people.as_saved.get(appearance.pk)
        appearance.position = position = max(position + 1, before.position if before else 0)
        if before is None or _differs(appearance, before):
            appearance.save()


def _appearance_of(form, session, new):
    given, appearance = form.cleaned_data, form.instance
    appearance.session = session
    appearance.speaker = given["speaker"] or _new_speaker(given, new)
    appearance.printed_name = _printed_name(given["name"], appearance)
    appearance.organisation = given["organisation"]
    if given.get("has_new_organisation"):
        appearance.organisation = _new_organisation(given["organisation_name"], new)
    return appearance


def _new_speaker(given, new):
    """One for all rows of the form that name the same new person."""
    key = ("speaker", folded(given["name"]))
    if key not in new:
        new[key] = save_under_new_address(
            speakers.Speaker(name=given["name"], honorific=given["honorific"]),
            former=speakers.FormerAddress.objects,
        )
    return new[key]


def _new_organisation(name, new):
    key = ("organisation", folded(name))
    if key not in new:
        new[key] = save_under_new_address(
            organisations.Organisation(name=name), former=organisations.FormerAddress.objects
        )
    return new[key]


def _printed_name(typed, appearance):
    """Empty where it is only the speaker's own name, typed without its accents or turned round."""
    if typed == appearance.printed_name:
        return typed
    return "" if folded(typed) == folded(appearance.speaker.name) else typed


def _differs(one, other):
    fields = one._meta.concrete_fields
    return any(getattr(one, f.attname) != getattr(other, f.attname) for f in fields)


def as_saved(session):
    return copy(session) if session.pk else None
