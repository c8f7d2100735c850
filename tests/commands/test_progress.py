"""The line that says how far a slow step has come."""

import io

import pytest

from fanlight.commands import _progress
from fanlight.commands._progress import Progress


class Screen(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(_progress, "PATIENCE", 0)
    monkeypatch.setattr(_progress, "PAUSE", 0)


def shares(screen):
    return [int(line.split()[-1].rstrip("%")) for line in screen.getvalue().split("\r") if "%" in line]


@pytest.mark.usefixtures("impatient")
def test_the_share_never_falls_and_the_line_is_gone_at_the_end():
    screen = Screen()
    with Progress("Reading", stream=screen) as progress:
        for done in (1, 5, 3, 8):
            progress.at(done, 10)
    assert shares(screen) == [10, 50, 50, 80]
    assert screen.getvalue().endswith("\r" + " " * len("Reading 80%") + "\r")


@pytest.mark.usefixtures("impatient")
def test_nothing_is_written_to_a_file_or_within_two_seconds(monkeypatch):
    plain = io.StringIO()
    with Progress("Reading", stream=plain) as progress:
        progress.at(1, 2)
    assert plain.getvalue() == ""
    monkeypatch.setattr(_progress, "PATIENCE", 2)
    screen = Screen()
    with Progress("Reading", stream=screen) as progress:
        progress.at(1, 2)
    assert screen.getvalue() == ""
