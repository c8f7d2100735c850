"""What can be wrong with an installation, each in words that say what to do."""

import os
import stat
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from fanlight.responses.queries import key_findings

SHORTEST_KEY = 50


def findings() -> list[str]:
    """Everything that should be put right, the most serious first."""
    return [line for check in CHECKS for line in check()]


def _key() -> Iterator[str]:
    if not settings.FANLIGHT.secret_key:
        yield "FANLIGHT_SECRET_KEY is not set: the site does not start. Set it to 50 random characters or more."
    elif len(settings.FANLIGHT.secret_key) < SHORTEST_KEY:
        yield f"FANLIGHT_SECRET_KEY is shorter than {SHORTEST_KEY} characters: make a longer one."


def _dangers() -> Iterator[str]:
    if settings.FANLIGHT.debug:
        yield "FANLIGHT_DEBUG is on: error pages would show what is inside. Turn it off where people use the site."
    if settings.FANLIGHT.demo:
        yield "FANLIGHT_DEMO is on: anybody can sign in as anybody. Turn it off where people use the site."
    if not settings.FANLIGHT.https:
        yield "FANLIGHT_HTTPS is no: what people type travels in the open. Put a proxy that speaks https before it."
    if settings.FANLIGHT.https and not settings.FANLIGHT.address.startswith("https://"):
        yield "FANLIGHT_ADDRESS does not begin with https://, so links in e-mail and on posters would not work."


def _folders() -> Iterator[str]:
    for name, folder in (
        ("FANLIGHT_DATA", settings.FANLIGHT.data),
        ("FANLIGHT_SECRETS", settings.FANLIGHT.secrets),
    ):
        nearest = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
        if not os.access(nearest, os.W_OK):
            yield f"{name}: this user may not write in {folder}. Give it the folder, or name another."
        if os.name == "posix" and folder.exists() and stat.S_IMODE(folder.stat().st_mode) & 0o077:
            yield f"{name}: others on this machine can look into {folder}. Run: chmod 700 {folder}"


def _database() -> Iterator[str]:
    for alias in connections:
        which = "The database of speaking up" if alias == "speakup" else "The database"
        try:
            executor = MigrationExecutor(connections[alias])
            waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        except DatabaseError as error:
            yield f"{which} cannot be reached: {str(error).strip().splitlines()[0]}."
            continue
        if waiting:
            yield f"{which} is older than the program. Run: fanlight manage migrate"


def _email() -> Iterator[str]:
    if not settings.FANLIGHT.email_url and not settings.FANLIGHT.demo:
        yield "FANLIGHT_EMAIL_URL is not set: nobody can sign in by a code sent to them, and no reminder is sent."


def _rounds_keys() -> Iterator[str]:
    try:
        yield from key_findings()
    except DatabaseError:
        return  # `_database` says it


CHECKS: tuple[Callable[[], Iterator[str]], ...] = (_key, _dangers, _database, _folders, _rounds_keys, _email)
