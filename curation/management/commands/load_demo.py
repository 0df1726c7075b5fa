from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from accounts.history import one_step
from curation.demo.facts import DemoError
from curation.demo.files import read_demo
from curation.demo.loading import load_facts

# Said by name in the summary; the rest is in its numbers.
NAMED = ["edition", "organisation", "speaker", "session", "appearance", "document", "photo"]


class Command(BaseCommand):
    help = "Load the demo's facts and samples; what staff changed, deleted or made before stays."

    def add_arguments(self, parser):
        parser.add_argument(
            "folder",
            nargs="?",
            type=Path,
            default=Path(settings.BASE_DIR) / "data" / "clusters-meet-regions",
        )

    def handle(self, *, folder, **options):
        try:
            with one_step(_("Facts of the demo")):
                outcome = load_facts(read_demo(folder))
        except DemoError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(summary(outcome))


def summary(outcome):
    counts = {model._meta.model_name: count for model, count in outcome.facts.items()}
    named = ", ".join(f"{counts[name]} {name}s" for name in NAMED if name in counts)
    done = outcome.done
    return (
        f"{named}: {done['loaded']} loaded, {done['updated']} updated, "
        f"{done['kept']} kept as staff left them"
    )
