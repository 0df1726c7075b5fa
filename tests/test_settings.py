"""What the settings make of the environment, each in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
ASK = "import json; from config import settings; print(json.dumps(settings.{}, default=str))"
ENOUGH = {"SECRET_KEY": "for tests alone", "DATABASE_URL": "sqlite:///var/asked.sqlite3"}


def ask(name, **variables):
    environ = {"PATH": os.environ["PATH"], "ENV_FILE": os.devnull, **variables}
    return subprocess.run(  # noqa: S603 -- fixed arguments
        [sys.executable, "-c", ASK.format(name)],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


def value(name, **variables):
    return json.loads(ask(name, **{**ENOUGH, **variables}).stdout)


@pytest.mark.parametrize("forgotten", ENOUGH)
def test_a_forgotten_variable_stops_the_site_with_a_remedy(forgotten):
    given = {name: text for name, text in ENOUGH.items() if name != forgotten}

    said = ask("DEBUG", **given).stderr.splitlines()[-1]

    assert f"{forgotten} is not set: put " in said
    assert "see .env.example" in said


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("DEBUG", False),
        ("ALLOWED_HOSTS", []),
        ("SECURE_SSL_REDIRECT", True),
        ("SESSION_COOKIE_SECURE", True),
        ("CSRF_COOKIE_SECURE", True),
    ],
)
def test_what_is_not_said_is_safe(name, safe):
    assert value(name) == safe


def test_a_database_address_keeps_its_own_options():
    address = "postgres://site@127.0.0.1/site?sslmode=require&connect_timeout=3"

    options = value("DATABASE", DATABASE_URL=address)["OPTIONS"]

    assert options == {
        "connect_timeout": 3,
        "options": "-c statement_timeout=5000",
        "sslmode": "require",
    }


def test_a_pool_takes_the_place_of_kept_connections():
    address = "postgres://site@127.0.0.1/site"

    database = value("DATABASE", DATABASE_URL=address, DATABASE_POOL="true")

    assert database["OPTIONS"]["pool"] == {"timeout": 5}
    assert "CONN_MAX_AGE" not in database


def test_files_go_to_a_bucket_as_soon_as_one_is_named():
    assert value("STORAGES")["default"]["BACKEND"].endswith("FileSystemStorage")
    assert value("STORAGES", S3_BUCKET="files")["default"]["BACKEND"].endswith("S3Storage")


@pytest.mark.django_db
@pytest.mark.skipif(
    not settings.DATABASE["ENGINE"].endswith("sqlite3"), reason="the embedded database alone"
)
def test_the_embedded_database_is_opened_for_many():
    options = connection.settings_dict["OPTIONS"]
    with connection.cursor() as cursor:
        pragmas = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ["foreign_keys", "busy_timeout"]
        }

    assert pragmas == {"foreign_keys": 1, "busy_timeout": 5000}
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]


@pytest.mark.django_db
@pytest.mark.skipif(settings.DATABASE["ENGINE"].endswith("sqlite3"), reason="PostgreSQL alone")
def test_a_slow_statement_does_not_hold_a_worker():
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("5s",)
