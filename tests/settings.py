"""The tests' settings are the site's, with nothing of the developer's own .env."""

import os

os.environ["ENV_FILE"] = os.devnull
os.environ.setdefault("SECRET_KEY", "for tests alone")
os.environ.setdefault("DATABASE_URL", "sqlite:///var/test.sqlite3")
os.environ["HTTPS"] = "false"

from config.settings import *  # noqa: F403 -- the environment comes first

# What a browser test stores must be read by the server's thread: in memory, in this process.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True
