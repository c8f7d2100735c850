"""What the attacker gets hold of: the tables as they lie, the files under them, the log, and backups."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import psycopg

from support.installations import REPOSITORY, put_tables, surroundings


@dataclass(frozen=True)
class Row:
    """One row where it lies: its place and what the database tells of its making, and its cells."""

    place: tuple[str, ...]
    cells: tuple[object, ...]

    @property
    def blob(self) -> bytes:
        return next(bytes(cell) for cell in self.cells if isinstance(cell, bytes | memoryview))


@dataclass(frozen=True)
class Snapshot:
    """One moment: each table's rows in the order in which they lie, and files, whole."""

    tables: dict[str, tuple[Row, ...]]
    files: dict[str, bytes] = field(repr=False)


@dataclass(frozen=True)
class Evidence:
    """One round, from before its first answer until after its close."""

    slips: tuple[str, ...]  # in the order in which they were used
    moments: tuple[Snapshot, ...]  # before the first answer, after each, and last after the close
    table: str

    @property
    def open_moments(self) -> tuple[Snapshot, ...]:
        return self.moments[:-1]

    @property
    def after(self) -> Snapshot:
        return self.moments[-1]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The answers of this round, as they lie after the close."""
        return self.news_of(self.table)

    def news_of(self, table: str) -> tuple[Row, ...]:
        old = {repr(row.cells) for row in self.moments[0].tables[table]}
        return tuple(row for row in self.after.tables[table] if repr(row.cells) not in old)


class SqliteDisk:
    """A data folder with its database, the write-ahead log and the program's own log."""

    def __init__(self, folder: Path) -> None:
        put_tables(folder)
        self.folder = folder
        self.settings: dict[str, str] = {}

    def snapshot(self, *, everything: bool = True) -> Snapshot:  # noqa: ARG002 (files are cheap here)
        paths = [path for path in self.folder.rglob("*") if path.is_file() and "secrets" not in path.parts]
        files = {str(path.relative_to(self.folder)): path.read_bytes() for path in paths}
        return Snapshot(_sqlite_tables(files), files)


def _sqlite_tables(files: dict[str, bytes]) -> dict[str, tuple[Row, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("fanlight.sqlite3", "fanlight.sqlite3-wal"):
            if name in files:
                (Path(folder) / name).write_bytes(files[name])
        database = sqlite3.connect(Path(folder) / "fanlight.sqlite3")
        names = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
        found = {}
        for name in names:
            rows = database.execute(f'select rowid, * from "{name}" order by rowid')
            found[name] = tuple(Row((f"{row[0]:09}",), row[1:]) for row in rows)
        database.close()
    return found


class PostgresDisk:
    """A server's tables with ctid and xmin, its segments of write-ahead log and its tables' files."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        self.settings = {"FANLIGHT_DATABASE_URL": url}
        self.data = Path(unquote(url.split("@")[1].split("/")[0])) / "data"

    def snapshot(self, *, everything: bool = True) -> Snapshot:
        with psycopg.connect(self.url, autocommit=True) as database:
            return Snapshot(_postgres_tables(database), self._files(database) if everything else {})

    def _files(self, database: psycopg.Connection) -> dict[str, bytes]:
        """The segments of write-ahead log, the files of the tables that are not the server's own, and the logs."""
        database.execute("checkpoint")
        found = database.execute("select oid from pg_database where datname = current_database()").fetchone()
        assert found
        ours = [
            path
            for path in self.data.glob(f"base/{found[0]}/[0-9]*")
            if int(path.stem.split("_")[0]) >= 16384
        ]
        logs = [*self.data.glob("pg_wal/0*"), *self.folder.glob("*.log")]
        return {
            str(path.relative_to(path.parents[1])): path.read_bytes().rstrip(b"\0") for path in [*ours, *logs]
        }


COLUMNS = """
    select c.relname, array_agg(quote_ident(a.attname) order by a.attnum), pg_relation_size(c.oid) > 0
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by c.oid, c.relname
"""
PLACE = "xmin::text::bigint as born, (ctid::text::point)[0]::int as page, (ctid::text::point)[1]::int as line"


def _postgres_tables(database: psycopg.Connection) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for name, columns, has_pages in database.execute(COLUMNS).fetchall():
        query = f'select {PLACE}, {", ".join(columns)} from "{name}" order by ctid'
        rows = database.execute(query).fetchall() if has_pages else []
        found[name] = tuple(Row((f"{row[0]:012}", f"{row[1]:09}{row[2]:09}"), row[3:]) for row in rows)
    return found


def backup(disk: SqliteDisk | PostgresDisk, environment: dict[str, str], name: str) -> bytes:
    """`fanlight backup` as the operator runs it, unpacked: the database file, or the dump as SQL text."""
    target = disk.folder / f"{name}.zip"
    command = [sys.executable, "-m", "fanlight", "backup", str(target)]
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=REPOSITORY)
    return unpacked(target)


def unpacked(target: Path) -> bytes:
    """What a backup holds, and the backup thrown away."""
    with zipfile.ZipFile(target) as archive:
        content = archive.read("database")
    target.unlink()
    if content[:5] != b"PGDMP":
        return content
    program = shutil.which("pg_restore") or "pg_restore"
    return subprocess.run([program, "-f", "-"], input=content, capture_output=True, check=True).stdout


def environment(folder: Path, settings: dict[str, str]) -> dict[str, str]:
    """The subject's environment: an installation of its own."""
    found = surroundings(folder, FANLIGHT_HTTPS="no", FANLIGHT_HOSTS="testserver", **settings)
    places = [found["PYTHONPATH"], *(str(REPOSITORY / "tests" / name) for name in ("responses", "speakup"))]
    return {**found, "PYTHONPATH": os.pathsep.join(places)}
