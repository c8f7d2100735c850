"""Render the gallery: `python -m fanlight.design.gallery FOLDER`."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment

from fanlight.design import gallery
from fanlight.design.charts import (
    answers_chart,
    answers_key,
    answers_table,
    change_chart,
    change_table,
    for_every_screen,
    level_chart,
    level_table,
)
from fanlight.design.drawings import Drawing
from fanlight.design.gallery import content, sheets
from fanlight.design.gallery.stage import DESIGN, StageRenderer, ready, stage
from fanlight.design.mark import Step

FIVE = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")


def pages(made: Environment) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each page of the gallery: its file, its template, its context."""
    renderer = StageRenderer(made)
    yield "home", "home", {"frame": content.FRAME, "step": Step.TALK, "going_on": content.GOING_ON}
    yield "home-new", "home-new", {"frame": content.NEW, "step": Step.LOOK}
    yield "question", "question", {"form": sheets.Communication(renderer=renderer)}
    yield "question-errors", "question", {"form": sheets.Communication({"decided": "4"}, renderer=renderer)}
    yield "thanks", "thanks", {}
    yield "stood-out", "stood-out", {"frame": content.BELOW, **_stood_out()}
    yield "board", "board", {"frame": content.BELOW, "board": content.BOARD}
    yield "screen", "screen", {"frame": content.FRAME, "chart": _for_a_room()}
    yield "sign-in", "sign-in", {"frame": content.STRANGER, "form": sheets.SignIn(renderer=renderer)}
    yield (
        "sign-in-errors",
        "sign-in",
        {"frame": content.STRANGER, "form": sheets.SignIn({}, renderer=renderer)},
    )
    yield "lost", "lost", {"frame": content.STRANGER}
    yield "forms", "forms", {"frame": content.BELOW, "form": sheets.Everything(renderer=renderer)}
    yield "forms-errors", "forms", {"frame": content.BELOW, "form": sheets.Everything({}, renderer=renderer)}
    yield "family", "family", {"frame": content.STRANGER, "steps": tuple(Step), "drawings": tuple(Drawing)}


def _stood_out() -> dict[str, Any]:
    return {
        "well": content.FINDINGS_WELL,
        "talk": content.FINDINGS_TALK,
        "key": answers_key(),
        "focuses": for_every_screen(
            lambda width: level_chart(content.FOCUSES, title="The six focuses", width=width)
        ),
        "focuses_table": level_table(content.FOCUSES, caption="The six focuses"),
        "teamwork": for_every_screen(
            lambda width: answers_chart(content.TEAMWORK, title="Answers about teamwork", width=width)
        ),
        "teamwork_table": answers_table(content.TEAMWORK, caption="Answers about teamwork", answers=FIVE),
        "since": for_every_screen(
            lambda width: change_chart(content.SINCE, title="Since the spring", width=width)
        ),
        "since_table": change_table(content.SINCE, caption="Since the spring"),
    }


def _for_a_room() -> str:
    row = content.TALK_ABOUT[:1]
    return answers_chart(row, title=row[0].label, has_labels=False, width=460)


def render(folder: Path) -> list[Path]:
    """Write every page and what it needs. Gives the pages' files."""
    ready()
    made = stage(DESIGN / "gallery" / "templates")
    shutil.copytree(DESIGN / "static", folder / "static", dirs_exist_ok=True)
    files = []
    for name, template, context in pages(made):
        file = folder / f"{name}.html"
        file.write_text(made.get_template(f"gallery/{template}.html").render(context), encoding="utf-8")
        files.append(file)
    return files


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m fanlight.design.gallery", description=gallery.__doc__)
    parser.add_argument("folder", type=Path, help="where to write the pages")
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(f"{len(render(folder))} pages in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
