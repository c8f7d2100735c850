"""Django's settings, made from the options that an operator gave (`options.py`)."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from fanlight.site import options, sign_in_forms

try:
    FANLIGHT = options.read(os.environ)
except options.BadOptions as problems:
    raise ImproperlyConfigured(str(problems)) from None

PACKAGE = Path(__file__).resolve().parents[1]
LOCAL_APPS = [
    "audit",
    "people",
    "guide",
    "surveys",
    "responses",
    "results",
    "windows",
    "stories",
    "improvement",
    "learning",
    "speakup",
    "debriefs",
    "team",
    "process",
    "equity",
    "api",
]

SECRET_KEY = FANLIGHT.secret_key
DEBUG = FANLIGHT.debug
ALLOWED_HOSTS = list(FANLIGHT.hosts)
ROOT_URLCONF = "fanlight.site.urls"
WSGI_APPLICATION = "fanlight.site.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "fanlight.design",
    *(f"fanlight.{app}" for app in LOCAL_APPS),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # outside the next, so that styles and scripts go out small too
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "fanlight.site.middleware.nobody_at_the_door",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "fanlight.site.middleware.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fanlight.site.middleware.private_by_default",
    "fanlight.site.middleware.helpful_when_refused",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / app / "templates" for app in ("site", "design", *LOCAL_APPS)],
        "OPTIONS": {
            "environment": "fanlight.design.environment.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "fanlight.site.frame.frame",
            ],
        },
    },
    {  # for the templates of Django and allauth that are not ours yet
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "people" / "frames"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]
FORM_RENDERER = "fanlight.design.forms.Renderer"

# Data ---------------------------------------------------------------------------------------------------------------

SQLITE_TUNING = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
    "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=2000;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;"
)


def _sqlite(name: Path | str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "CONN_MAX_AGE": None,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_TUNING},
    }


def _database(url: str) -> dict[str, Any]:
    if not url:
        return _sqlite(FANLIGHT.data / "fanlight.sqlite3")
    parsed: dict[str, Any] = {**dj_database_url.parse(url, conn_max_age=600, conn_health_checks=True)}
    return _sqlite(parsed["NAME"]) if parsed["ENGINE"].endswith("sqlite3") else parsed


DATABASES = {"default": _database(FANLIGHT.database_url)}
if FANLIGHT.speakup_database_url:
    DATABASES["speakup"] = _database(FANLIGHT.speakup_database_url)
DATABASE_ROUTERS = ["fanlight.site.island.Island"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS_BACKEND = (
    "django_tasks.backends.immediate.ImmediateBackend" if FANLIGHT.demo else "django_tasks_db.DatabaseBackend"
)
TASKS = {"default": {"BACKEND": TASKS_BACKEND, "QUEUES": ["default"]}}

# Sign-in ------------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # shared computers are the rule on a ward
CAN_SEND_CODES = bool(FANLIGHT.email_url) or FANLIGHT.demo

ALLAUTH_TRUSTED_PROXY_COUNT = 1 if FANLIGHT.behind_proxy else 0
ACCOUNT_ADAPTER = "fanlight.people.adapter.InvitedOnly"
ACCOUNT_FORMS, MFA_FORMS = sign_in_forms.ACCOUNT, sign_in_forms.MFA
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = [
    "email*",
    "password1*",
]  # nobody signs up; it makes allauth ask for passwords at sign-in
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if CAN_SEND_CODES else "none"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = CAN_SEND_CODES
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True  # of changes to how somebody signs in
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if FANLIGHT.https else "http"

# Thousands may share one address: a hospital, a care group. So what is guessed is counted for each account, and an
# address only stops a flood: docs/how-to/sign-in.md says how these numbers were found.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "request_login_code": "200/m/ip,3/m/key",
    "reset_password": "60/m/ip,5/m/key",
    "reset_password_from_key": "60/m/ip",
}
MFA_RATE_LIMITS = {"webauthn_login": "600/m/ip"}  # two requests for each sign-in

MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not FANLIGHT.https
MFA_TOTP_ISSUER = "Fanlight"
MFA_ADAPTER = "fanlight.people.adapter.SecondCheck"

SOCIALACCOUNT_ADAPTER = "fanlight.people.adapter.KnownPeopleOnly"
SOCIALACCOUNT_FORMS = sign_in_forms.LINKED
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # the operator chose these issuers; each may be held to its domains
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False


def openid_connect(issuers: tuple[options.Issuer, ...]) -> dict[str, Any]:
    """The organisations' issuers as allauth wants them."""
    apps = [
        {
            "provider_id": issuer.id,
            "name": issuer.name,
            "client_id": issuer.client_id,
            "secret": issuer.client_secret,
            "settings": {"server_url": issuer.issuer},
        }
        for issuer in issuers
    ]
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}


SOCIALACCOUNT_PROVIDERS = openid_connect(FANLIGHT.oidc)
# Rates are counted in memory, and forgotten when the time that they cover has passed.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Safe by default ----------------------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = FANLIGHT.https
SECURE_HSTS_SECONDS = 31_536_000 if FANLIGHT.https else 0
SECURE_REFERRER_POLICY = "same-origin"  # stricter, browsers would send our own forms with no origin to check
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if FANLIGHT.behind_proxy else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = FANLIGHT.https
SESSION_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = True  # people who only answer are given no cookie that outlives the visit
CSRF_FAILURE_VIEW = "fanlight.site.views.stale_form"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# Words, time, files -------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def _email() -> dict[str, Any]:
    if not FANLIGHT.email_url:
        backend = "console" if FANLIGHT.demo else "dummy"
        return {"EMAIL_BACKEND": f"django.core.mail.backends.{backend}.EmailBackend"}
    parts = urlsplit(FANLIGHT.email_url)
    return {
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and parts.hostname not in {"localhost", "127.0.0.1"},
    }


globals().update(_email())
DEFAULT_FROM_EMAIL = FANLIGHT.email_from

# Logs say what broke, never who asked for what: no addresses, no query strings, no line for each request.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "fanlight.site.logs.WithoutAddresses",
            "format": "%(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "django.security.csrf": {
            "handlers": [],
            "level": "CRITICAL",
            "propagate": False,
        },  # it names the page
        "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "django_tasks": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "gunicorn.http": {"level": "ERROR"},  # it warns of whoever asks whether a page is there (HEAD)
    },
}
