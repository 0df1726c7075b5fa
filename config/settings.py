"""The settings of the site, all of them: from the environment, or from `.env` beside manage.py.

Safe unless told otherwise: a forgotten variable stops the site with a sentence, never opens it.
The README has a table of the variables.
"""

from pathlib import Path

import environ
from botocore.config import Config as S3Config
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(env.str("ENV_FILE", str(BASE_DIR / ".env")))


def required(name, remedy):
    value = env.str(name, "")
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set: {remedy} in the environment or in .env (see .env.example)."
        )
    return value


DEBUG = env.bool("DEBUG", False)
SECRET_KEY = required("SECRET_KEY", "put a long random text")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Where links in mails and feeds lead; never taken from a request.
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000")

INSTALLED_APPS = [
    "website",
    "agenda",
    "curation",
    "documents",
    "gallery",
    "speakers",
    "organisations",
    "events",
    "accounts",
    "django_countries",
    "import_export",
    "simple_history",
    "config.apps.CurationAdminConfig",  # django.contrib.admin with the project's own site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "website.caching.CacheControlMiddleware",
    "events.preview.PreviewMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "accounts.history.StepMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- Database

DATABASES = {
    "default": env.db_url_config(required("DATABASE_URL", "put sqlite:///… or postgres://…"))
}
DATABASE = DATABASES["default"]
DATABASE_TIMEOUT = env.int("DATABASE_TIMEOUT", 5)  # seconds

if DATABASE["ENGINE"].endswith("sqlite3"):
    # Relative to the project, wherever the command is started from; an absolute path stays itself.
    if DATABASE["NAME"] != ":memory:":
        DATABASE["NAME"] = BASE_DIR / DATABASE["NAME"]
    options = {
        # Writers queue up instead of failing halfway with "database is locked".
        "transaction_mode": "IMMEDIATE",
        "timeout": DATABASE_TIMEOUT,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # A silent database must not hang every worker.
    options = {
        "connect_timeout": DATABASE_TIMEOUT,
        "options": f"-c statement_timeout={DATABASE_TIMEOUT * 1000}",
    }
    DATABASE["CONN_HEALTH_CHECKS"] = True
    if env.bool("DATABASE_POOL", False):
        options["pool"] = {"timeout": DATABASE_TIMEOUT}
    else:
        DATABASE["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", 60)  # seconds

# What the address itself says, such as ?sslmode=require, comes before these.
DATABASE["OPTIONS"] = {**options, **DATABASE.get("OPTIONS", {})}

# --- Files

STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": BASE_DIR / env.str("MEDIA_ROOT", "var/media")},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

if S3_BUCKET := env.str("S3_BUCKET", ""):
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT_URL", None),
            "region_name": env.str("S3_REGION", None),
            "access_key": env.str("S3_ACCESS_KEY", None),
            "secret_key": env.str("S3_SECRET_KEY", None),
            "default_acl": None,
            "file_overwrite": False,
            # With boto's own settings a silent store hangs a worker for three minutes.
            "client_config": S3Config(
                connect_timeout=2, read_timeout=3, retries={"total_max_attempts": 2}
            ),
        },
    }

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / env.str("STATIC_ROOT", "var/static")
WHITENOISE_MAX_AGE = 60 if DEBUG else 3600
# Uploads are stored by the site alone; the web server reads nothing of them.
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750

# --- Sign-in

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in [
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    ]
]
SESSION_COOKIE_AGE = 14 * 24 * 3600  # seconds
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Security

# True wherever visitors come through https, which is everywhere but on one's own machine.
HTTPS = env.bool("HTTPS", True)
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", 365 * 24 * 3600) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

# --- Language and time

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("fr", _("French")), ("de", _("German"))]
LOCALE_PATHS = [BASE_DIR / "website" / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Brussels"

# An address typed without a scheme is https, as it will be by default from Django 6 on.
FORMS_URLFIELD_ASSUME_HTTPS = True

# --- Tables in and out

# Who may is asked by the project's own pages (Task.EXPORT, Task.IMPORT). Whatever of the package's
# own pages an admin might take in asks for these permissions, which only superusers have.
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "export"
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "import"

# --- Mail

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 5  # seconds
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "site@localhost")

# --- Log

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
}
