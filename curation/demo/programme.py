"""Rooms, sessions and who appears in them."""

from django.utils.text import slugify

from events.models import Room, Session
from speakers.models import Appearance

from .facts import Ref


def rooms(edition):
    rows = edition.tables("rooms", lambda row: slugify(row.need("name")))
    for position, row in enumerate(rows, 1):
        values = row.fields(Room, "name", "directions")
        values |= {"edition": Ref(edition.key), "position": position}
        yield row.fact(Room, values, identity=("edition", "name"), owner=edition.key)


def sessions(edition):
    rows = edition.tables("sessions", lambda row: row.need("key"))
    for position, row in enumerate(rows, 1):
        appearing = row.tables("appearances", _speaker_and_role)
        values = row.fields(
            Session, "day", "starts", "ends", "kind", "number", "title", "language", "abstract",
            "choice_group",
        )  # fmt: skip
        values |= {
            "edition": Ref(edition.key),
            "room": _room(edition, row.get("room")),
            "position": position,
        }
        yield row.fact(Session, values, owner=edition.key)
        yield from _appearances(row, appearing)


def _room(edition, name):
    return Ref(f"{edition.key}/rooms/{slugify(name)}") if name else None


def _speaker_and_role(row):
    return f"{row.need('role')}/{row.need('speaker')}"


def _appearances(session, rows):
    for position, row in enumerate(rows, 1):
        row.get("presentation")  # read in publications.py
        values = row.fields(
            Appearance, "role", "printed_name", "honorific", "job_title", "affiliation", "remark",
            is_confirmed="confirmed", is_online="online",
        )  # fmt: skip
        values |= {
            "session": Ref(session.key),
            "speaker": Ref(f"speakers/{row.need('speaker')}"),
            "organisation": _organisation(row.get("organisation")),
            "position": position,
        }
        identity = ("session", "speaker", "role")
        yield row.fact(Appearance, values, identity=identity, owner=session.key)


def _organisation(key):
    return Ref(f"organisations/{key}") if key else None
