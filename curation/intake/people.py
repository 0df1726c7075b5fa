"""People as programmes print them: “Name - Role, Organisation” and its kin."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from . import doubts
from .letters import fold
from .markers import take_marks, take_slides
from .names import is_shaped_like_name, looks_like_name, take_degrees, take_honorifics
from .occupations import commas, is_job, is_organisation, split_introduction
from .records import Person

NUMBERING = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+")
SEPARATOR = re.compile(
    r"\s+[-–—−|/]+\s+|\s*[–—]\s+|\s+[–—]|(?<=\w)-\s+(?=[A-ZÀ-Þ])|\s*[,،;:|\t]\s*|\s*(?=\()"
)
UNNAMED = re.compile(
    r"(?:an? |one |two |three |several |the |eine[rmns]? |eine |un[ae]? |el |la |der |die )?"
    r"(?:(?:speakers?|experts?|delegates?|representatives?|members|participants|representants?"
    r"|reprezentant\w*"
    r"|representantes?|rappresentant[ei]|przedstawiciel\w*|vertreter(?:in|innen)?)\b(?!,| -| –)"
    r"|various\b"
    r"|(?:more|further|other|additional|others|tbc|tbd|tba|n\.? ?n|to be (?:confirmed"
    r"|announced|defined)"
    r"|weitere|autres|otros|altri|inni|altii|and others|name\b.{0,12}tbc)\b)"
    r"|.{0,80}\brepresentatives?(?: ?\(tbc\))?$"
)


@dataclass(frozen=True)
class Found:
    """`sure`: 0 for a bare name, 1 if something follows it, 2 if that is a job or organisation."""

    person: Person
    sure: int
    doubts: tuple[str, ...] = ()


def is_unnamed(text):
    """“A representative of the European Commission”, “More TBC”."""
    return bool(UNNAMED.match(fold(text).strip(" .…*")))


@lru_cache(maxsize=1024)
def read_person(text, role="speaker"):
    """The one person that the text is about, or None."""
    text = (
        NUMBERING.sub("", take_slides(text), count=1)
        if NUMBERING.match(text)
        else take_slides(text)
    )
    text, marks = take_marks(text.strip())
    honorific, text = take_honorifics(text.strip(" ,;"))
    found = _named(text, honorific) or _named_last(text)
    if not found:
        return None
    person = replace(
        found.person,
        role=marks.role or role,
        honorific=" ".join(part for part in (honorific, found.person.honorific) if part),
        remark="; ".join(marks.remarks),
        confirmed=marks.confirmed,
        online=marks.online,
    )
    return replace(found, person=person, sure=2 if honorific or marks.role else found.sure)


def _named(text, honorific=""):
    """The name first, then a separator, then what the person is."""
    separator = SEPARATOR.search(text)
    name, rest = (text[: separator.start()], text[separator.end() :]) if separator else (text, "")
    name, degree = take_degrees(name.strip())
    addressed = bool(honorific) and name.istitle()
    if not addressed and not is_shaped_like_name(name):
        return None
    if (
        rest
        and (further := take_degrees(f"{name}, {commas(rest)[0]}" if commas(rest) else name))[1]
    ):
        degree, rest = further[1], ", ".join(commas(rest)[1:])
    job, affiliation, found = _introduction(rest)
    says_what = bool(honorific) or is_job(job) or is_job(affiliation)
    if not addressed and not looks_like_name(name, strict=not says_what):
        return None
    sure = 2 if says_what or is_organisation(affiliation) else int(bool(rest))
    return Found(
        Person(name, honorific=degree, job_title=job, affiliation=affiliation), sure, found
    )


def _introduction(rest):
    """What follows the name; in brackets alone stands an organisation rather than a job."""
    rest = rest.strip()
    if not rest.startswith("("):
        return split_introduction(rest)
    inner, _closing, after = rest[1:].partition(")") if rest.count("(") == 1 else _balanced(rest)
    if after.strip(" ,;–—-:"):
        job, affiliation, found = split_introduction(after.strip(" ,;–—-:"))
        return (job, affiliation or inner, found) if job else (inner, affiliation, found)
    if len(commas(inner)) == 1 and not is_job(inner):
        return "", inner.strip(), ()
    return split_introduction(inner)


def _balanced(rest):
    depth = 0
    for place, letter in enumerate(rest):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return rest[1:place], ")", rest[place + 1 :]
    return rest[1:], "", ""


def _named_last(text):
    """“Organisation – Name, Role”."""
    separator = SEPARATOR.search(text)
    first = text[: separator.start()] if separator else ""
    if not first or not is_organisation(first) or text[separator.end() :][:1] in ("", "("):
        return None
    found = _named(text[separator.end() :].strip())
    if not found or found.person.affiliation:
        return None
    person = replace(found.person, affiliation=first.strip())
    return Found(person, found.sure, (*found.doubts, doubts.ORGANISATION_FIRST))
