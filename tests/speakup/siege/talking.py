"""Speaking to the process under attack, and the disks that it writes on."""

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from responses.attack.evidence import REPOSITORY, PostgresDisk, SqliteDisk, environment
from support.postgres import find_programs, server_with_tables

Disk = SqliteDisk | PostgresDisk


def a_disk(kind: str, folder: Path, stack: ExitStack) -> Disk:
    if kind == "sqlite":
        return SqliteDisk(folder)
    if find_programs() is None:
        pytest.skip("no PostgreSQL here: apt-get install postgresql, or set PG_BIN to its programs")
    return PostgresDisk(folder, stack.enter_context(server_with_tables()))


class Subject:
    """The running process, spoken to in lines of JSON."""

    def __init__(self, disk: Disk, stack: ExitStack) -> None:
        command = [sys.executable, "-m", "siege.subject"]
        surroundings = environment(disk.folder, disk.settings)
        surroundings["PYTHONPATH"] += f":{REPOSITORY / 'tests' / 'speakup'}"
        self.log = disk.folder / "server.log"
        stream = stack.enter_context(self.log.open("w"))
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stream,
            text=True,
            env=surroundings,
            cwd=REPOSITORY,
        )
        self.environment = surroundings
        self.hear()

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

    def end(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(timeout=30)
