"""When two spellings may be one name. Accents, case, signs and the order of words say nothing."""

import re
import unicodedata
from difflib import SequenceMatcher

# Letters that Unicode does not take apart into a base and a mark.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th"})
_LETTERS |= str.maketrans({"æ": "ae", "œ": "oe"})

# So that “Jörg Müller” and “Joerg Mueller” are asked about, “Peter Smith” and “Paul Smith” not.
NEAR = 0.84


def plain(text):
    """Small letters without accents: “Łukasz” → “lukasz”."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(name):
    """Its words, folded and sorted: “Müller, Jörg” → ("jorg", "muller")."""
    return tuple(sorted(re.findall(r"\w+", plain(name).replace("'", "").replace("’", ""))))


def folded(name):
    return " ".join(words_of(name))


def is_begun_by(name, typed):
    """Whether each word typed so far begins a word of the name."""
    words, parts = words_of(name), words_of(typed)
    return bool(parts) and all(any(w.startswith(part) for w in words) for part in parts)


def is_near(one, other):
    """Whether two different spellings look like one name: ask, never assume."""
    shorter, longer = sorted([words_of(one), words_of(other)], key=len)
    if not shorter:
        return False
    if len(shorter) > 1 and len(longer) > 1 and _begin_words_of(shorter, longer):
        return True
    shared = set(shorter) & set(longer)
    if len(shared) > 1 or shared == set(shorter):
        return True
    return SequenceMatcher(None, " ".join(shorter), " ".join(longer)).ratio() >= NEAR


def _begin_words_of(shorter, longer):
    """“J. Kramer” and “Jan-Philipp Kramer”: every word, or its initial, once."""
    left = list(longer)
    for word in sorted(shorter, key=len, reverse=True):
        fitting = next((w for w in left if w.startswith(word) or word.startswith(w)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return True
