"""PostgreSQL's own programs for dumping and restoring, and the small change of databases at the end."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from fanlight.commands import Refused


def _run(program: str, settings: dict[str, Any], *arguments: str) -> None:
    if shutil.which(program) is None:
        raise Refused(
            f"{program} is not on this machine. On Debian or Ubuntu: apt-get install postgresql-client"
        )
    environment = {
        **os.environ,
        "PGHOST": str(settings.get("HOST") or ""),
        "PGPORT": str(settings.get("PORT") or ""),
        "PGUSER": str(settings.get("USER") or ""),
        "PGPASSWORD": str(settings.get("PASSWORD") or ""),
    }
    environment = {name: value for name, value in environment.items() if value or not name.startswith("PG")}
    result = subprocess.run(
        [program, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise Refused(f"{program} did not work, and nothing was changed:\n{result.stderr.strip()}")


def dump(settings: dict[str, Any], target: Path) -> None:
    _run(
        "pg_dump",
        settings,
        "--format=custom",
        "--no-owner",
        f"--file={target}",
        f"--dbname={settings['NAME']}",
    )


def restore(settings: dict[str, Any], source: Path, *, name: str) -> None:
    """Make a database of this name and fill it."""
    _run("createdb", settings, "--template=template0", name)
    _run("pg_restore", settings, "--no-owner", "--exit-on-error", f"--dbname={name}", str(source))


def drop(settings: dict[str, Any], name: str) -> None:
    _run("dropdb", settings, "--if-exists", "--force", name)


def take_the_place_of(settings: dict[str, Any], *, new: str, kept_as: str) -> None:
    """Give the new database the real one's name; the old one is kept under another."""
    old = settings["NAME"]
    statements = (
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{old}'",  # noqa: S608 (our own setting)
        f'ALTER DATABASE "{old}" RENAME TO "{kept_as}"',
        f'ALTER DATABASE "{new}" RENAME TO "{old}"',
    )
    for statement in statements:
        _run(
            "psql",
            settings,
            "--no-psqlrc",
            "--quiet",
            "--set=ON_ERROR_STOP=1",
            "--dbname=template1",
            f"--command={statement}",
        )
