"""The virtual environment in .venv, made from a lock with hashes. Needs nothing but Python.

Also read by a Python that is too old, so nothing newer than Python 3.6 may stand here.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"

LOCK, DEV_LOCK = LOCKS = ["requirements.lock", "requirements-dev.lock"]

OLDEST, NEWEST = (3, 11), (3, 13)


def check_python():
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        sys.exit(
            "This needs Python 3.11, 3.12 or 3.13, and python3 here is {}.{}: "
            "install one of them, or put it first on the PATH.".format(*sys.version_info[:2])
        )


def install(lock):
    """Bring .venv to what the lock says. Ends the program with a sentence where it cannot."""
    check_python()
    if _is_installed(lock):
        return
    print("Installing dependencies into .venv …", flush=True)
    _make_venv()
    _run_pip(lock)
    # The lock for development holds all of the other, so either command may come first.
    held = LOCKS if lock == DEV_LOCK else [lock]
    STAMP.write_text("\n".join(map(_digest, held)))


def _is_installed(lock):
    return PYTHON.exists() and STAMP.exists() and _digest(lock) in STAMP.read_text().split()


def _digest(lock):
    version = "{}.{}.{}\n".format(*sys.version_info[:3])
    return hashlib.sha256(version.encode() + (ROOT / lock).read_bytes()).hexdigest()


def _make_venv():
    done = _captured([sys.executable, "-m", "venv", str(VENV)])
    if done.returncode:
        shutil.rmtree(str(VENV), ignore_errors=True)
        sys.exit(
            "python3 cannot make a virtual environment: install its venv package "
            "(Debian and Ubuntu: apt install python3-venv)."
        )


def _run_pip(lock):
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = _captured([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / lock)])
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        sys.exit(
            "The dependencies could not be installed; is there a network, and a package index "
            "that can be reached? pip says: " + _without_hosts((errors or ["nothing"])[-1])
        )


def _without_hosts(text):
    """An index's address may hold a company's names, or a password."""
    return re.sub(r"host='[^']*'|\w+://\S+", "…", text)


def _captured(command):
    return subprocess.run(command, capture_output=True, text=True)
