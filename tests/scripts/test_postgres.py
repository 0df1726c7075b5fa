import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.scripts.conftest import SCRIPTS

WAITING = """
import time, postgres
with postgres.server() as url:
    print(url, flush=True)
    time.sleep(60)
"""


@pytest.fixture
def postgres(script, monkeypatch):
    postgres = script("postgres")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    if not postgres.is_here():
        pytest.skip("no PostgreSQL on this machine")
    return postgres


def test_a_server_that_is_given_is_used(postgres, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://db.example/tests")

    with postgres.server() as url:
        assert url == "postgres://db.example/tests"


def test_killed_tests_leave_no_server_behind(postgres):
    environ = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    command = [sys.executable, "-c", WAITING]
    with subprocess.Popen(  # noqa: S603 -- fixed arguments
        command, env=environ, stdout=subprocess.PIPE, text=True
    ) as waiting:
        url = waiting.stdout.readline().strip()
        with psycopg.connect(url) as connection:
            [folder] = connection.execute("show data_directory").fetchone()

        waiting.send_signal(signal.SIGTERM)

        assert waiting.wait(30) != 0
    assert not Path(folder).exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
