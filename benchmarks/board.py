"""How long the server takes for the agenda board: 60 sessions on 3 days, with people.

    .venv/bin/python benchmarks/board.py

Measures in a throwaway SQLite, and in PostgreSQL too where DATABASE_URL names one; there in a
database of its own that is dropped at the end. Touches no other data.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from datetime import time as clock
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SESSIONS, DAYS, PEOPLE, RUNS = 60, 3, 2, 25
AIM = 200  # milliseconds


def main():
    given = os.environ.get("DATABASE_URL", "")
    postgres = [given] if given.startswith(("postgres://", "postgresql://")) else []
    slow = False
    with tempfile.TemporaryDirectory() as folder:
        for url in [f"sqlite:///{folder}/board.sqlite3", *postgres]:
            # Settings are read once a process.
            command = [sys.executable, __file__, "--measure"]
            run = subprocess.run(command, env=environment(url), check=False)
            slow = slow or run.returncode != 0
    sys.exit(slow)


def environment(url):
    # As in production, but for https, which no server ends here.
    return os.environ | {
        "ENV_FILE": os.devnull,
        "SECRET_KEY": "for the benchmark alone",
        "DATABASE_URL": url,
        "ALLOWED_HOSTS": "testserver",
        "HTTPS": "false",
        "DEBUG": "false",
        "LOG_LEVEL": "ERROR",
        "PYTHONPATH": str(ROOT),
    }


def measure():
    import django
    from django.conf import settings

    # Names of static files as they are, without collecting them first.
    storage = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES["staticfiles"] = {"BACKEND": storage}
    settings.MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")
    django.setup()
    from django.db import connection

    # A database of its own; of SQLite one in memory.
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    try:
        return report(connection)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def report(connection):
    from django.test import Client
    from django.urls import reverse

    edition, staff = build()
    client = Client()
    client.force_login(staff)
    address = reverse("edition_board", args=[edition.pk])
    for _warm_up in range(3):
        page = client.get(address)
    assert page.content.count(b"data-session=") == SESSIONS  # noqa: S101 -- nothing else is timed
    queries = []
    with connection.execute_wrapper(lambda run, *asked: queries.append(asked[0]) or run(*asked)):
        client.get(address)
    runs = [timed(client, address) for _run in range(RUNS)]
    times, processor = zip(*runs, strict=True)
    median = statistics.median(times)
    print(
        f"{connection.vendor}: {SESSIONS} sessions, {SESSIONS * PEOPLE} people, {DAYS} days: "
        f"median {median:.0f} ms ({statistics.median(processor):.0f} ms of a processor), "
        f"slowest {max(times):.0f} ms of {RUNS}, "
        f"{len(queries)} queries, {len(page.content) // 1024} KiB; aim: under {AIM} ms"
    )
    return median < AIM


def timed(client, address):
    """Milliseconds by the clock and, on a busy machine of more use, of processor time."""
    started, worked = time.perf_counter(), time.process_time()
    client.get(address)
    return (time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000


def build():
    from accounts.models import User
    from events.models import Edition, Room, Series, Session
    from speakers.models import Appearance, Speaker

    edition = Edition.objects.create(
        series=Series.objects.create(name="Benchmark", slug="benchmark"),
        name="Sixty",
        slug="sixty",
        starts_on=date(2026, 5, 4),
        ends_on=date(2026, 5, 3 + DAYS),
    )
    rooms = [Room.objects.create(edition=edition, name=f"Room {n}") for n in range(4)]
    kinds = list(Session.Kind)
    for number in range(SESSIONS):
        place = number // DAYS
        session = Session.objects.create(
            edition=edition,
            day=number % DAYS + 1,
            position=place,
            starts=clock(8 + place // 2, 30 * (place % 2)) if place % 4 else None,
            kind=kinds[number % len(kinds)],
            room=rooms[number % len(rooms)],
            title=f"Session {number} on clusters, regions and what they do for each other",
        )
        for each in range(PEOPLE):
            name = f"Speaker {number} {each}"
            speaker = Speaker.objects.create(name=name, slug=f"speaker-{number}-{each}")
            Appearance.objects.create(
                session=session, speaker=speaker, position=each, affiliation="An agency"
            )
    return edition, User.objects.create_superuser("staff@example.org", "unused")


if __name__ == "__main__":
    if "--measure" in sys.argv:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        sys.exit(not measure())
    main()
