"""A backup holds the database and no key; a restore is tried before it replaces anything."""

import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from support.installations import put_tables, surroundings
from support.postgres import find_programs, server_with_tables

ADD = "INSERT INTO django_content_type (app_label, model) VALUES ('kept', '{name}')"  # any row would do
NAMES = "SELECT model FROM django_content_type WHERE app_label = 'kept' ORDER BY model"


@dataclass(frozen=True)
class Installation:
    """A whole installation in a folder, spoken to by the console program."""

    folder: Path
    environment: dict[str, str]

    @property
    def backup(self) -> Path:
        """A backup of the beginning: one row, called Before."""
        return self.folder / "backup.zip"

    def fanlight(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "fanlight", *words]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)

    def add(self, name: str) -> None:
        with closing(self.connect()) as connection:
            connection.execute(ADD.format(name=name))
            connection.commit()

    def names(self) -> list[str]:
        with closing(self.connect()) as connection:
            return [name for (name,) in connection.execute(NAMES)]

    def connect(self) -> "psycopg.Connection | sqlite3.Connection":
        address = self.environment.get("FANLIGHT_DATABASE_URL")
        return psycopg.connect(address) if address else sqlite3.connect(self.database)

    @property
    def database(self) -> Path:
        return self.folder / "fanlight.sqlite3"


def programs_on_path() -> str:
    """pg_dump and its like, wherever the server's programs were found."""
    programs = find_programs()
    return f"{programs}{os.pathsep}{os.environ['PATH']}" if programs else os.environ["PATH"]


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def installation(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    if request.param == "postgres" and not (
        find_programs() and shutil.which("pg_dump", path=programs_on_path())
    ):
        pytest.skip("no PostgreSQL programs here")
    folder = tmp_path_factory.mktemp(request.param)
    environment = surroundings(folder, PATH=programs_on_path(), FANLIGHT_SECRETS=str(folder / "secrets"))
    with server_with_tables() if request.param == "postgres" else nullcontext("") as address:
        if address:
            environment["FANLIGHT_DATABASE_URL"] = address
        else:
            put_tables(folder)
        made = Installation(folder, environment)
        made.add("Before")
        made.fanlight("backup", str(made.backup))
        yield made


def test_what_was_backed_up_comes_back(installation: Installation) -> None:
    installation.add("After")
    assert installation.names() == ["After", "Before"]
    restored = installation.fanlight("restore", str(installation.backup), "--yes")
    assert restored.returncode == 0, restored.stderr
    assert "is kept as" in restored.stdout
    assert installation.names() == ["Before"]


def test_a_backup_never_writes_over_a_file(installation: Installation) -> None:
    there = installation.folder / "there.zip"
    there.write_text("precious", encoding="utf-8")
    result = installation.fanlight("backup", str(there))
    assert result.returncode == 2
    assert "is there already" in result.stderr
    assert there.read_text(encoding="utf-8") == "precious"


def test_a_file_that_is_no_backup_changes_nothing(installation: Installation) -> None:
    rubbish = installation.folder / "rubbish.zip"
    rubbish.write_bytes(b"not a zip at all")
    result = installation.fanlight("restore", str(rubbish), "--yes")
    assert result.returncode == 2
    assert "Nothing was changed" in result.stderr
    assert installation.names() == ["Before"]


def test_a_damaged_database_is_noticed_before_it_replaces_anything(installation: Installation) -> None:
    with zipfile.ZipFile(installation.backup) as archive:
        note, content = archive.read("fanlight-backup.json"), bytearray(archive.read("database"))
    content[len(content) // 2 : len(content) // 2 + 6000] = b"\xff" * 6000
    damaged = installation.folder / "damaged.zip"
    with zipfile.ZipFile(damaged, "w") as archive:
        archive.writestr("fanlight-backup.json", note)
        archive.writestr("database", bytes(content))
    result = installation.fanlight("restore", str(damaged), "--yes")
    assert result.returncode == 2
    assert installation.names() == ["Before"]


def test_a_backup_holds_no_key(installation: Installation) -> None:
    keys = installation.folder / "secrets" / "rounds"
    keys.mkdir(parents=True)
    (keys / "someround.key").write_bytes(b"thirty-two bytes of a secret key")
    backup = installation.folder / "with-keys.zip"
    installation.fanlight("backup", str(backup))
    with zipfile.ZipFile(backup) as archive:
        assert archive.namelist() == ["fanlight-backup.json", "database"]
        assert b"thirty-two bytes of a secret key" not in archive.read("database")
