"""The machine's own Chromium for the browser tests; a test tool never downloads one."""

import shutil

import debian

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def find():
    """The path of a Chromium, installed from Debian if need be, or None."""
    found = _on_path()
    if found is None and debian.can_install() and debian.install("chromium"):
        found = _on_path()
    return found


def _on_path():
    return next(filter(None, map(shutil.which, NAMES)), None)
