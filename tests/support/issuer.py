"""A real OpenID Connect issuer in a process of its own, on loopback: allauth's identity provider, with a few people.

Reached by two names (127.0.0.1 and localhost) it is two issuers. Run as a program it serves until it is stopped:
`python issuer.py PORT FOLDER REDIRECT…`.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

CLIENT, SECRET, PASSWORD = "fanlight", "only-for-tests", "a-password-for-tests"

# Who can sign in there, and whether the issuer says that it has checked their address.
PEOPLE = {
    "alice@example.org": True,
    "bob@example.org": False,
    "mallory@elsewhere.example": True,
}


@contextmanager
def issuer(folder: Path, redirects: Sequence[str]) -> Iterator[int]:
    """A running issuer's port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, __file__, str(port), str(folder), *redirects]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FANLIGHT", "DJANGO"))}
    process = subprocess.Popen(command, env=kept, stdout=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert process.poll() is None, "the issuer did not start"
        try:
            urlopen(f"http://127.0.0.1:{port}/.well-known/openid-configuration").close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the issuer does not answer")


def _configure(folder: Path) -> None:
    import django
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from django.conf import settings

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    settings.configure(
        SECRET_KEY="only-for-the-issuer",
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF="issuer_addresses",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "issuer.sqlite3"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        ACCOUNT_LOGIN_METHODS={"email"},
        ACCOUNT_SIGNUP_FIELDS=["email*", "password1*"],
        ACCOUNT_EMAIL_VERIFICATION="none",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        IDP_OIDC_PRIVATE_KEY=pem.decode(),
        USE_TZ=True,
    )
    django.setup()


def _fill(redirects: Sequence[str]) -> None:
    from allauth.account.models import EmailAddress
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.models import User
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    for email, is_checked in PEOPLE.items():
        user = User.objects.create_user(email, email, PASSWORD, first_name=email.split("@")[0].title())
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=is_checked)
    client = Client(
        id=CLIENT, name="Fanlight", scopes="openid\nprofile\nemail", redirect_uris="\n".join(redirects)
    )
    client.set_secret(SECRET)
    client.save()


def _serve(port: int) -> None:
    import types

    import waitress
    from django.core.wsgi import get_wsgi_application
    from django.urls import include, path

    addresses = types.ModuleType("issuer_addresses")
    addresses.urlpatterns = [  # type: ignore[attr-defined]
        path("", include("allauth.idp.urls")),
        path("accounts/", include("allauth.urls")),
    ]
    sys.modules["issuer_addresses"] = addresses
    waitress.serve(get_wsgi_application(), listen=f"127.0.0.1:{port}", threads=4, _quiet=True)


if __name__ == "__main__":
    _configure(Path(sys.argv[2]))
    _fill(sys.argv[3:])
    _serve(int(sys.argv[1]))
