"""Two people at the same moment: each in a thread with a connection of its own, as on two machines."""

import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection, connections

Result = TypeVar("Result")


def onto_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy the tests' database from memory to a file, for every connection that is opened from now on.

    SQLite in memory is one connection that threads share, and so has nothing to tell of two at once.
    """
    if connection.vendor != "sqlite":
        return
    connection.ensure_connection()
    file = folder / "at-once.sqlite3"
    with sqlite3.connect(file) as copy:
        connection.connection.backup(copy)
    copy.close()
    monkeypatch.setitem(connections.settings["default"], "NAME", str(file))


def at_once(*deeds: Callable[[], Result]) -> list[Result]:
    """What each deed returned. All begin together, and none has seen what another does."""
    start = Barrier(len(deeds))

    def together(deed: Callable[[], Result]) -> Result:
        start.wait(timeout=20)
        try:
            return deed()
        finally:
            connections.close_all()

    return _in_threads([lambda deed=deed: together(deed) for deed in deeds])  # type: ignore[misc]


def apart(deed: Callable[[], Result]) -> Result:
    """Look, after all is done, at what the deeds left: through a connection like theirs."""
    return at_once(deed)[0]


def _in_threads(deeds: Sequence[Callable[[], Result]]) -> list[Result]:
    with ThreadPoolExecutor(len(deeds)) as pool:
        return [each.result(timeout=60) for each in [pool.submit(deed) for deed in deeds]]
