"""The floor: a WSGI application that keeps one row of a sealed answer's size for each request, and does nothing else.

It is served by the same server, with the same database, the same settings of it and the same promise to the disk.
"""

import os
import threading
import uuid
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

SIZE = 8240  # bytes of a sealed answer
_here = threading.local()


def _connection() -> Any:
    if not hasattr(_here, "connection"):
        url = os.environ.get("FANLIGHT_DATABASE_URL")
        _here.connection = _postgres(url) if url else _sqlite()
    return _here.connection


def _sqlite() -> Any:
    import sqlite3

    path = Path(os.environ["FANLIGHT_DATA"]) / "floor.sqlite3"
    made = sqlite3.connect(path, timeout=20, isolation_level=None)
    for setting in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
        made.execute(f"PRAGMA {setting}")
    made.execute("CREATE TABLE IF NOT EXISTS floor (id TEXT PRIMARY KEY, sealed BLOB)")
    return made


def _postgres(url: str) -> Any:
    import psycopg

    made = psycopg.connect(url, autocommit=True)
    made.execute("CREATE TABLE IF NOT EXISTS floor (id TEXT PRIMARY KEY, sealed BYTEA)")
    return made


def application(
    environ: dict[str, Any], start_response: Callable[[str, list[tuple[str, str]]], object]
) -> Iterable[bytes]:
    mark = "%s" if os.environ.get("FANLIGHT_DATABASE_URL") else "?"
    if environ["REQUEST_METHOD"] == "POST":
        values = (uuid.uuid4().hex, os.urandom(SIZE))
        _connection().execute(f"INSERT INTO floor VALUES ({mark}, {mark})", values)
    else:
        _connection()
    start_response("200 OK", [("Content-Length", "0")])
    return [b""]
