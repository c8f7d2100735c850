"""The power goes in the middle of an upload or a reply: nothing is half kept, and nothing acknowledged is lost."""

import signal
from collections.abc import Iterator

import pytest
from siege.dying import REPLY, UPLOAD

from support.subject import DISKS, Subject, a_disk, running


@pytest.fixture(scope="module", params=DISKS)
def subject(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Subject]:
    with (
        a_disk(request.param, tmp_path_factory.mktemp("crash")) as disk,
        running("siege.subject", disk) as subject,
    ):
        subject.ask("use", "Fanlight")
        yield subject


@pytest.mark.parametrize("step", UPLOAD)
def test_an_upload_that_was_cut_off_is_kept_whole_or_not_at_all(step: str, subject: Subject) -> None:
    found = subject.ask("die_speaking", step)
    is_kept = UPLOAD[step][2]
    assert found["signal"] == signal.SIGKILL, "it was not killed: the step has another name now"
    assert (found["Concern"], found["Piece"], found["Wrap"]) == ((1, 4, 1) if is_kept else (0, 0, 0))
    assert found["said"] == (["concern", "file"] if is_kept else [])


@pytest.mark.parametrize("step", REPLY)
def test_a_reply_that_was_cut_off_leaves_the_line_as_it_was(step: str, subject: Subject) -> None:
    found = subject.ask("die_replying", step)
    assert found["signal"] == signal.SIGKILL
    assert found["Piece"] == 0
    assert found["said"] == ["concern"]
