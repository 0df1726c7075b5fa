"""A fact is one row that the demo wants, read from a file and not yet held against the database."""

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
    """Another fact, by its key."""

    key: str


@dataclass(frozen=True)
class Sample:
    """A file, drawn for the object that gets it and only where there was none yet."""

    name: str
    draw: Callable[[models.Model], bytes]


@dataclass(frozen=True)
class Fact:
    key: str
    model: type[models.Model]
    values: dict
    source: Path
    # The fields by which an object that staff made is known to be the same.
    identity: tuple[str, ...] = ()
    # The key of the fact it is a part of.
    owner: str = ""
