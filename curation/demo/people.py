"""Organisations and speakers, each once over all editions."""

from organisations.models import AlternativeName, Organisation
from speakers.models import Speaker

from .facts import Fact, Ref
from .tables import read_table


def organisations(folder):
    file = read_table(folder / "organisations.toml", "organisations.toml")
    for row in _listed(file, "organisations"):
        names = row.texts("alternative_names")
        values = row.fields(
            Organisation, "name", "acronym", "kind", "sector", "description", "city", "country",
            "website", slug="key",
        )  # fmt: skip
        yield row.fact(Organisation, values, identity=("slug",))
        yield from _alternative_names(row, names)


def _alternative_names(organisation, names):
    for name in names:
        yield Fact(
            key=f"{organisation.key}/{name}",
            model=AlternativeName,
            values={"organisation": Ref(organisation.key), "name": name},
            source=organisation.source,
            identity=("name",),
            owner=organisation.key,
        )


def speakers(folder):
    file = read_table(folder / "speakers.toml", "speakers.toml")
    for row in _listed(file, "speakers"):
        values = row.fields(
            Speaker, "name", "honorific", "sort_name", "biography", "website", slug="key"
        )
        yield row.fact(Speaker, values, identity=("slug",))


def _listed(file, word):
    for row in file.tables(word, named_by=lambda row: row.need("key")):
        row.key = f"{word}/{row.need('key')}"
        yield row
