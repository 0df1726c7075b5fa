"""The demo's folder, read whole before anything is written: data/README.md tells its format."""

from events.models import Series
from speakers.models import Speaker

from .editions import edition_facts
from .people import organisations, speakers
from .tables import read_table


def read_demo(folder):
    """Every fact of the folder, each after those it refers to."""
    facts = [_series(folder), *organisations(folder), *speakers(folder)]
    series = facts[0].key
    names = {fact.values["slug"]: fact.values["name"] for fact in facts if fact.model is Speaker}
    for path in sorted((folder / "editions").glob("*.toml")):
        facts += edition_facts(path, series, names)
    return facts


def _series(folder):
    table = read_table(folder / "series.toml", f"series/{folder.name}")
    values = table.fields(Series, "name", "slug", "summary", "introduction")
    return table.fact(Series, values, identity=("slug",))
