"""Rules of the house that no other tool watches. Each looks at every file that git knows."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def tracked(*patterns):
    listed = subprocess.run(  # noqa: S603 -- fixed arguments
        ["git", "ls-files", "--", *patterns],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def hits(pattern, *patterns):
    """Where the pattern stands, as “file: match”."""
    found = []
    for path in tracked(*patterns):
        text = path.read_text(errors="ignore")
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in re.finditer(pattern, text)]
    return found


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<![\w.])/(?:root|work|home/\w+|Users/\w+)/\w+",
        r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|artifactory|nexus)[\w./-]*",
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    ],
    ids=["a machine's path", "a package index", "a private key"],
)
def test_no_file_names(pattern):
    mine = f":!{Path(__file__).relative_to(ROOT)}"
    assert hits(pattern, ".", mine) == []


def test_templates_hold_no_inline_script_style_or_handler():
    inline = r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)(?![^>]*json)|javascript:"
    assert hits(inline, "templates/*.html") == []


def test_nothing_is_declared_safe():
    assert hits(r"\|\s*safe\b|autoescape off|mark_safe\(", "*.html", "*.py", ":!tests") == []


def test_files_are_reached_through_their_storage():
    assert hits(r"\.(?:file|image|logo)\.path\b", "*.py", ":!tests") == []


def test_no_room_is_a_junk_drawer():
    banned = {"utils", "core", "common", "services", "helpers", "mixins", "signals"}
    assert [path for path in tracked("*.py") if banned & {path.stem, path.parent.name}] == []


def test_every_dependency_gives_its_reason():
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    project = tomllib.loads("\n".join(lines))
    names = project["project"]["dependencies"] + project["dependency-groups"]["dev"]

    bare = [
        n for n in names for line in lines if f'"{n}"' in line and not re.search(r"#\s*\w", line)
    ]
    assert bare == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_is_exact_and_hashed_and_names_no_address(lock):
    text = (ROOT / lock).read_text()
    packages = re.findall(r"^[a-z0-9].*$", text, re.MULTILINE)

    assert "://" not in text
    assert [line for line in packages if "==" not in line] == []
    assert text.count("--hash=sha256:") >= len(packages)


def test_the_lock_for_development_holds_all_of_the_other():
    def lines(lock):
        return set((ROOT / lock).read_text().splitlines())

    assert lines("requirements.lock") - lines("requirements-dev.lock") == set()
