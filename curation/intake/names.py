"""What looks like a person's name, and the titles that stand before one."""

import re
import unicodedata

from .letters import fold, words
from .lines import MOJIBAKE
from .occupation_words import JOB, ORGANISATION
from .title_words import NOT_NAMES

_HONORIFICS = r"""
dr|drs|ddr|dr\.?-ing|dra|prof|professor|professeur|univ\.?-prof|assoc\. ?prof|ass\. ?prof
|priv\.?-doz|ing|inz|dipl\.?-ing|mag|mag\.a|mba|msc|mgr|phdr|rndr|judr|mudr|hab|mr|mrs|ms|miss|mx|mme|mlle|m
|herr|frau|sig|sig\.ra|sig\.na|dott|dott\.ssa|avv|arch|sr|sra|srta|d\.|dna|dona|pan|pani|dl|domnul
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
PARTICLES = words(
    "de da do di du del della degli dei der den des dos das la le les el al bin ben ibn y e i"
    " von van vom zu zum zur af av ter ten te st st. d' d’ ou & und"
) - {"&", "und", "e", "ou"}
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
    if not is_shaped_like_name(text):
        return False
    words, folded = text.split(), fold(text)
    own = [word for word in words if not _is_particle(word)]
    if ORGANISATION.search(folded) or (strict and JOB.search(folded)):
        return False
    known = {fold(word).strip(".,") for word in own}
    return not known & NOT_NAMES if strict else fold(words[0]) not in NOT_NAMES


def is_shaped_like_name(text):
    """Two to six words with capitals, where a script has them, whatever they mean."""
    words = text.split(None, MOST_WORDS)
    if not 2 <= len(words) <= MOST_WORDS or not all(_may_be_in_name(word) for word in words):
        return False
    own = [word for word in words if not _is_particle(word)]
    return len(own) >= 2 and not _is_particle(words[-1])


def _is_particle(word):
    return word.lower() in PARTICLES and not word.isupper() and not word.istitle()


def _may_be_in_name(word):
    if _is_particle(word) or _INITIALS.match(word):
        return True
    if word.isalpha():
        return not word[0].islower()
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
