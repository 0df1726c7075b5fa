"""Everything between an installed project and a served one, in one process for a quick start."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402 -- the path comes first
from django.core.management import call_command  # noqa: E402


def main():
    (ROOT / "var").mkdir(exist_ok=True)
    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_demo")
    call_command("collectstatic", interactive=False, verbosity=0)
    # Last, so that the password stands where it is seen.
    call_command("make_staff_account")


if __name__ == "__main__":
    main()
