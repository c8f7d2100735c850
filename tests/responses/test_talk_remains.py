"""What lies on the disk after comments were shown, and after a talk: not a word of what was blacked out or thought."""

from support.evidence import PostgresDisk
from support.subject import Disk, Subject

WRITTEN, THOUGHT = "Quillfeather", "Marrowbone"


def holds(disk: Disk, word: str) -> list[str]:
    """The files that hold a word. PostgreSQL's write-ahead log goes its own way: docs/adr/0006-sealed-urn.md."""
    files = disk.snapshot().files
    skipped = "pg_wal" if isinstance(disk, PostgresDisk) else "\0"
    return [name for name, content in files.items() if word.encode() in content and skipped not in name]


def test_what_was_blacked_out_of_a_comment_is_on_no_disk(scene: tuple[Subject, Disk]) -> None:
    subject, disk = scene
    subject.ask("use", "Talk")
    assert subject.ask("write", WRITTEN) == 2
    assert holds(disk, WRITTEN), "or this proves nothing"
    assert subject.ask("share", WRITTEN) == 0
    assert holds(disk, WRITTEN) == []


def test_what_was_thought_on_a_phone_is_on_no_disk_when_the_talk_is_over(scene: tuple[Subject, Disk]) -> None:
    subject, disk = scene
    subject.ask("use", "Talk")
    assert subject.ask("think", THOUGHT) == "in the box"
    assert holds(disk, THOUGHT), "or this proves nothing"
    assert subject.ask("end") == "over"
    assert holds(disk, THOUGHT) == []
