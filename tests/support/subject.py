"""A whole installation in a process of its own, with a log as a server has, and the disk that it writes on."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from support.evidence import PostgresDisk, SqliteDisk, environment
from support.installations import REPOSITORY
from support.postgres import find_programs, server_with_tables

Disk = SqliteDisk | PostgresDisk
DISKS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@contextmanager
def a_disk(kind: str, folder: Path) -> Iterator[Disk]:
    if kind == "sqlite":
        yield SqliteDisk(folder)
    elif find_programs() is None:
        pytest.skip("no PostgreSQL here: apt-get install postgresql, or set PG_BIN to its programs")
    else:
        with server_with_tables() as url:
            yield PostgresDisk(folder, url)


class Subject:
    """The running process, spoken to in lines of JSON."""

    def __init__(self, process: "subprocess.Popen[str]", log: Path) -> None:
        self.process, self.log = process, log

    def ask(self, *words: Any) -> Any:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(words) + "\n")
        self.process.stdin.flush()
        return self.hear()

    def hear(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, self.log.read_text()
        return json.loads(line)


@contextmanager
def running(module: str, disk: Disk) -> Iterator[Subject]:
    """A module that obeys (support.obeying), with the disk for its data."""
    log = disk.folder / "server.log"
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stream,
            text=True,
            env=environment(disk.folder, disk.settings),
            cwd=REPOSITORY,
        )
        subject = Subject(process, log)
        try:
            assert subject.hear() == "ready"
            yield subject
        finally:
            assert process.stdin
            process.stdin.close()
            process.wait(timeout=30)
