"""Letters without accents and capitals, for comparing words; each stays in its place."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart.
BASES = {"ł": "l", "Ł": "l", "ß": "s", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ı": "i", "’": "'"}


class _Bases(dict):
    """Filled as letters are met; one letter for one, so that positions in both texts agree."""

    def __missing__(self, code):
        letter = chr(code)
        base = BASES.get(letter) or unicodedata.normalize("NFD", letter)[0].lower()[:1]
        self[code] = base or letter
        return self[code]


_bases = _Bases()


@lru_cache(maxsize=4096)
def fold(text):
    return text.translate(_bases)


def words(text):
    """A vocabulary, written as a text of words."""
    return frozenset(text.split())
