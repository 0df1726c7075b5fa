"""make test: everything that must hold. The last line adds up what pytest said of its runs."""

import contextlib
import os
import re
import subprocess
import sys
import time

import chromium
import debian
import environment
import postgres
from environment import ROOT, VENV

IN_CI = os.environ.get("CI") == "true"
PRODUCTION = {
    "ENV_FILE": os.devnull,
    "SECRET_KEY": "".join(map(chr, range(33, 127))),
    "DATABASE_URL": "sqlite:///var/test.sqlite3",
    "ALLOWED_HOSTS": "example.org",
}
CHECKS = [
    ("formatting", ["ruff", "format", "--check", "."]),
    ("lint", ["ruff", "check", "."]),
    ("imports", ["lint-imports"]),
    (
        "templates",
        ["sh", "-c", "git ls-files 'templates/*.html' | xargs djade --check --target-version 5.2"],
    ),
    ("deployment", ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"]),
    ("migrations", ["python", "manage.py", "makemigrations", "--check", "--dry-run"]),
]


class Report:
    """What failed, and pytest's counts over all its runs."""

    def __init__(self):
        self.started = time.monotonic()
        self.failures = []
        self.counts = {}

    def fail(self, sentence):
        self.failures.append(sentence)
        print(f"FAILED: {sentence}", flush=True)

    def add(self, output):
        summary = output.strip().splitlines()[-1] if output.strip() else ""
        for number, word in re.findall(r"(\d+) (passed|failed|skipped|errors?|xfailed)", summary):
            word = word.rstrip("s") if word.startswith("error") else word
            self.counts[word] = self.counts.get(word, 0) + int(number)

    def last_line(self):
        self.counts["failed"] = self.counts.get("failed", 0) + len(self.failures)
        order = ["failed", "passed", "skipped", "xfailed", "error"]
        said = [f"{self.counts[word]} {word}" for word in order if self.counts.get(word)]
        return f"===== {', '.join(said)} in {time.monotonic() - self.started:.2f}s ====="


def main():
    environment.install(environment.DEV_LOCK)
    (ROOT / "var").mkdir(exist_ok=True)
    report = Report()
    for name, command in CHECKS:
        check(report, name, command)
    browser = chromium.find()
    if browser is None:
        missing(report, "No Chromium is here, so the browser tests are not run.")
    pytest(
        report, "SQLite", {"DATABASE_URL": "sqlite:///var/test.sqlite3", "CHROMIUM": browser or ""}
    )
    test_on_postgres(report)
    for failure in report.failures:
        print(f"FAILED: {failure}")
    print(report.last_line(), flush=True)
    return 1 if report.counts["failed"] or report.counts.get("error") else 0


def check(report, name, command):
    done = run(command, PRODUCTION, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(f"{name}: {'ok' if done.returncode == 0 else 'not ok'}", flush=True)
    if done.returncode:
        print(done.stdout)
        report.fail(f"the check of {name}")


def missing(report, sentence):
    """Loud everywhere, and a failure where everything must be there."""
    print(f"\n***** {sentence} *****\n", flush=True)
    if IN_CI:
        report.fail(sentence)


def test_on_postgres(report):
    with contextlib.ExitStack() as stack:
        try:
            url = stack.enter_context(postgres_server())
        except postgres.MissingError:
            missing(report, "No PostgreSQL is here, so the tests ran on SQLite alone.")
        else:
            pytest(report, "PostgreSQL", {"DATABASE_URL": url}, "-m", "not browser")


def postgres_server():
    if IN_CI and not postgres.is_here() and debian.can_install():
        debian.install("postgresql")
    return postgres.server()


def pytest(report, name, variables, *options):
    print(f"\nTests on {name}", flush=True)
    command = ["pytest", "-n", "2", "--no-header", "-q", *options]
    done = run(command, variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(done.stdout, flush=True)
    report.add(done.stdout)
    if done.returncode not in (0, 1):
        report.fail(f"the tests on {name}: pytest ended with {done.returncode}")


def run(command, variables, **options):
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    environ = {**os.environ, **variables, "PATH": path}
    return subprocess.run(command, cwd=ROOT, env=environ, text=True, **options)


if __name__ == "__main__":
    sys.exit(main())
