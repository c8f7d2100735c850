"""The small values that the templates' pieces take (`templates/design/parts.html`)."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of a quiet list: something that is going on."""

    text: str
    detail: str = ""
    href: str = ""
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of words and figures, ready to be read out: every cell is already in words."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Sequence[str], ...]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A chart with its finding as the title, and the same as a table."""

    title: str
    chart: Markup
    note: str
    table: Table


@dataclass(frozen=True)
class NextStep:
    """The one thing to do next: a heading, a sentence, and the words on the button."""

    title: str
    text: str
    action: str
    href: str
    drawing: str
