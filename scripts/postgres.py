"""A PostgreSQL server for the tests: the one of DATABASE_URL, or a throwaway of one's own."""

import contextlib
import getpass
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path


class MissingError(Exception):
    """There is no PostgreSQL on this machine."""


@contextlib.contextmanager
def server():
    """Yield the DATABASE_URL of a server. Raises MissingError where none can be had."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        yield given
    else:
        with _throwaway(_binaries()) as url:
            yield url


def is_here():
    try:
        return bool(_binaries())
    except MissingError:
        return False


def _binaries():
    on_path = shutil.which("postgres")
    if on_path and shutil.which("initdb"):
        return Path(on_path).parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if not found:
        raise MissingError
    return found[-1].parent


def _version(initdb):
    return int(initdb.parent.parent.name)


@contextlib.contextmanager
def _throwaway(binaries):
    # Without this, `kill` would end the tests and leave the server behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended by SIGTERM."))
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    user = _owner()
    if user != getpass.getuser():
        shutil.chown(folder, user)
    try:
        _as(user, binaries / "initdb", "-D", folder / "data", "-U", "tests", "-A", "trust", "-N")
        port = _free_port()
        with _started(user, binaries, folder, port):
            yield f"postgres://tests@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _started(user, binaries, folder, port):
    # Nothing needs to survive a crash here, so the server need not wait for the disk.
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [binaries / "pg_ctl", "-D", folder / "data", "-w"]
    _as(user, *control, "-l", folder / "log", "-o", options, "start")
    try:
        yield
    finally:
        _as(user, *control, "-m", "immediate", "stop")


def _owner():
    """The server refuses to run as root: then as somebody with fewer rights."""
    if os.geteuid() != 0:
        return getpass.getuser()
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as(user, *command):
    """Run with the rights of `user`, in a folder that everybody may enter."""
    rights = {}
    if user != getpass.getuser():
        rights = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
    quiet = {"stdout": subprocess.DEVNULL, "cwd": "/"}
    subprocess.run([str(part) for part in command], check=True, **quiet, **rights)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
