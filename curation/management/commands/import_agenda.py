import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from curation.intake.files import read_text
from curation.intake.limits import IntakeError
from curation.intake.programme import read_agenda
from curation.intake.records import Seen
from curation.intake.shapes import as_data
from events.models import Edition


class Command(BaseCommand):
    help = "Read an agenda from a file and print what was understood. Nothing is written."

    def add_arguments(self, parser):
        parser.add_argument("edition", help="series and edition, as in “clusters/charleroi-2024”")
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *, edition, file, **options):
        first_day = edition_called(edition).starts_on
        try:
            programme = read_agenda(read_text(file), first_day=first_day)
        except IntakeError as error:
            raise CommandError(str(error)) from error
        if options["format"] == "json":
            self.stdout.write(json.dumps(as_data(programme), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(told(programme)))


def edition_called(name):
    series, _slash, slug = name.partition("/")
    edition = Edition.objects.filter(series__slug=series, slug=slug).first()
    if edition is None:
        raise CommandError(f"There is no edition “{name}”; name it as <series>/<edition>.")
    return edition


def told(programme):
    """The sessions, then what an editor should look at, as lines for people."""
    for session in programme.sessions:
        times = "–".join(clock for clock in (session.starts, session.ends) if clock)
        yield f"Day {session.day} {times:11} {session.title}"
        yield from (f"{'':18}{person.name}" for person in session.people)
    yield from (f"Line {each.line}: {each.sentence}" for each in programme.doubts)
    for seen in (Seen.NOTE, Seen.NOT_UNDERSTOOD):
        lines = [str(each.line) for each in programme.accounts if each.seen is seen]
        if lines:
            yield f"{seen.capitalize()}: lines {', '.join(lines)}"
