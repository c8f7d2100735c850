"""Culture scores of rounds are never put on a control chart: what reads results knows no chart engine."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "fanlight"
READS_RESULTS = ("results", "surveys", "responses")
ENGINE = ("fanlight.measure.spc", "fanlight.design.charts.control")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def charts_in(root: Path) -> list[str]:
    return [
        f"{path.name}: {name}"
        for path in sorted(root.rglob("*.py"))
        for name in imported(path)
        if name.startswith(ENGINE)
    ]


@pytest.mark.parametrize("app", READS_RESULTS)
def test_what_reads_a_rounds_results_knows_no_control_chart(app: str) -> None:
    assert charts_in(PACKAGE / app) == [], "two rounds say nothing about the ups and downs of chance"


def test_the_rule_bites(tmp_path: Path) -> None:
    (tmp_path / "pages.py").write_text("from fanlight.measure import spc\n", encoding="utf-8")
    assert charts_in(tmp_path) != []
