"""What follows a name: which part says what somebody is, which part where. Words are folded."""

import re
from functools import lru_cache

from . import doubts
from .letters import fold, words
from .occupation_words import JOB, ORGANISATION

# A word in capitals stands for an organisation, if it is not a number in Roman letters.
ACRONYM = re.compile(r"(?<![\w-])(?![IVX]+\b)[A-ZÀ-Þ][A-ZÀ-Þ&]+[A-ZÀ-Þ0-9](?![\w-])")
OFFICES = words("CEO CTO COO CFO CIO MEP PMO CSO HR IT EU R&D SME SMES ICT AI RDI RIS3")
UNIT = re.compile(
    r"(?:department|dept|unit|division|section|abteilung|departement|directorate|wydzial)\b"
)
HEAD = re.compile(
    r"\s(?:of|for|at|on|in|to|and|&|de|des|du|fur|der|im|del|della|di|da|ds\.|do|dla|al|pentru"
    r"|en|y|e|und|et|i|-|–|—)\s"
)
COUNTRIES = words(
    """
albania austria belgium bosnia bulgaria croatia cyprus czechia denmark estonia finland france
germany greece hungary iceland ireland italy kosovo latvia liechtenstein lithuania luxembourg malta
moldova montenegro netherlands norway poland portugal romania serbia slovakia slovenia spain sweden
switzerland turkey turkiye ukraine uk deutschland osterreich belgique espana italia polska schweiz
be de fr es it pl ro at nl pt cz sk si hr hu bg gr ie se fi dk ee lv lt lu mt cy
"""
)
MARKS = re.compile(r"[(\[)\],،]")
# A second office begins within a part: “…, Cluster A and Professor at …”.
_AND = re.compile(r"\s(?:and|&|und|et|y|e|i|oraz|si)\s|\s/\s")


def split_introduction(text):
    """(job title, affiliation, doubts) of what a programme prints after a name."""
    text = text.strip(" ,;–—-")
    parts = commas(text)
    if not parts:
        return "", "", ()
    if ";" in text or _names_two_roles(parts):
        return text, "", (doubts.TWO_ROLES,)
    if len(parts) == 1:
        return (*_split_one(text), ())
    start = _affiliation_start(parts)
    job, dash = _dashed(", ".join(parts[:start])) if start == len(parts) else ("", "")
    if dash:
        return job, dash, ()
    return ", ".join(parts[:start]), ", ".join(parts[start:]), ()


def commas(text):
    """Parts between commas that are not in brackets."""
    parts, depth, begun = [], 0, 0
    for found in MARKS.finditer(text):
        mark, place = found.group(), found.start()
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth = max(depth - 1, 0)
        elif not depth:
            parts.append(text[begun:place].strip())
            begun = place + 1
    parts.append(text[begun:].strip())
    return [part for part in parts if part]


@lru_cache(maxsize=4096)
def is_job(part):
    """In most languages the first word says it; in English compounds the last."""
    head = HEAD.split(fold(part), maxsplit=1)[0]
    found = JOB.search(head)
    if not found:
        return False
    return (
        found.start() == 0 or found.end() >= len(head.rstrip(" .")) or not ORGANISATION.search(head)
    )


@lru_cache(maxsize=4096)
def is_organisation(part):
    folded = fold(part)
    if is_job(part) or UNIT.match(folded):
        return False
    acronyms = set(ACRONYM.findall(part)) - OFFICES
    return bool(ORGANISATION.search(folded)) or bool(acronyms)


def is_country(part):
    return fold(part).split(" (")[0].strip(" .") in COUNTRIES


def _affiliation_start(parts):
    first = 0 if is_organisation(parts[0]) else 1
    for place in range(first, len(parts)):
        if is_organisation(parts[place]):
            return place
    last = len(parts) - 1
    return last - 1 if last > 1 and is_country(parts[last]) else last


def _split_one(text):
    job, affiliation = _dashed(text)
    if affiliation:
        return job, affiliation
    return ("", text) if is_organisation(text) else (text, "")


def _dashed(text):
    """“Role – Organisation”: the last part is an organisation, unless it says a job."""
    parts = re.split(r"\s[-–—|]\s|\t", text)
    if len(parts) > 1 and not is_job(parts[-1]):
        return text[: len(text) - len(parts[-1])].rstrip(" \t-–—|"), parts[-1]
    return text, ""


def _names_two_roles(parts):
    """A job follows an organisation: “Chair, Cluster A and Professor, University B”."""
    for part in parts[1:]:
        halves = _AND.split(part)
        if any(is_job(half) for half in halves[1:]) and not is_job(halves[0]):
            return True
    places = [is_organisation(part) for part in parts]
    jobs = [is_job(part) for part in parts]
    return any(
        jobs[later]
        for earlier, one in enumerate(places)
        if one
        for later in range(earlier + 1, len(parts))
        if earlier
    )
