"""Where a session takes place, and in which language, as its lines say."""

import re

from .letters import fold

LABEL = re.compile(
    r"(?:venue|location|place|where|room|lieu|salle|ort|veranstaltungsort|raum|lugar|sala|sede"
    r"|luogo|miejsce|loc|locatie|locatia)\s?:\s*(?=\S)"
)
_SIZE = (
    r"(?:(?:the|main|grand|grande|large|small|big|grosser|groser|kleiner|plenary|meeting|conference"
    r"|seminar|press|lecture|council|plenar)\s)*"
)
_ROOM = (
    r"(?:room|meeting room|hall|auditorium|aula|sala|salon|salle|saal|raum|konferenzraum"
    r"|seminarraum|plenarsaal|foyer|theatre|amphitheatre|amphi|stage|atrium|lobby|sale)"
)
# Alone these are rooms already; the others need a name or a number.
ALONE = re.compile(rf"{_SIZE}(?:auditorium|aula|plenarsaal|foyer|atrium|lobby|amphitheatre)$")
NAMED = re.compile(rf"{_SIZE}{_ROOM}\s(?P<name>[^:;?!]{{1,40}})$")
NAME_FIRST = re.compile(r"(?:[\w'.-]+\s){1,3}(?:room|hall|auditorium|lecture theatre|saal)$")
CLOSING_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]$")
CLOSING_PART = re.compile(r"\s*(?:\s[-–—|@]\s|\t|,\s)([^-–—|@\t,]{2,60})$")
LANGUAGES = {
    "en": "english anglais englisch ingles inglese angielsku engleza en",
    "fr": "french francais franzosisch frances francese francusku franceza fr",
    "de": "german allemand deutsch aleman tedesco niemiecku germana de",
    "es": "spanish espagnol spanisch espanol spagnolo hiszpansku spaniola es",
    "it": "italian italien italienisch italiano wlosku italiana it",
    "pl": "polish polonais polnisch polaco polacco polsku poloneza pl",
    "ro": "romanian roumain rumanisch rumano romeno rumunsku romana ro",
    "nl": "dutch neerlandais niederlandisch nederlands nl",
}
LANGUAGE_OF = {word: code for code, words in LANGUAGES.items() for word in words.split()}
IN_LANGUAGE = re.compile(r"(?:(?:in|en|auf|po|in limba|w jezyku)\s)?([a-z]+)$")


def labelled_room(text):
    """“Venue: City Hall” gives “City Hall”; None where no label stands."""
    found = LABEL.match(fold(text))
    return text[found.end() :] if found else None


def is_room(text):
    folded = fold(text)
    if len(text) > 60:
        return False
    if ALONE.match(folded):
        return True
    named = NAMED.match(folded)
    if named:
        first = text[named.start("name")]
        return first.isdigit() or first.isupper() or first in "“\"'"
    return bool(NAME_FIRST.match(folded)) and text[:1].isupper() and text.split()[-1][0].isupper()


def take_room(title):
    """(title, room): the room at the title's end, in brackets or after a dash or comma."""
    for closing in (CLOSING_BRACKET, CLOSING_PART):
        found = closing.search(title[-70:])
        if not found:
            continue
        room = labelled_room(found.group(1)) or (is_room(found.group(1)) and found.group(1))
        rest = title[: len(title) - len(found.group())].rstrip()
        if room and rest:
            return rest, room.strip()
    return title, ""


def take_language(title):
    """(title, code): “… (in English)”, “… [FR]”; a pair of languages stays in the title."""
    found = CLOSING_BRACKET.search(title[-70:])
    said = found and IN_LANGUAGE.match(fold(found.group(1)).strip())
    code = LANGUAGE_OF.get(said.group(1)) if said else None
    # “(it)” may be a word; codes alone count in capitals only.
    if not code or (len(said.group(1)) == 2 and said.group(1).upper() not in found.group(1)):
        return title, ""
    return title[: len(title) - len(found.group())].rstrip(), code
