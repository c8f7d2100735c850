"""What people read has the apostrophe of print: a straight one is a typewriter's."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2] / "src/fanlight"
STRAIGHT = re.compile(r"(?:^|(?<=[A-Za-z0-9]))'(?=(?:s|t|re|ve|ll|d|m)\b)")
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
# a file's own faults, and questionnaires as their owners print them
NOT_SAID = {"disclosure", "shelf", "migrations"}


def _said(tree: ast.AST) -> Iterator[str]:
    """All strings but docstrings."""
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents:
            yield node.value


def straight_in(name: str, text: str) -> list[str]:
    if name.endswith(".py"):
        lines = list(_said(ast.parse(text)))
    elif name.endswith(".toml"):
        lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    else:
        lines = [COMMENT.sub("", text)]
    return [
        line[max(0, found.start() - 20) : found.end() + 10]
        for line in lines
        for found in STRAIGHT.finditer(line)
    ]


def test_whatever_is_said_has_the_apostrophe_of_print() -> None:
    files = [path for path in HOME.rglob("*") if path.suffix in {".py", ".html", ".toml", ".md"}]
    said = [path for path in files if NOT_SAID.isdisjoint(path.relative_to(HOME).parts)]
    assert len(said) > 500
    found = {str(path.relative_to(HOME)): straight_in(path.name, path.read_text()) for path in said}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.py", 'TITLE = "The team\'s own"'),
        ("page.py", 'TITLE = f"{whose} isn\'t here"'),
        ("page.py", 'TITLE = f"{whose}\'s own"'),
        ("page.html", "{# a macro's comment #}<p>You can't</p>"),
        ("page.toml", "# nobody's\ntitle = \"nobody's\""),
    ],
)
def test_a_straight_one_is_found(name: str, text: str) -> None:
    assert len(straight_in(name, text)) == 1
