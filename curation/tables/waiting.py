"""An upload between its preview and its confirmation: kept in the storage for an hour.

The page holds a signed ticket, good for this person, edition and table alone.
"""

import json
import secrets
from dataclasses import asdict
from datetime import timedelta

from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from .reading import Upload

FOLDER = "imports"
LIFETIME = timedelta(hours=1)
SALT = "curation.tables.waiting"


def put_aside(upload, table, *, seen):
    """Returns the ticket. `seen` is the fingerprint of what the person is shown."""
    _clear()
    content = json.dumps(asdict(upload)).encode()
    name = default_storage.save(f"{FOLDER}/{secrets.token_hex(16)}.json", ContentFile(content))
    return signing.dumps({"file": name, "seen": seen, "of": _owner(table)}, salt=SALT)


def take(ticket, table):
    """The upload and the fingerprint, once. None for a ticket that is old, used or another's."""
    try:
        waiting = signing.loads(ticket, salt=SALT, max_age=LIFETIME)
        if waiting["of"] != _owner(table):
            return None
        with default_storage.open(waiting["file"]) as file:
            upload = Upload(**json.load(file))
    except (signing.BadSignature, FileNotFoundError):
        return None
    default_storage.delete(waiting["file"])
    return upload, waiting["seen"]


def _owner(table):
    return [table.user.pk, table.edition.pk, table.name]


def _clear():
    """Uploads that nobody confirmed go when the next one comes."""
    if not default_storage.exists(FOLDER):
        return
    for name in default_storage.listdir(FOLDER)[1]:
        path = f"{FOLDER}/{name}"
        if default_storage.get_modified_time(path) < timezone.now() - LIFETIME:
            default_storage.delete(path)
