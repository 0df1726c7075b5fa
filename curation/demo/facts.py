"""A fact is one row the demo wants: read from a file, not yet compared with the database."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import models


class DemoError(Exception):
    """One sentence: the file, the key in it and the reason."""

    def __init__(self, source, key, reason):
        super().__init__(f"{source}: {key}: {reason}")


@dataclass(frozen=True)
class Ref:
    """Another fact, by its key; becomes its primary key once that is loaded."""

    key: str


@dataclass(frozen=True)
class Sample:
    """A file drawn for the object that gets it, and only where none was yet."""

    name: str
    draw: Callable[[models.Model], bytes]


@dataclass(frozen=True)
class Fact:
    key: str
    model: type[models.Model]
    values: dict
    source: Path
    # The fields by which an object made by hand is recognised as the same.
    identity: tuple[str, ...] = ()
    # The fact it hangs on: where that is staff's or gone, so is this.
    owner: str = ""


def fields_of(model, names, row, **renamed):
    """The values of `names` from a table of the file; what it leaves out is empty again.

    `renamed` gives the file's word for a field where it is another one.
    """
    words = {name: name for name in names} | {field: word for field, word in renamed.items()}
    return {
        field: row[word] if word in row else model._meta.get_field(field).get_default()
        for field, word in words.items()
    }
