"""After a sitting nothing of it is in the tables, in the database's files, in its log or in the program's own log."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from support.evidence import Snapshot
from support.subject import DISKS, Disk, Subject, a_disk, running

CARDS = ("the-porter-knows", "sunday-cook")


@dataclass(frozen=True)
class Phones:
    """Phones that talk to a whole installation in a process of its own."""

    subject: Subject
    disk: Disk

    def ask(self, phone: str, verb: str, address: str, **form: object) -> Any:
        return self.subject.ask(phone, verb, address, form)


@pytest.fixture(scope="module", params=DISKS)
def phones(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Phones]:
    with (
        a_disk(request.param, tmp_path_factory.mktemp("installation")) as disk,
        running("deck.subject", disk) as subject,
    ):
        yield Phones(subject, disk)


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
