"""What the tests of answering share."""

from collections.abc import Iterator

import pytest

from support.subject import DISKS, Disk, Subject, a_disk, running


@pytest.fixture(scope="session", params=DISKS)
def scene(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Subject, Disk]]:
    """The running program, and the disk that it writes on."""
    with (
        a_disk(request.param, tmp_path_factory.mktemp("attack")) as disk,
        running("attack.subject", disk) as subject,
    ):
        yield subject, disk
