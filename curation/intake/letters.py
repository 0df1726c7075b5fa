"""Letters without accents and capitals, for comparing words; each stays in its place."""

import unicodedata

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


def fold(text):
    return text.translate(_bases)


def words_of(folded):
    return "".join(letter if letter.isalnum() else " " for letter in folded).split()
