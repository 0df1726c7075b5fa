"""Documents, the presentations of those who appear, and the album."""

from documents.models import Document
from gallery.models import Album, Photo

from .facts import Fact, Ref
from .pictures import SCENES
from .samples import COMPOSERS, sample_document, sample_photo, sample_presentation


def documents(edition, names):
    """`names` are those of the speakers, by key."""
    rows = edition.tables("documents", lambda row: row.need("key"))
    for position, row in enumerate(rows, 1):
        values = row.fields(Document, "kind", "title", "description", "language", "url", "licence")
        values |= {"edition": Ref(edition.key), "position": position}
        row.get("note")  # for editors: the file's name or size at its source
        if row.get("sample"):
            values["file"] = _sample(row, edition)
        yield row.fact(Document, values, owner=edition.key)
    yield from _presentations(edition, names, first=len(rows) + 1)


def _sample(row, edition):
    if row.need("kind") not in COMPOSERS:
        row.fail(f"there is no sample of kind {row.need('kind')}")
    return sample_document(row.need("kind"), row.need("title"), edition.need("slug"))


def _presentations(edition, names, first):
    presented = [
        (session, row)
        for session in edition.row.get("sessions", [])
        for row in session.get("appearances", [])
        if row.get("presentation")
    ]
    for position, (session, row) in enumerate(presented, first):
        yield _presentation(edition, session, row, names, position)


def _presentation(edition, session, row, names, position):
    session_key = f"{edition.key}/sessions/{session['key']}"
    appearance_key = f"{session_key}/appearances/{row['role']}/{row['speaker']}"
    speaker = names.get(row["speaker"], row["speaker"])
    then = [f"{row.get('honorific', '')} {row.get('printed_name') or speaker}".strip()]
    then += [row[word] for word in ("job_title", "affiliation") if row.get(word)]
    values = {
        "edition": Ref(edition.key),
        "kind": Document.Kind.PRESENTATION,
        "title": session.get("title", ""),
        "session": Ref(session_key),
        "appearances": [Ref(appearance_key)],
        "position": position,
        "file": sample_presentation(
            speaker, ", ".join(then), session.get("title", ""), edition.need("slug")
        ),
    }
    return Fact(
        f"{edition.key}/presentations/{session['key']}/{row['speaker']}",
        Document, values, edition.source, owner=edition.key,
    )  # fmt: skip


def album(edition):
    if not edition.get("gallery"):
        return
    gallery = edition.table("gallery")
    rows = gallery.tables("photos", lambda row: row.need("key"))
    values = gallery.fields(Album, "title") | {"edition": Ref(edition.key), "position": 1}
    yield gallery.fact(Album, values, owner=edition.key)
    for position, row in enumerate(rows, 1):
        values = row.fields(Photo, "caption", "alternative_text", "credit", "taken_at")
        values |= {"album": Ref(gallery.key), "position": position}
        if row.get("sample"):
            scene = list(SCENES)[(position - 1) % len(SCENES)]
            values["image"] = sample_photo(scene, f"Sample image {position} of {len(rows)}")
        yield row.fact(Photo, values, owner=gallery.key)
