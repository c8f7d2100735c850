"""What the tests of answering share."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from attack.evidence import PostgresDisk, SqliteDisk
from attack.verdict import Disk, Subject, running

from support.postgres import find_programs, server_with_tables


@pytest.fixture(scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def scene(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Subject, Disk]]:
    """The running program, and the disk that it writes on."""
    folder = tmp_path_factory.mktemp("attack")
    with ExitStack() as stack:
        if request.param == "sqlite":
            disk: Disk = SqliteDisk(folder)
        elif find_programs() is None:
            pytest.skip("no PostgreSQL here: apt-get install postgresql, or set PG_BIN to its programs")
        else:
            disk = PostgresDisk(folder, stack.enter_context(server_with_tables()))
        yield stack.enter_context(running(disk)), disk
