"""Names that differ in spelling and may mean the same.

Case, accents, punctuation, spaces and the order of words do not count, and in a longer name one
letter does not: left out, added, mistaken or swapped with its neighbour.
"""

import re

from events.spelling import plain

# Shorter names differ by one letter and mean something else: BIC and BIS.
LONG = 7


def keys(name):
    """Under these a name is found: “Green Win” and “Greenwin” share one, so do “A B” and “B A”."""
    found = re.findall(r"[^\W_]+", plain(name))
    return {"".join(found), "".join(sorted(found))} - {""}


def traces(key):
    """The key, and what is left of a long one without one of its letters.

    Keys that are one slip apart leave a trace in common. A digit is never dropped: Lot 1 is not
    Lot 2.
    """
    if len(key) < LONG:
        return {key}
    dropped = {key[:n] + key[n + 1 :] for n, letter in enumerate(key) if not letter.isdigit()}
    return dropped | {key}


class Spellings:
    """Names to be looked up by how they look, in a time that does not grow with their number."""

    def __init__(self, names):
        self.of_trace = {}
        for name in names:
            for key in keys(name):
                for trace in traces(key):
                    self.of_trace.setdefault(trace, set()).add(name)

    def like(self, name):
        """Those that look like the name, itself included."""
        found = set()
        for key in keys(name):
            for trace in traces(key):
                found |= self.of_trace.get(trace, set())
        return found
