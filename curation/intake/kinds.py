"""What kind of session a title announces, and its number: “Panel discussion 1: …”.

A prefix with a number is taken off the title, since the site prints it from kind and number.
A kind without a number leaves the title whole. All words are folded.
"""

import re
from functools import lru_cache

from .letters import fold

# Up to three words may stand before: “Informal networking lunch”, not “Insights from the panel”.
_NOT_LEAD = r"(?!(?:from|of|in|for|to|the|on|with|by|about|behind|after|beyond|over|und|et|de|a)\b)"
_LEAD = rf"(?:{_NOT_LEAD}[\w'&-]+ ){{0,3}}?"
_END = (
    r"(?= ?(?:$|[:,.;(–—/&+|\t-])"
    r"| (?:and|with|by|from|at|in|on|for|to|of|offered|hosted|et|avec|und|mit|y|con|e|i|z|si|cu"
    r"|session|sessions|break|event|area|desk|de|dei|del|della|des|du|der|do|dla|la|pentru|para"
    r"|per|a|\d)\b)"
)
_NUMBERED = {
    "panel": r"(?:high-level |expert )?panel(?: discussion| debate| session)?|round ?table"
    r"(?: discussion)?|table ronde|podiumsdiskussion|podium|mesa redonda|tavola rotonda"
    r"|panel dyskusyjny|debata|masa rotunda|panel de discussion|panel de discutii",
    "workshop": r"(?:thematic )?workshop|atelier|taller|warsztat|warsztaty|laboratorio",
    "breakout": r"break-?out(?: session| group| room)?|parallel session|parallele session"
    r"|session parallele|sesion paralela|sessione parallela|sesja rownolegla|sesiune paralela",
    "keynote": r"keynote(?: speech| address| lecture)?",
    "pitching": r"pitch(?:ing)?(?: session| round)?|sesion de pitching|sesja pitchingowa",
    "matchmaking": r"matchmaking(?: session| round)?|b2b(?: session| meetings)?",
    "visit": r"(?:guided |site |study |company )?(?:tour|visit)|visite(?: guidee)?"
    "|visita(?: guidata"
    r"| guiada)?|fuhrung|wizyta(?: studyjna)?|vizita",
    "talk": r"talk",
}
_NUMBER = r"(?:no\.? ?|nr\.? ?|n[°º] ?|# ?)?(?P<number>\d{1,2}[a-z]?|[ivx]{1,4}|[a-h])"
NUMBERED = [
    (kind, re.compile(rf"(?:{words}) ?{_NUMBER}(?: ?[:.|–—\t]| -|-(?= )) *(?=\S)"))
    for kind, words in _NUMBERED.items()
]
OPTION = re.compile(
    rf"(?:option|track|choice|variante|opcja|optiunea|opcion|group) {_NUMBER} ?[:.–—-]"
)
# The first that fits is taken: “Registration and welcome coffee” is a registration.
_KINDS = [
    (
        "registration",
        rf"{_LEAD}(?:registration|check-?in|accreditation|enregistrement|inscriptions?"
        r"|accueil (?:des participants|cafe|et cafe)|anmeldung|registrierung|einlass|registro"
        r"|inscripcion|acreditacion|registrazione|accredito|accreditamento|rejestracja(?: \w+)?"
        r"|inregistrare\w*(?: \w+)?)",
    ),
    (
        "transfer",
        r"(?:(?:bus|coach|shuttle|walk|train) )?(?:transfers?|shuttle|departure)(?: by \w+)?"
        r"(?= ?(?:$|[:,(–—-])| (?:to|from|for|of the|by|back|and)\b)"
        r"|transferts?(?= ?(?:$|[:(–—-])| (?:vers|en|a)\b)|abfahrt|bustransfer|traslado(?= a|$)"
        r"|trasferimento(?= a|$)|przejazd|deplasare|walk to\b|return to\b|bus to\b",
    ),
    (
        "break",
        rf"{_LEAD}(?:coffee(?: break)?|tea break|lunch(?: ?break)?|break|breakfast|refreshments?"
        r"|kaffeepause|mittagspause|mittagessen|pause(?:[- ]cafe)?|cafe|dejeuner|pausa(?:[- ]\w+)?"
        r"|pausa caffe|pranzo|almuerzo|comida|przerwa(?: \w+)?|obiad|lunch|pauza(?: de \w+)?|pranz"
        r"|cafea)",
    ),
    (
        "social",
        rf"{_LEAD}(?:dinner|reception|cocktails?|aperitif|aperitivo|aperitivi|drinks|diner"
        r"|abendessen|empfang|cena|kolacja|bankiet|cina|receptie|get-together|gala|networking"
        r"|social event|apero)",
    ),
    (
        "matchmaking",
        rf"{_LEAD}(?:match-?making|b2b|c2c|c2b|bilateral meetings|one-to-one meetings|brokerage"
        r"|kooperationsborse|rencontres b2b|spotkania b2b)",
    ),
    (
        "visit",
        rf"{_LEAD}(?:(?:guided|site|study|company|cluster|field|technical|lab) (?:tours?|visits?))"
        r"|(?:tour|visit) (?:of|to|at) |tours?$|visites? (?:guidees?|de |d'|du )"
        r"|visit[ae]s? (?:guid|tecnic|azienda|a |al |di )|fuhrung|betriebsbesichtigung|besichtigung"
        r"|wizyt[ay] studyjn|zwiedzanie|vizit[ae] ",
    ),
    ("pitching", rf"{_LEAD}(?:pitch|pitches|pitching|elevator pitches)"),
    (
        "breakout",
        r"break-?outs?|(?:thematic )?parallel (?:\w+ )?(?:sessions?|workshops?|tracks?)"
        r"|parallele (?:sessions?|workshops)|(?:ateliers|sessions?) paralleles?"
        r"|sesion(?:es)? paralelas?|session[ei] parallel[ae]|sesj[ae] rownolegl[ae]"
        r"|sesiun[ei] paralel[ae]",
    ),
    (
        "workshop",
        r"(?:\w+ )?(?:workshops?|ateliers?|talleres|taller|warsztaty?|laboratori[oi]|world cafe)",
    ),
    (
        "panel",
        rf"{_LEAD}(?:panel|round ?table|table ronde|podium|podiumsdiskussion|mesa redonda"
        rf"|tavola rotonda"
        r"|debata|masa rotunda|fireside chat)(?: discussions?| debates?| dyskusyjny)?",
    ),
    (
        "keynote",
        r"(?:opening )?keynotes?(?: speech| address)?|impulsvortrag|impuls"
        r"|conference inaugurale|ponencia(?: inaugural| marco)?|wyklad",
    ),
    (
        "closing",
        r"(?:official |final )?(?:closing(?: remarks| session| address| words| speech| ceremony"
        r"| plenary)?|conclusions?|concluding (?:remarks|session)|wrap-?up|final remarks|farewell"
        r"|end$|end of (?:the )?(?:day|event|workshop|programme)(?: \w+)?|(?:mot de )?cloture"
        r"|abschluss"
        r"|schlussworte?|verabschiedung|clausura|cierre|chiusura|conclusioni|conclusiones"
        r"|zakonczenie|podsumowanie|inchidere|concluzii)",
    ),
    (
        "welcome",
        r"(?:official |formal )?(?:introduction and )?(?:welcom(?:e|ing)(?: and opening"
        r"| and introduc"
        r"tion| address(?:es)?| remarks| speech(?:es)?| words| session| note)?|opening(?: remarks"
        r"| session| address(?:es)?| speech(?:es)?| words| ceremony| plenary| and welcome)?"
        r"|mots? d'accueil|mots? de bienvenue|ouverture|accueil|discours d'ouverture|begrusung"
        r"|(?:feierliche )?eroffnung|grusworte?|bienvenida|apertura|inauguracion"
        r"|saluti(?: istituzionali| di benvenuto)?|benvenuto"
        r"|powitanie(?: \w+)?|otwarcie(?: \w+)?|cuvant de (?:bun venit|deschidere)"
        r"|deschidere\w*(?: \w+)?|acto inaugural|sesion inaugural)",
    ),
]
# Rules that say themselves what may follow: “walk to …”, “tour of …”.
_OPEN = ("transfer", "visit")
KINDS = [
    (kind, re.compile(rf"(?:{words})" + ("" if kind in _OPEN else _END))) for kind, words in _KINDS
]
# Of “the”, “a” and the like a title is not made a kind by what follows.
ARTICLE = re.compile(r"(?:the|a|an|how|why|what|from|la|le|les|der|die|das|el|los|il)\s")


@lru_cache(maxsize=1024)
def read_kind(title):
    """(kind, number, title without a numbered prefix); empty where the title does not say."""
    folded = fold(title)
    for kind, prefix in NUMBERED:
        found = prefix.match(folded)
        if found:
            number = title[found.start("number") : found.end("number")]
            return kind, number.upper(), title[found.end() :].strip()
    return _kind_of(folded), "", title


def is_part(title):
    """Whether it is one of several that share a time: “Workshop 2: …”, “Option B: …”."""
    folded = fold(title)
    if OPTION.match(folded):
        return True
    parts = ("workshop", "breakout", "visit", "talk", "panel")
    return any(kind in parts and prefix.match(folded) for kind, prefix in NUMBERED)


def _kind_of(folded):
    if ARTICLE.match(folded):
        return ""
    return next((kind for kind, pattern in KINDS if pattern.match(folded)), "")
