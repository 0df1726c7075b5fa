"""The file of one edition as facts: the edition, then all that hangs on it."""

from collections import Counter

from django.utils.text import slugify

from events.models import CoLocatedEvent, Edition, Figure, FormerDates, GuidedTour
from organisations.models import Partnership

from .facts import Ref
from .programme import rooms, sessions
from .publications import album, documents
from .tables import read_table


def edition_facts(path, series, names):
    """`names` are those of the speakers, by key."""
    table = read_table(path, f"editions/{path.stem}")
    sections = [fact for section in SECTIONS for fact in section(table)]
    sections += [*rooms(table), *sessions(table), *documents(table, names), *album(table)]
    return [_edition(table, series), *sections]


def _edition(table, series):
    values = table.fields(
        Edition, "slug", "number", "name", "stage", "starts_on", "ends_on", "date_note", "over_by",
        "time_zone", "city", "city_local", "country", "place_note", "region", "venue", "attendance",
        "registration_url", "theme", "focus", "introduction", "context",
        keeps_financial_support="names_financial_support",
    )  # fmt: skip
    values |= {
        "series": Ref(series),
        "visibility": Edition.Visibility.PUBLIC,
        "source_marks": ", ".join(table.texts("source_marks")),
    }
    return table.fact(Edition, values, identity=("series", "slug"))


def part(row, edition, model, values, **more):
    values = {"edition": Ref(edition.key)} | values
    return row.fact(model, values, owner=edition.key, **more)


def former_dates(edition):
    for row in edition.tables("former_dates", lambda row: row.get("starts_on")):
        yield part(
            row, edition, FormerDates, row.fields(FormerDates, "starts_on", "ends_on", "note")
        )


def co_located(edition):
    for row in edition.tables("co_located", _by_name):
        values = row.fields(CoLocatedEvent, "name", "note", "url")
        yield part(row, edition, CoLocatedEvent, values)


def guided_tours(edition):
    for row in edition.tables("guided_tours", _by_name):
        yield part(row, edition, GuidedTour, row.fields(GuidedTour, "name", "note"))


def partnerships(edition):
    def role_and_organisation(row):
        return f"{row.need('role')}/{row.need('organisation')}"

    rows = edition.tables("partnerships", role_and_organisation)
    for position, row in enumerate(rows, 1):
        values = row.fields(Partnership, "role", "printed_name", "note")
        values |= {
            "organisation": Ref(f"organisations/{row.need('organisation')}"),
            "position": position,
        }
        identity = ("edition", "organisation", "role")
        yield part(row, edition, Partnership, values, identity=identity)


def figures(edition):
    counted = Counter()

    def measure_and_turn(row):
        # Sources differ, so that an edition has several figures of one measure.
        counted[measure := row.need("measure")] += 1
        return f"{measure}/{counted[measure]}"

    for row in edition.tables("figures", measure_and_turn):
        values = row.fields(
            Figure, "measure", "qualifier", "value", "note", "source", "source_url", "counted_on"
        )
        values["source_marks"] = ", ".join(row.texts("source_marks"))
        yield part(row, edition, Figure, values)


def _by_name(row):
    return slugify(row.need("name"))


SECTIONS = [former_dates, co_located, guided_tours, partnerships, figures]
