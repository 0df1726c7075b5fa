"""What lines about people say besides: to be confirmed, online, remarks, links to slides."""

import re
from dataclasses import dataclass, field

from .letters import fold
from .roles import role_named

_UNCONFIRMED = (
    "tbc|tbd|tba|t.b.c.|to be confirmed|invited|a confirmer|sous reserve|angefragt|wird bestatigt"
    "|n.n.|por confirmar|da confermare|in attesa di conferma|do potwierdzenia|de confirmat"
    "|invite|invitee|eingeladen"
)
UNCONFIRMED = frozenset(_UNCONFIRMED.split("|"))
ONLINE = re.compile(
    r"(?:online|remotely|remote|virtual(?:ly)?|joining (?:online|remotely)|en ligne|a distance"
    r"|en linea|in collegamento|da remoto|zdalnie|on-line|virtuell|zugeschaltet|video ?message"
    r"|by video(?:link| message)?|(?:via|on|by|per|par) (?:zoom|teams|webex|video\w*))$"
)
REMARK = re.compile(
    r"(?:now|formerly|former|currently|then|since|until|on behalf of|representing|replacing"
    r"|previously"
    r"|in the name of|aujourd'hui|ancien(?:ne)?|au nom d|jetzt|heute|ehemals|im namen|in vertretung"
    r"|ahora|en nombre|ora|oggi|gia|a nome|obecnie|w imieniu|acum|in numele)\b"
)
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{1,200})[)\]]")
ENDING = re.compile(r"\s*[,;–—-]?\s+(tbc|tbd|tba|to be confirmed|online)\.?$", re.IGNORECASE)
ON_BEHALF = re.compile(
    r"[\s,;–—-]+((?:on behalf of|au nom d[eu]|im namen d|en nombre de|a nome d|w imieniu"
    r"|in numele)\b.*)$"
)
SLIDES = re.compile(
    r"\s*(?:[-–—|:,]\s*|\(|\[)?(?:(?:download|watch|view|see|open|telecharger)\s(?:the\s|la\s"
    r"|her\s|his\s)?"
    r"(?:presentation|slides?|recording|video|pdf)|presentation herunterladen"
    r"|prasentation herunterladen"
    r"|pobierz prezentacje|descarcati prezentarea|descargar (?:la )?presentacion"
    r"|scarica (?:la )?presentazione|presentation \(?pdf\)?)\b[^,;]{0,40}$"
)


@dataclass
class Marks:
    confirmed: bool = True
    online: bool = False
    role: str = ""
    remarks: list[str] = field(default_factory=list)


def take_slides(text):
    """The text without “– Download presentation” at its end."""
    found = SLIDES.search(fold(text[-120:]))
    return text[: len(text) - len(text[-120:]) + found.start()] if found else text


def take_marks(text):
    """(text without its marks, the marks)."""
    marks = Marks()
    text = BRACKETS.sub(lambda found: "" if _note(found.group(1), marks) else found.group(), text)
    ending = ENDING.search(text)
    if ending and _note(ending.group(1), marks):
        text = text[: ending.start()]
    behalf = ON_BEHALF.search(fold(text))
    if behalf:
        marks.remarks.append(text[behalf.start(1) :])
        text = text[: behalf.start()]
    return text.strip(), marks


def _note(said, marks):
    """Whether brackets hold marks, all of them then noted."""
    if REMARK.match(fold(said)):
        marks.remarks.append(said.strip())
        return True
    words = [word.strip() for word in re.split(r"[,;/&]", fold(said))]
    if not all(_is_mark(word) for word in words):
        return False
    for word in words:
        marks.confirmed = marks.confirmed and word not in UNCONFIRMED
        marks.online = marks.online or bool(ONLINE.match(word))
        marks.role = marks.role or role_named(word) or ""
    return True


def _is_mark(word):
    return word in UNCONFIRMED or ONLINE.match(word) or role_named(word)
