"""What lies on the disk, before and after the close: nothing that tells, and after the close nothing of the urn."""

import base64
from pathlib import Path

import pytest
from attack.strategies import guesses
from attack.verdict import PEOPLE, Truth, hold_round

from support.evidence import Evidence, Row, backup, environment
from support.subject import Disk, Subject

SEALED, SLIPS = "responses_sealedanswer", "responses_slip"


@pytest.fixture(scope="module")
def watched(scene: tuple[Subject, Disk]) -> tuple[Evidence, Truth, dict[str, bytes]]:
    """A round under watch, with the operator's own backups before and after one answer, ten answers and the close."""
    subject, disk = scene
    backups: dict[str, bytes] = {}

    def look(answers: int) -> None:
        if answers in {0, 1, PEOPLE - 1, PEOPLE, -1}:
            settings = environment(disk.folder, disk.settings)
            backups[f"backup at {answers}"] = backup(disk, settings, f"at{answers}")

    evidence, truth = hold_round(subject, disk, "OnAPhone", look=look)
    return evidence, truth, backups


Watched = tuple[Evidence, Truth, dict[str, bytes]]


def everything(watched: Watched) -> dict[str, bytes]:
    """Every file of every moment, and the backups."""
    evidence, _, backups = watched
    files = {
        f"{number} {name}": content
        for number, moment in enumerate(evidence.moments)
        for name, content in moment.files.items()
    }
    return files | backups


def sealed_rows(evidence: Evidence) -> list[Row]:
    return list(evidence.open_moments[-1].tables[SEALED])


def test_every_sealed_answer_has_the_same_length(watched: Watched) -> None:
    rows = sealed_rows(watched[0])
    assert len(rows) == PEOPLE
    assert len({len(row.blob) for row in rows}) == 1


def test_nothing_that_anybody_answered_can_be_read_before_the_close(watched: Watched) -> None:
    evidence, truth, backups = watched
    opened = [f"{len(evidence.moments) - 1} {name}" for name in evidence.after.files]
    for name, content in everything(watched).items():
        if name not in opened and name != "backup at -1":
            assert not [comment for comment in truth.comments if comment.encode() in content], name
    assert all(guess is None for guess in guesses(evidence)["first seen"])
    assert any(truth.comments[0].encode() in content for content in [backups["backup at -1"]]), (
        "or this proves nothing"
    )


def test_the_key_is_in_no_file_and_no_backup(watched: Watched) -> None:
    key = watched[1].key
    assert len(key) == 32
    forms = (
        key,
        key.hex().encode(),
        base64.b64encode(key).rstrip(b"="),
        base64.urlsafe_b64encode(key).rstrip(b"="),
    )
    found = [name for name, content in everything(watched).items() if any(form in content for form in forms)]
    assert found == []


@pytest.mark.usefixtures("watched")
def test_the_key_is_gone_after_the_close(scene: tuple[Subject, Disk]) -> None:
    folder: Path = scene[1].folder / "secrets" / "rounds"
    assert folder.is_dir()
    assert list(folder.iterdir()) == []


def test_nothing_of_the_urn_is_left_in_the_tables_files(watched: Watched) -> None:
    """Neither a sealed answer nor a slip's digest: not in a row, not in a free page, not in SQLite's log.

    (PostgreSQL's own log keeps what it wrote until it is recycled: sealed, and its key is gone.)
    """
    evidence, *_ = watched
    before, after = evidence.open_moments[-1], evidence.after
    needles = [row.blob[:64] for row in sealed_rows(evidence)]
    needles += [str(row.cells[0]).encode() for row in before.tables[SLIPS]]
    left = [
        name
        for name, content in after.files.items()
        if "pg_wal" not in name and any(n in content for n in needles)
    ]
    assert any(needles[0] in content for content in before.files.values()), "or this proves nothing"
    assert left == []
    assert after.tables[SEALED] == after.tables[SLIPS] == ()


def test_slips_are_kept_as_digests_only(watched: Watched) -> None:
    evidence, *_ = watched
    for name, content in everything(watched).items():
        assert not [slip for slip in evidence.slips if slip.encode() in content], name


def test_the_log_says_nothing(watched: Watched) -> None:
    logs = [
        content
        for moment in watched[0].moments
        for name, content in moment.files.items()
        if "server.log" in name
    ]
    assert len(logs) >= 4
    assert set(logs) == {logs[0]}, "it may grow when something breaks, never when somebody answers"


def test_closing_leaves_rows_for_the_round_and_none_for_a_person(watched: Watched) -> None:
    evidence, *_ = watched
    grown = {
        name: len(rows) - len(evidence.moments[0].tables[name])
        for name, rows in evidence.after.tables.items()
        if name != "sqlite_sequence"  # SQLite's own: one counter for a whole table, begun by its first row
    }
    assert {name for name, count in grown.items() if count > 0} == {
        "audit_entry",
        "responses_answer",
        "responses_comment",
        "results_release",
    }
    assert grown["audit_entry"] == 2, "that it closed and that it was released"
