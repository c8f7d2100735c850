"""An organisation's round on the disk: sealed until the close, and then only what may be shown, whoever looks."""

import itertools
from pathlib import Path

import pytest
from attack.verdict import PEOPLE, Truth, hold_round

from support.evidence import Evidence, Row
from support.subject import Disk, Subject

SEALED, ROUND = "equity_sealedform", "equity_fairround"
Held = tuple[Evidence, Truth]


@pytest.fixture(scope="module")
def held(scene: tuple[Subject, Disk]) -> Held:
    """One round under the attacker's eyes, from before its first answer until after its close."""
    return hold_round(*scene, "OnAFairPage")


def sealed_rows(evidence: Evidence) -> list[Row]:
    return list(evidence.open_moments[-1].tables[SEALED])


def changes(before: dict[str, tuple[Row, ...]], after: dict[str, tuple[Row, ...]]) -> dict[str, int]:
    """How many rows of each table came, went or were written anew."""
    counts = {
        name: len({repr(row.cells) for row in rows} ^ {repr(row.cells) for row in before[name]})
        for name, rows in after.items()
        if name != "sqlite_sequence"
    }
    return {name: count for name, count in counts.items() if count}


def test_an_answer_is_one_sealed_row_as_long_as_every_other(held: Held) -> None:
    evidence, _ = held
    for before, after in itertools.pairwise(evidence.open_moments):
        assert changes(before.tables, after.tables) == {SEALED: 1}, (
            "no session, no count, no trace of a visit"
        )
    assert len(sealed_rows(evidence)) == PEOPLE
    assert len({len(row.blob) for row in sealed_rows(evidence)}) == 1


def test_nothing_of_an_answer_is_left_in_the_tables_files_after_the_close(held: Held) -> None:
    """(PostgreSQL's own log keeps what it wrote until it is recycled: sealed, and its key is gone.)"""
    evidence, _ = held
    needles = [row.blob[:64] for row in sealed_rows(evidence)]
    before, after = evidence.open_moments[-1].files, evidence.after.files
    assert any(needles[0] in content for content in before.values()), "or this proves nothing"
    left = [
        name for name, content in after.items() if "pg_wal" not in name and any(n in content for n in needles)
    ]
    assert left == []
    assert evidence.after.tables[SEALED] == ()


def test_the_close_writes_one_release_and_one_line_of_the_record(held: Held) -> None:
    evidence, _ = held
    found = changes(evidence.open_moments[-1].tables, evidence.after.tables)
    assert found == {SEALED: PEOPLE, ROUND: 2, "audit_entry": 1}


def test_the_key_was_never_beside_the_answers_and_is_gone(held: Held, scene: tuple[Subject, Disk]) -> None:
    evidence, truth = held
    forms = (truth.key, truth.key.hex().encode())
    for moment in evidence.moments:
        assert not [name for name, content in moment.files.items() if any(form in content for form in forms)]
    folder: Path = scene[1].folder / "secrets" / "rounds"
    assert list(folder.iterdir()) == []


def test_the_log_says_nothing_of_who_answered(held: Held) -> None:
    logs = {
        content
        for moment in held[0].moments
        for name, content in moment.files.items()
        if "server.log" in name
    }
    assert len(logs) == 1
