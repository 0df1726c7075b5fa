import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events.models import Session
from tests.factories.events import EditionFactory

pytestmark = pytest.mark.django_db

TEXT = """Thursday 5 June 2025
09:05 Panel 1: Where we stand
• Dr. Alba Exemplar, Head of Unit, Agency for Musterland
Something that nobody expected
"""


@pytest.fixture
def edition():
    return EditionFactory(starts_on="2025-06-04", ends_on="2025-06-05")


def run(edition, path, *options):
    out = StringIO()
    call_command(
        "import_agenda", f"{edition.series.slug}/{edition.slug}", path, *options, stdout=out
    )
    return out.getvalue()


def test_prints_what_was_understood_in_the_shape_that_was_promised(edition, tmp_path):
    path = tmp_path / "agenda.md"
    path.write_text(TEXT)

    assert json.loads(run(edition, path, "--format", "json")) == {
        "sessions": [
            {
                "day": 2,
                "starts": "09:05",
                "ends": None,
                "kind": "panel",
                "number": "1",
                "title": "Where we stand",
                "room": "",
                "people": [
                    {
                        "role": "speaker",
                        "honorific": "Dr.",
                        "name": "Alba Exemplar",
                        "job_title": "Head of Unit",
                        "affiliation": "Agency for Musterland",
                        "remark": "",
                        "confirmed": True,
                        "online": False,
                    }
                ],
            }
        ],
        "not_understood": [{"line": 4, "text": "Something that nobody expected"}],
    }


def test_tells_the_plan_and_writes_nothing(edition, tmp_path):
    path = tmp_path / "agenda.txt"
    path.write_text(TEXT)

    told = run(edition, path)

    assert "Day 2 09:05" in told
    assert "Not understood: lines 4" in told
    assert not Session.objects.exists()


def test_says_in_a_sentence_what_cannot_be_read(edition, tmp_path):
    path = tmp_path / "agenda.pdf"
    path.write_bytes(b"%PDF")

    with pytest.raises(CommandError, match="not supported yet") as refused:
        run(edition, path)

    assert refused.value.returncode == 1


def test_says_that_there_is_no_such_edition(tmp_path):
    with pytest.raises(CommandError, match="There is no edition “a/b”"):
        call_command("import_agenda", "a/b", tmp_path / "agenda.txt")
