"""Words that say in which role people appear: “Moderator:”, “moderated by …, with speakers: …”."""

import re
from typing import NamedTuple

from .letters import fold

_COLON = {
    "moderator": r"(?:co-)?moderators?|moderation|moderat(?:rice|eur|eurs)|moderador(?:a|es)?"
    "|moderatore"
    r"|moderatori|moderatrice|moderadora|moderatorin|moderuje|prowadzenie|prowadzacy|chair"
    r"|chairperson"
    r"|chaired by|session chair|facilitators?|facilitation|animation|animateur|animatrice|modera|"
    r"moderated by|leitung",
    "panellist": r"panell?ists?|panelistes?|panelistas|panelisti|panelisci|podium|podiumsgaste"
    r"|diskutanten|diskussion mit",
    "pitcher": r"pitchers?|pitches|pitched by|pitching companies",
    "host": r"hosts?|hosted by|gastgeber(?:in)?",
    "guide": r"guides?|guided by",
    "rapporteur": r"rapporteurs?",
    "speaker": r"(?:keynote |guest |invited |confirmed )?speakers?|keynote|keynote by"
    "|presenters?|presented by"
    r"|presentations?|interventions?|intervenants?|intervenantes?|orateurs?|oratrices?|oratrice"
    r"|referent(?:en|in|innen)?"
    r"|vortragende|ponentes?|intervienen|relatori|relatore|intervengono|interventi|prelegen(?:ci"
    r"|t|tka)|mowcy"
    r"|vorbitor(?:i|ul)?|with|mit|avec|con|discussants?|contributors?|contributions?|participants?"
    r"|with contributions (?:from|by)",
}
_BY = {
    "moderator": r"(?:co-)?moderated by|chaired by|facilitated by|moderee? par|animee? par"
    "|moderiert von"
    r"|moderation durch|moderad[oa] por|moderat[oa] da|moderuje|moderat de|modera",
    "host": r"hosted by",
    "guide": r"guided by",
    "speaker": r"presented by|with contributions (?:from|by)|with the participation of"
    "|with speakers",
}
_WITH = r"(?:(?:and|with|et|und|y|e|avec|mit|con)(?: the)?(?: following)? )?"
_IN_BRACKETS = r"(?:\s?\([^()]{0,20}\))?"
# A label with a colon stands at the start or behind a mark; one with “by” anywhere in a line.
LABEL = re.compile(
    r"(?:(?:^|[\s(\[]*[,;.(\[–—|\t-]\s*|\s(?=with |moderat))"
    + _WITH
    + "(?:"
    + "|".join(f"(?P<{role}>{words})" for role, words in _COLON.items())
    + rf"){_IN_BRACKETS}\s?:\s*"
    + rf"|^(?:(?P<moderator_dash>{_COLON['moderator']})|(?P<speaker_dash>speakers?))\s[–—-]\s"
    + r"|(?:^|[\s,;(\[–—-]+)(?:and )?(?:"
    + "|".join(f"(?P<{role}_by>{words})" for role, words in _BY.items())
    + r")\s+)"
)
# Quick to look for, and in every label.
MAY_BE_LABEL = re.compile(r":|\bby\b|moder|anime|with|chair|speaker|facilit|prowadz|leitung|animat")
# A heading over a list: its role holds for the people below.
HEADING = re.compile(
    _WITH
    + "(?:"
    + "|".join(f"(?P<{role}>{words})" for role, words in _COLON.items())
    + rf"){_IN_BRACKETS}\s?:?$"
)
# Words that would be a title or half a sentence if nothing followed them.
NEEDS_COLON = (
    "with",
    "mit",
    "avec",
    "con",
    "keynote",
    "presentation",
    "presentations",
    "animation",
)
SUFFIX = re.compile(
    "(?:" + "|".join(f"(?P<{role}>{words})" for role, words in _COLON.items()) + ")$"
)


class Part(NamedTuple):
    """What follows a label; `several` where the label speaks of more than one."""

    role: str
    text: str
    several: bool = False


def list_role(text):
    """The role that a heading such as “Speakers:” gives to the people below it, or None."""
    folded = fold(text).strip()
    found = HEADING.match(folded)
    if not found or (folded in NEEDS_COLON and not text.rstrip().endswith(":")):
        return None
    return _role(found)


def role_named(text):
    """The role that a remark in brackets says: “(moderator)”."""
    found = SUFFIX.match(fold(text).strip())
    return _role(found) if found and len(text) > 4 else None


def parts_by_role(text):
    """(what stands before the first label, a Part for each label)."""
    folded = fold(text)
    labels = list(LABEL.finditer(folded)) if MAY_BE_LABEL.search(folded) else []
    ends = [label.start() for label in labels[1:]] + [len(text)] * bool(labels)
    parts = [
        Part(_role(label), _closed(text[label.end() : end]), _is_plural(label.group()))
        for label, end in zip(labels, ends, strict=True)
    ]
    before = text[: labels[0].start()] if labels else text
    return before.rstrip(" ,;(–—-"), parts


def _role(found):
    return (
        next(role for role, words in found.groupdict().items() if words)
        .removesuffix("_by")
        .removesuffix("_dash")
    )


def _is_plural(label):
    return (
        re.sub(r"\(.*\)", "", label)
        .rstrip(" :")
        .endswith(("s", "en", "innen", "ori", "ci", "mit", "with"))
    )


def _closed(text):
    """Without the bracket that was opened before the label."""
    text = text.strip(" ,;–—-")
    if text.endswith((")", "]")) and text.count(")") + text.count("]") > text.count(
        "("
    ) + text.count("["):
        return text[:-1].rstrip()
    return text
