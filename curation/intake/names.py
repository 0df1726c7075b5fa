"""What looks like a person's name, and the titles that stand before one."""

import re
import unicodedata

from .letters import fold
from .lines import MOJIBAKE
from .occupations import JOB, ORGANISATION

_HONORIFICS = r"""
dr|drs|ddr|dr\.?-ing|dra|prof|professor|professeur|univ\.?-prof|assoc\. ?prof|ass\. ?prof|priv\.?-doz
|ing|inz|dipl\.?-ing|mag|mag\.a|mba|msc|mgr|phdr|rndr|judr|mudr|hab|mr|mrs|ms|miss|mx|mme|mlle|m|herr|frau
|sig|sig\.ra|sig\.na|dott|dott\.ssa|avv|arch|sr|sra|srta|d\.|dna|dona|pan|pani|dl|domnul
|doamna|conf|univ|h\.e|hon|rt\.? hon|sir|dame|dhr|mevr|κ|κα|г-н|г-жа
"""
_LONGEST_FIRST = "|".join(sorted("".join(_HONORIFICS.split()).split("|"), key=len, reverse=True))
HONORIFIC = re.compile(rf"(?:{_LONGEST_FIRST})(?:\.|(?=\s))\s*")
# In small letters these are words or names: “Di”.
IN_CAPITALS = re.compile(r"(?:DI|LR|LRin|KR|LH|MdB|MdL|MdEP|MEP|HE)\s+")
DEGREE = re.compile(
    r",?\s+(?:(?:ph\.?\s?d|m\.?sc|mba|m\.?a|ll\.?m|dr\.?h\.?c|b\.?sc|cfa|mpa|eur\s?ing)\b\.?)$",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    "de da do di du del della degli dei der den des dos das la le les el al bin ben ibn y e i von van"
    " vom zu zum zur af av ter ten te st st. d' d’ ou & und".split()
) - {"&", "und", "e", "ou"}
# Words of titles and places; no name is sought where one of them stands.
NOT_NAMES = frozenset(
    """
a about across actors adaptation address advanced agenda agriculture all an and as at award awards
benefit benefits best beyond biotech bridging business by career case cases challenge challenges
change circular city cities clean cleantech climate closing cluster clusters coffee collaboration
collaborative common community competence competitiveness concluding conclusion conclusions
conference congress connecting connectivity cooperation country creative cross crossborder culture
cultural cutting-edge data day deep defence demo dialogue digital dinner discover discussion
district drinks driving ecosystem ecosystems education energy engineering environment europe
european event evening exchange excursion exhibition exploring fair finance first floor focus food
for forest forum fostering free from funding future garden gardens gateway global good green group
growth guided hall health heritage high-tech hotel how hydrogen impact in industrial industries
industry information innovation innovative input insights intelligence intelligent international
interregional investing investment into introduction is it job joint key keynote knowledge labs
large last learning lessons level life local logistics lunch making manufacturing maritime market
marketplace matchmaking material materials meet meeting meetings mobility models moderated modern
museum national network networking new next north not of on open opening opportunities our out
outcomes outlook palace panel panels paper park partner partners partnership partnerships photo
pilot pitch pitching plan plenary policies policy port practice practices presentation
presentations priorities production programme project projects public questions q&a quantum reception
recovery region regional regions registration renewable report research resilience resilient results
road roadmap robotics role round rural safety science sciences sector security semiconductor services
session sessions setting short skills smart smes social solutions south space speech square stage
start startup startups start-ups state station stories story strategic strategies strategy
strengthening strong success supply support sustainable sustainability table talent team tech
technologies technology textile textiles that the theatre thematic then three to tool tools tour
tourism tours tower trade traffic training transfer transformation transition transport trends twin
two update urban value valley venue via view villa village vision visit visits water we welcome
welcoming west what when where who why wine with women work working workshop workshops world
your youth zone block center centre castle east
der die das und fur mit im zum zur wie neue les des pour avec sur vers dans une un et los las para
con por il lo gli per nel una dla oraz przez pentru din
""".split()
)
MOST_WORDS = 6
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}$")


def take_honorifics(text):
    """(honorific, rest): “Prof. Dr. Ada Muster” gives “Prof. Dr.” and “Ada Muster”."""
    folded, end = fold(text), 0
    while found := IN_CAPITALS.match(text, end) or HONORIFIC.match(folded, end):
        if found.end() >= len(text) or _is_initial(found.group(), text[found.end() :]):
            break
        end = found.end()
    return text[:end].strip(), text[end:]


def _is_initial(honorific, rest):
    """“M. Muster” has a first name of one letter; “M. Jean Muster” is addressed in French."""
    return len(honorific.strip(" .")) == 1 and (len(rest.split()) < 2 or rest[1:2] == ".")


def take_degrees(name):
    """(name, degrees after it): “Ada Muster, PhD”."""
    found = DEGREE.search(name)
    if not found:
        return name, ""
    return name[: found.start()], found.group().strip(" ,")


def looks_like_name(text, *, strict=True):
    """Whether a person's name may stand here; `strict` refuses words that titles are made of."""
    words = text.split()
    if not 2 <= len(words) <= MOST_WORDS or not all(_may_be_in_name(word) for word in words):
        return False
    own = [word for word in words if not _is_particle(word)]
    if len(own) < 2 or _is_particle(words[-1]):
        return False
    folded = fold(text)
    if ORGANISATION.search(folded) or (strict and JOB.search(folded)):
        return False
    known = {fold(word).strip(".,") for word in own}
    return not known & NOT_NAMES if strict else fold(words[0]) not in NOT_NAMES


def _is_particle(word):
    return word.lower() in PARTICLES and not word.isupper() and not word.istitle()


def _may_be_in_name(word):
    if _is_particle(word) or _INITIALS.match(word):
        return True
    # Damaged letters are letters: the name is shown as it came.
    bare = MOJIBAKE.sub("a", word.strip(".,")).lstrip("‘’'ʼ`")
    letters = [letter for letter in bare if letter not in "-‐‑'’ʼ`.·´\u200c\u200d"]
    if not letters or not all(_is_letter(letter) for letter in letters):
        return False
    first = next(letter for letter in letters)
    return (
        first.isupper() or not first.islower() or word.lower().startswith(("d'", "d’", "al-", "o’"))
    )


def _is_letter(letter):
    """Letters, and the marks that some scripts set upon them."""
    return unicodedata.category(letter)[0] in "LM"
