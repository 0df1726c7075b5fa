"""Several people in one line: “A (X), B (Y) and C (Z)”."""

import re

from .markers import take_marks
from .names import looks_like_name, take_honorifics
from .occupations import commas
from .people import is_unnamed, read_person


def read_people(text, role="speaker", *, several=False):
    """(people found, texts without one) of a list of people in one line.

    Of two names with a comma between, the second is an organisation unless `several` are told of.
    """
    found, others = [], []
    for part in _shared(text) or _parts(text, several):
        person = None if is_unnamed(part) else read_person(part, role)
        if person:
            found.append(person)
        else:
            others.append(part)
    return found, others


def _parts(text, several):
    """Apart at semicolons, or behind brackets, or, where all are bare names, at commas."""
    text = text.strip(" .")
    for between, fits in APART:
        parts = [part.strip() for part in between.split(text) if part.strip()]
        pair = len(parts) == 2 and between is COMMAS and "," in text and not several
        if len(parts) > 1 and not pair and all(is_unnamed(part) or fits(part) for part in parts):
            return parts
    return [text]


def _shared(text):
    """“Ada Muster & Ben Muster, Cluster Muster”: what follows the names is both of theirs."""
    first, _comma, rest = text.partition(",")
    names = ALONE_AND.split(first.strip())
    if len(names) > 1 and rest.strip() and all(_is_bare_name(name) for name in names):
        return [f"{name},{rest}" for name in names] if len(commas(rest)) == 1 else None
    return None


def _is_bare_name(part):
    return looks_like_name(take_honorifics(take_marks(part)[0])[1])


_AND = r"(?:and|und|et|y|e|i|oraz|și|si|&)"
ALONE_AND = re.compile(rf"\s{_AND}\s")
COMMAS = re.compile(rf",\s*(?:{_AND}\s)?|\s{_AND}\s")
# What may stand between two people, and what each part must then be.
APART = [
    (re.compile(r";\s*"), read_person),
    (
        re.compile(rf"(?<=[)\]])\s*(?:,\s*(?:{_AND}\s)?|{_AND}\s|/\s*)\s*"),
        lambda part: "(" in part or _is_bare_name(part),
    ),
    (COMMAS, _is_bare_name),
]
