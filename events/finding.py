"""Records found by a name that somebody types, whatever its accents, case and order of words."""

from functools import partial

from .spelling import folded, is_begun_by, is_near

# More would not be read.
LIMIT = 8


class ByName:
    """`records` are those that may be chosen; a subclass reads `spellings` of them, once.

    Names are compared here and not in the database: none that the site runs on folds alike.
    """

    def __init__(self, records):
        self.records = records

    def begun_by(self, typed):
        """For suggestions while somebody types."""
        return self._known(partial(is_begun_by, typed=typed))

    def named(self, name):
        """Those of exactly this name, however it is written."""
        return self._known(lambda spelling: folded(spelling) == folded(name))

    def near(self, name):
        """Those whose name looks alike and is another: somebody has to be asked."""
        return self._known(partial(is_near, name))

    def _known(self, test):
        """`spellings`: (pk, every spelling, the proper name first)."""
        found = [row for row in self.spellings if any(test(each) for each in row[1])]
        return self.introduced(found[:LIMIT])
