"""After a sitting nothing of it is in the tables, in the database's files, in its log or in the program's own log."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from responses.attack.evidence import PostgresDisk, Snapshot, SqliteDisk, environment
from support.postgres import server_with_tables

CARDS = ("the-porter-knows", "sunday-cook")
Disk = SqliteDisk | PostgresDisk


class Phones:
    """Phones that talk to a whole installation in a process of its own."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        tests = Path(__file__).resolve().parents[1]
        env = environment(disk.folder, disk.settings)
        env["PYTHONPATH"] = os.pathsep.join([env["PYTHONPATH"], str(tests)])
        self.log = (disk.folder / "program.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "deck.subject"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env=env,
            text=True,
        )
        assert self._answer() == "ready"

    def _answer(self) -> Any:
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())

    def ask(self, phone: str, verb: str, address: str, **form: object) -> Any:
        assert self.process.stdin
        self.process.stdin.write(json.dumps([phone, verb, address, form]) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.log.close()


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def phones(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phones]:
    tmp_path = tmp_path_factory.mktemp("installation")
    if request.param == "sqlite":
        sitting = Phones(SqliteDisk(tmp_path))
        yield sitting
        sitting.close()
        return
    with server_with_tables() as url:
        sitting = Phones(PostgresDisk(tmp_path, url))
        yield sitting
        sitting.close()


def rows(snapshot: Snapshot, table: str) -> int:
    return len(snapshot.tables[table])


def where(snapshot: Snapshot, *needles: str) -> list[str]:
    """The tables and the files in which any of these stands.

    In PostgreSQL a sitting is in the table only: an unlogged table reaches no file before the server stops.
    """
    wanted = [needle.encode() for needle in needles]
    told = {name: repr([row.cells for row in found]).encode() for name, found in snapshot.tables.items()}
    places = {**told, **snapshot.files}
    return [name for name, content in places.items() if any(one in content for one in wanted)]


def hold_a_moment(phones: Phones) -> str:
    """Two phones of a team without any account: begin, join, go through, one question chosen."""
    _, address, _ = phones.ask("a", "post", "/guide/live/", way="safety_moment", card=CARDS[0])
    code: str = address.strip("/").split("/")[-1]
    status, led, _ = phones.ask("b", "get", "/guide/live/join/", code=f"{code[:3]}-{code[3:]}".upper())
    assert (status, led) == (302, address)
    for phone, step in (("a", "read"), ("b", "think")):
        phones.ask(phone, "post", address, do="on", step=step)
    phones.ask("b", "post", address, do="question", number="2")
    seen = [phones.ask(phone, "get", address)[2] for phone in ("a", "b")]
    assert all("Choose a question" in page for page in seen)
    return code


def test_a_safety_moment_on_two_phones_leaves_nothing_behind(phones: Phones) -> None:
    before = phones.disk.snapshot()
    code = hold_a_moment(phones)
    during = phones.disk.snapshot()
    assert rows(during, "guide_sitting") == 1
    assert where(during, code), "if the search cannot find what is there, it proves nothing"
    phones.ask("b", "post", f"/guide/live/{code}/", do="end")
    after = phones.disk.snapshot()
    assert where(after, code, CARDS[0], "phone a", "phone b") == where(before, CARDS[0], "phone a", "phone b")
    assert {table: rows(after, table) for table in after.tables} == {
        table: rows(before, table) for table in before.tables
    }
    assert phones.ask("a", "get", f"/guide/live/{code}/")[0] == 404


def test_six_phones_that_sorted_leave_no_pile_behind(phones: Phones) -> None:
    before = phones.disk.snapshot()
    _, address, _ = phones.ask("a", "post", "/guide/live/", way="compare_views", focus="civility")
    code = address.strip("/").split("/")[-1]
    for phone in "abcdef":
        phones.ask(phone, "post", address, do="sort", like=["0", "3"])
    phones.ask("a", "post", address, do="close")
    assert "All of you, or all but one: like us" in phones.ask("b", "get", address)[2]
    during = phones.disk.snapshot()
    assert where(during, code, '"sorted"')
    phones.ask("c", "post", address, do="end")
    after = phones.disk.snapshot()
    assert where(after, code, '"sorted"') == where(before, code, '"sorted"')
    assert {table: rows(after, table) for table in after.tables} == {
        table: rows(before, table) for table in before.tables
    }


def test_nobody_is_given_a_session_and_no_page_is_kept_by_a_browser(phones: Phones) -> None:
    hold_a_moment(phones)
    assert rows(phones.disk.snapshot(everything=False), "django_session") == 0
