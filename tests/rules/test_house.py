"""Is the house still the house? And does each rule bite?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from rules import house

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "src" / "fanlight"


@pytest.mark.parametrize("folder", ["src", "tests", "benchmarks"])
def test_no_file_is_longer_than_three_hundred_lines(folder: str) -> None:
    assert house.too_long(REPOSITORY / folder) == [], "split it by verb: one file for each thing that is done"


@pytest.mark.parametrize("folder", ["src", "tests"])
def test_every_file_has_a_name_that_says_what_it_holds(folder: str) -> None:
    assert house.badly_named(REPOSITORY / folder) == [], (
        "a thing with no better name has not been understood yet"
    )


def test_every_app_has_only_the_rooms_of_the_house() -> None:
    assert house.strange_rooms(PACKAGE) == [], "use a room, or list the new one with its reason in house.py"


def test_every_room_of_its_own_still_exists() -> None:
    gone = [
        room
        for room in house.ROOMS_OF_THEIR_OWN
        if not (PACKAGE / f"{room}.py").exists() and not (PACKAGE / room).is_dir()
    ]
    assert gone == [], "the list may shrink: take these off it"


def test_views_only_fetch_ask_and_answer() -> None:
    assert house.long_views(PACKAGE) == [], "move the rule into access, actions or pages"
    assert house.writes_in_views(PACKAGE) == [], "load through access or queries, save through actions"


def test_actions_name_their_parts() -> None:
    assert house.actions_without_an_actor(PACKAGE) == [], "make the parameters keyword-only"


def test_no_table_is_reached_by_name() -> None:
    assert house.reached_by_name(PACKAGE) == [], "get_model goes around the import rules"


@pytest.mark.parametrize("folder", ["src", "frontend"])
def test_nothing_is_fetched_from_another_host(folder: str) -> None:
    assert house.outside_addresses(REPOSITORY / folder) == [], "a browser would tell that host who is here"


BROKEN: dict[str, tuple[Callable[[Path], list[str]], str, str]] = {
    "a long file": (house.too_long, "app/queries.py", "x = 1\n" * 301),
    "an empty name": (house.badly_named, "app/utils.py", ""),
    "a strange room": (house.strange_rooms, "app/wizard.py", ""),
    "a strange package": (house.strange_rooms, "app/wizard/__init__.py", ""),
    "a long view": (house.long_views, "app/views.py", "def page(request):\n" + "    x = 1\n" * 16),
    "a view that saves": (house.writes_in_views, "app/views.py", "def page(request):\n    row.save()\n"),
    "a positional action": (
        house.actions_without_an_actor,
        "app/actions.py",
        "def open_round(round, by): ...\n",
    ),
    "a table by name": (house.reached_by_name, "app/queries.py", "apps.get_model('responses', 'Answer')\n"),
    "a script from elsewhere": (
        house.outside_addresses,
        "app/page.html",
        '<script src="https://cdn.example/x.js">',
    ),
    "a style from elsewhere": (house.outside_addresses, "app/page.css", '@import "//fonts.example/css";'),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_each_rule_complains_about_a_broken_house(fault: str, tmp_path: Path) -> None:
    rule, name, content = BROKEN[fault]
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert rule(tmp_path) != []
