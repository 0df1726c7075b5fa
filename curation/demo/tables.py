"""TOML tables with the one promise that nothing in them is overlooked."""

import tomllib

from .facts import DemoError


class Table:
    """A table of a file: a word that nobody reads, or one that is missing, is an error."""

    def __init__(self, source, key, row):
        if not isinstance(row, dict):
            raise DemoError(source, key, "a table is expected")
        self.source, self.key, self.row = source, key, row
        self.unread = set(row)

    def fail(self, reason):
        raise DemoError(self.source, self.key, reason)

    def get(self, word, otherwise=None):
        self.unread.discard(word)
        return self.row.get(word, otherwise)

    def need(self, word):
        if self.row.get(word) in (None, ""):
            self.fail(f"{word} is missing")
        return self.get(word)

    def fields(self, model, *names, **renamed):
        """The values of the fields; what the file leaves out is empty, as for a new object.

        `renamed` gives the file's word where the field has another one.
        """
        words = {name: name for name in names} | renamed
        return {
            field: self.get(word, model._meta.get_field(field).get_default())
            for field, word in words.items()
        }

    def tables(self, word):
        rows = self.get(word, [])
        if not isinstance(rows, list):
            self.fail(f"{word} is to be a list of tables")
        return [
            Table(self.source, f"{self.key}/{word}/{number}", row)
            for number, row in enumerate(rows, start=1)
        ]

    def table(self, word):
        return Table(self.source, f"{self.key}/{word}", self.get(word, {}))

    def close(self):
        if self.unread:
            self.fail(f"unknown: {', '.join(sorted(self.unread))}")


def read_table(path, key):
    try:
        return Table(path, key, tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DemoError(path, key, str(error)) from error
