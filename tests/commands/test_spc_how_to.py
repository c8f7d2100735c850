"""The how-to on control charts: its commands run on the figures beside it, and its picture is what they draw."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from fanlight.commands.__main__ import main

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "how-to" / "draw-a-control-chart.md").read_text(encoding="utf-8")
FIGURES = DOCS / "images" / "huddles-held.csv"
COMMANDS = re.findall(r"^fanlight (spc .+)$", PAGE, re.MULTILINE)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the figures under the name that the page gives them."""
    shutil.copyfile(FIGURES, tmp_path / "Huddles held.csv")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_begins_with_the_figures_as_they_are():
    shown = re.search(r"```\n(week,huddles\n.*?)\n…\n```", PAGE, re.DOTALL)
    assert shown is not None
    assert FIGURES.read_text(encoding="utf-8").startswith(shown[1])


@pytest.mark.usefixtures("desk")
def test_every_command_of_the_page_runs_and_its_finding_is_the_one_told(capsys):
    assert len(COMMANDS) == 3
    for command in COMMANDS:
        assert main(shlex.split(command)) == 0, command
    assert "Higher than usual since 27 April 2026: an improvement" in capsys.readouterr().out


def test_the_picture_of_the_page_is_what_its_command_draws(desk):
    [command] = [command for command in COMMANDS if "--out" in command]
    assert main(shlex.split(command)) == 0
    drawn = (desk / "huddles.svg").read_text(encoding="utf-8")
    assert drawn == (DOCS / "images" / "control-chart.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["xmr", "run", "p", "u", "t"])
def test_every_kind_of_chart_that_the_page_offers_is_drawn(kind, desk):
    (desk / "counts.csv").write_text(
        "week,late,people\n5 Jan 2026,3,12\n12 Jan 2026,4,15\n19 Jan 2026,2,14\n", "utf-8"
    )
    assert f"`--chart {kind}" in PAGE
    sizes = ["--out-of", "people"] if kind in {"p", "u"} else []
    value = [] if kind == "t" else ["--value", "late"]
    assert main(["spc", "counts.csv", "--chart", kind, *value, *sizes]) == 0
