"""Installations in folders of their own, for tests of whole processes. Tables are migrated once, and then copied."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def surroundings(folder: Path, **settings: str) -> dict[str, str]:
    """The environment of an installation whose data lies in that folder; nothing of this process's own settings."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("FANLIGHT_", "DJANGO_"))
    }
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(str(REPOSITORY / place) for place in ("src", "tests")),
        "FANLIGHT_SECRET_KEY": "only-for-tests-" * 4,
        "FANLIGHT_DATA": str(folder),
        **settings,
    }


def migrate(settings: dict[str, str]) -> None:
    command = [sys.executable, "-m", "fanlight", "manage", "migrate", "--skip-checks", "-v", "0"]
    environment = surroundings(Path(settings["FANLIGHT_DATA"]), **settings)
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=REPOSITORY)


@cache
def _with_tables() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="fanlight-tables-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    migrate({"FANLIGHT_DATA": str(folder)})
    return folder


def put_tables(folder: Path) -> None:
    """Fanlight's tables, empty, as SQLite files in that folder."""
    for file in _with_tables().glob("fanlight.sqlite3*"):
        shutil.copy(file, folder)
