"""Speaking up may lie in a database of its own, and may be switched off. Backups hold it either way."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
from django.test import Client

from fanlight.speakup.access import AtWork
from support.installations import surroundings
from support.postgres import find_programs, server

LIGHT = """
from fanlight.commands.__main__ import main
from fanlight.speakup.sealing import keys, receipt
from fanlight.speakup.sealing.derivation import Cost
receipt.RECEIPT = keys.PASSPHRASE = Cost(1, 1)
"""
BEGIN = """
main(["manage", "migrate", "--skip-checks", "-v", "0"])
from support.worlds import make_cast
from support.speakup import a_concern, a_desk
code = a_concern(a_desk(make_cast()).desk, "two short").receipt.text
main(["check"])
main(["backup", "{backup}"])
from fanlight.speakup.models import Concern
Concern.objects.all().delete()
print(code)
"""
RESTORE = """
from fanlight.speakup.access import NoSuchConcern, concern_behind
from django.db import connections
given = receipt.read_receipt("{code}")
try:
    concern_behind(given)
except NoSuchConcern:
    print("nothing opens with it")
connections.close_all()
main(["restore", "{backup}", "--yes"])
print(concern_behind(given)[0].ledger.entries[0].words)
"""


class Installation:
    """A whole installation whose concerns lie apart, spoken to by the console program's verbs."""

    def __init__(self, folder: Path, island: str) -> None:
        programs = find_programs()
        path = f"{programs}{os.pathsep}{os.environ['PATH']}" if programs else os.environ["PATH"]
        self.folder = folder
        self.environment = surroundings(folder, PATH=path, FANLIGHT_SPEAKUP_DATABASE_URL=island)

    def run(self, code: str) -> str:
        """Several verbs in one process: beginning one takes longer than most of them do."""
        begun = f"from fanlight.commands import _django\n_django.start()\n{LIGHT}{code}"
        command = [sys.executable, "-c", begun]
        done = subprocess.run(
            command,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Installation, str]]:
    with ExitStack() as stack:
        if request.param == "sqlite":
            url = f"sqlite:///{tmp_path / 'apart' / 'concerns.sqlite3'}"
            (tmp_path / "apart").mkdir()
        elif find_programs() is None:
            pytest.skip("no PostgreSQL here")
        else:
            url = stack.enter_context(server())
        yield Installation(tmp_path, url), url


def tables(url: str, folder: Path) -> tuple[set[str], set[str]]:
    """The tables of the rest, and of the island."""
    names = "select name from sqlite_master where type = 'table'"
    with sqlite3.connect(folder / "fanlight.sqlite3") as rest:
        theirs = {name for (name,) in rest.execute(names)}
    if url.startswith("sqlite"):
        with sqlite3.connect(folder / "apart" / "concerns.sqlite3") as island:
            return theirs, {name for (name,) in island.execute(names)}
    with psycopg.connect(url) as island:
        found = island.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
        return theirs, {name for (name,) in found}


def test_concerns_lie_apart_and_come_back_from_a_backup(place: tuple[Installation, str]) -> None:
    installation, url = place
    backup = str(installation.folder / "backup.zip")
    told = installation.run(BEGIN.format(backup=backup))
    rest, island = tables(url, installation.folder)
    assert not [name for name in rest if name.startswith("speakup_")]
    assert {name for name in island if not name.startswith(("django_", "sqlite_"))} >= {
        "speakup_concern",
        "speakup_piece",
    }
    assert not [name for name in island if name.startswith(("people_", "responses_", "audit_"))]
    assert "older than the program" not in told
    assert "Written" in told

    back = installation.run(RESTORE.format(code=told.splitlines()[-1], backup=backup))
    assert back.startswith("nothing opens with it")
    assert back.endswith("two short")

    del installation.environment["FANLIGHT_SPEAKUP_DATABASE_URL"]
    command = [sys.executable, "-m", "fanlight", "restore", backup, "--yes"]
    refused = subprocess.run(
        command, env=installation.environment, capture_output=True, text=True, check=False
    )
    assert refused.returncode == 2
    assert "do not agree on a database of its own" in refused.stderr


@pytest.mark.django_db
def test_switched_off_the_page_shows_where_else_to_go(gil: AtWork, client: Client, settings) -> None:
    from dataclasses import replace

    assert "Begin" in client.get("/speak-up/").content.decode()
    settings.FANLIGHT = replace(settings.FANLIGHT, speak_up=False)
    page = client.get("/speak-up/").content.decode()
    assert "Nobody listens on this site at the moment" in page
    assert "In a care home" in page
    assert client.post("/speak-up/", {"step": "begin", "desk": gil.desk.public_id}).status_code == 404
