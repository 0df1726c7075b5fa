"""Everything between an installed project and a served one, in one process for a quick start."""

import hashlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402 -- the path comes first
from django.conf import settings  # noqa: E402
from django.contrib.staticfiles.finders import get_finders  # noqa: E402
from django.core.management import call_command  # noqa: E402


def main():
    (ROOT / "var").mkdir(exist_ok=True)
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_demo")
    collect_static(ROOT / "var" / "static.stamp")
    # Last, so that the password stands where it is seen.
    call_command("make_staff_account")


def collect_static(stamp):
    """Compressing takes seconds, so nothing is collected while no file has changed."""
    wanted = _digest_of_static_files()
    collected = (settings.STATIC_ROOT / "staticfiles.json").exists()
    if not collected or not stamp.exists() or stamp.read_text() != wanted:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(wanted)


def _digest_of_static_files():
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path} {_hash_of(storage, path)}\n".encode())
    return digest.hexdigest()


def _hash_of(storage, path):
    with storage.open(path) as file:
        return hashlib.sha256(file.read()).hexdigest()


if __name__ == "__main__":
    main()
