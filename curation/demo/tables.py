"""The tables of the TOML files. A word that nobody reads is an error: nothing is overlooked."""

import tomllib

from .facts import DemoError, Fact


class Table:
    def __init__(self, source, key, row):
        self.source, self.key, self.row = source, key, row
        if not isinstance(row, dict):
            self.fail("a table is expected")
        self.unread = set(row)

    def fail(self, reason):
        raise DemoError(self.source, self.key, reason)

    def get(self, word, otherwise=None):
        self.unread.discard(word)
        return self.row.get(word, otherwise)

    def need(self, word):
        value = self.get(word)
        if not value or not isinstance(value, str):
            self.fail(f"{word} is missing or no text")
        return value

    def texts(self, word):
        value = self.get(word, [])
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            self.fail(f"{word} is no list of texts")
        return value

    def fields(self, model, *names, **renamed):
        """The values of the fields; what the file leaves out is empty, as in a new object.

        `renamed` gives the file's word where the field has another name.
        """
        words = {name: name for name in names} | renamed
        return {
            field: self.get(word, model._meta.get_field(field).get_default())
            for field, word in words.items()
        }

    def tables(self, word, named_by):
        """The tables below, their keys made of what `named_by` finds in each."""
        rows = self.get(word, [])
        if not isinstance(rows, list):
            self.fail(f"{word} is no list of tables")
        return [self._below(f"{word}/{place}", row, named_by) for place, row in enumerate(rows, 1)]

    def table(self, word):
        return Table(self.source, f"{self.key}/{word}", self.get(word))

    def _below(self, place, row, named_by):
        table = Table(self.source, f"{self.key}/{place}", row)
        table.key = f"{self.key}/{place.split('/')[0]}/{named_by(table)}"
        return table

    def fact(self, model, values, **more):
        if self.unread:
            self.fail(f"unknown: {', '.join(sorted(self.unread))}")
        return Fact(self.key, model, values, self.source, **more)


def read_table(path, key):
    try:
        return Table(path, key, tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DemoError(path, key, str(error)) from error
