"""Put a backup in the place of the database, after it was tried on a copy.

Stop `fanlight serve` and `fanlight work` first. The database that was there is kept beside the new one.
"""

import argparse
import shutil
import sqlite3
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from fanlight.commands import Refused


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a file that `fanlight backup` wrote")
    parser.add_argument("--yes", action="store_true", help="do not ask before the database is replaced")


def run(options: argparse.Namespace) -> int:
    from django.db import connections

    from fanlight.commands import _archive, _django

    _django.start(needs_key=False)
    engines = {alias: connections[alias].vendor for alias in connections}
    settings = {alias: dict(connections[alias].settings_dict) for alias in connections}
    places = [Path(one["NAME"]).parent for alias, one in settings.items() if engines[alias] == "sqlite"]
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
    kept: list[Path | str | None] = []
    with tempfile.TemporaryDirectory(
        dir=places[0] if places else None, prefix=".fanlight-restore-"
    ) as folder:
        copies = _archive.read_archive(options.file, Path(folder), engines=engines)
        for alias in engines:
            if engines[alias] == "sqlite":
                _try_sqlite(copies[alias])
        for alias, copy in copies.items():
            if engines[alias] == "sqlite":
                _ask(options, str(settings[alias]["NAME"]))
                connections[alias].close()
                kept.append(_replace_sqlite(copy, Path(settings[alias]["NAME"])))
            else:
                kept.append(_restore_postgres(options, settings[alias], copy))
    before = " and ".join(str(one) for one in kept if one)
    print(f"Restored. What was there before is kept as {before}." if before else "Restored.")
    print("Now run: fanlight manage migrate")
    return 0


def _ask(options: argparse.Namespace, name: str) -> None:
    """The last moment to turn back."""
    if options.yes:
        return
    print(f"The backup can be read. It will take the place of {name}. Are fanlight serve and work stopped?")
    if input("Type yes to go on: ").strip().lower() != "yes":
        raise Refused("nothing was changed.")


def _try_sqlite(copy: Path) -> None:
    """Open the copy and let SQLite look at every page and every reference."""
    try:
        database = sqlite3.connect(copy)
        try:
            faults = database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
            orphans = database.execute("PRAGMA foreign_key_check").fetchone()
            database.execute("SELECT COUNT(*) FROM django_migrations")
        finally:
            database.close()
    except sqlite3.Error as error:
        raise Refused(f"the database in the backup cannot be read ({error}). Nothing was changed.") from None
    if faults or orphans:
        raise Refused("the database in the backup is damaged. Nothing was changed.")


def _stamp() -> str:
    return datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")


def _replace_sqlite(copy: Path, database: Path) -> Path | None:
    kept = (
        database.with_name(f"{database.stem}-before-{_stamp()}{database.suffix}")
        if database.exists()
        else None
    )
    for suffix in ("", "-wal", "-shm"):
        old = database.with_name(database.name + suffix)
        if kept and old.exists():
            old.rename(kept.with_name(kept.name + suffix))
    shutil.move(copy, database)  # it may lie on another disk
    return kept


def _restore_postgres(options: argparse.Namespace, settings: dict[str, Any], copy: Path) -> str:
    from fanlight.commands import _postgres

    name = f"{settings['NAME']}_restoring"
    _postgres.drop(settings, name)
    try:
        _postgres.restore(settings, copy, name=name)
        _ask(options, str(settings["NAME"]))
        kept = f"{settings['NAME']}_before_{_stamp().replace('-', '_')}"
        _postgres.take_the_place_of(settings, new=name, kept_as=kept)
    finally:
        _postgres.drop(settings, name)
    return kept
