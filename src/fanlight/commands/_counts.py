"""Reading a file of counts, one row a cell, into a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fanlight.commands import Refused
from fanlight.commands._answers import label_of
from fanlight.commands._answers_rows import whole_number
from fanlight.commands._spc_table import Table as Sheet
from fanlight.commands._spc_table import read_table
from fanlight.measure.disclosure import CountsDisagree
from fanlight.measure.disclosure.tables import USUAL_TOTALS, Dimension, Row, Table

YES = {"yes", "y", "true", "1", "x"}
NO = {"no", "n", "false", "0", ""}


@dataclass(frozen=True)
class Wanted:
    """What the options say about the file's columns."""

    dimensions: Sequence[str]
    hierarchies: dict[str, str]
    total: str
    withhold: str | None = None


def read_counts(path: Path, wanted: Wanted) -> Table:
    """The table in a file. Errors: Refused, naming the row and the column."""
    sheet = read_table(path)
    if "count" in wanted.dimensions:
        raise Refused(
            "--dimension count: that column holds the counts, and they do not divide themselves up."
        )
    axes = [sheet.needs(name, "Name it with --dimension.") for name in wanted.dimensions]
    count = sheet.needs("count", "The counts stand in the column `count`.")
    mark = None if wanted.withhold is None else sheet.needs(wanted.withhold, "It was named with --withhold.")
    rows: dict[tuple[str, ...], tuple[int, Row]] = {}
    for line in sheet.rows:
        labels = tuple(
            _label(sheet, line.number, name, line.cell(axis))
            for name, axis in zip(wanted.dimensions, axes, strict=True)
        )
        if labels in rows:
            words = ", ".join(
                f"{name} {label}" for name, label in zip(wanted.dimensions, labels, strict=True)
            )
            raise Refused(
                f"{sheet.name}, row {line.number}: {words} is there twice (first in row {rows[labels][0]})."
            )
        is_marked = mark is not None and _mark(sheet, line.number, mark, line.cell(mark))
        row = Row(labels, _count(sheet, line.number, line.cell(count)), is_marked)
        rows[labels] = line.number, row
    if not rows:
        raise Refused(f"{sheet.name} has a header, but no counts.")
    try:
        dimensions = [
            _dimension(name, {key[axis] for key in rows}, wanted)
            for axis, name in enumerate(wanted.dimensions)
        ]
        return Table.from_rows(dimensions, [row for _, row in rows.values()])
    except CountsDisagree as error:
        raise Refused(f"{sheet.name}: {error}.") from None


def _dimension(name: str, labels: set[str], wanted: Wanted) -> Dimension:
    for label in sorted(labels - {wanted.total}):
        if label.casefold() in USUAL_TOTALS:
            raise CountsDisagree(
                f"{name}: “{label}” looks like a total, and the label for totals is “{wanted.total}”. "
                f'If it is one, say --total "{label}"; if it is not, give it another name'
            )
    separator = wanted.hierarchies.get(name)
    if separator is None:
        return Dimension.flat(name, labels, wanted.total)
    return Dimension.hierarchy(name, labels, separator, wanted.total)


def _label(sheet: Sheet, number: int, column: str, cell: object) -> str:
    label = label_of(cell)
    if label is None:
        raise Refused(
            f"{sheet.name}, row {number}, column {column}: it is blank. Each count needs a label there."
        )
    return label


def _count(sheet: Sheet, number: int, cell: object) -> int:
    try:
        count = whole_number(cell)
    except ValueError:
        count = None
    if count is None:
        raise Refused(f"{sheet.name}, row {number}, column count: {_said(cell)} is not a whole number.")
    if count < 0:
        raise Refused(f"{sheet.name}, row {number}, column count: {count} is negative.")
    return count


def _mark(sheet: Sheet, number: int, place: int, cell: object) -> bool:
    word = (label_of(cell) or "").casefold()
    if word not in YES | NO:
        raise Refused(
            f"{sheet.name}, row {number}, column {sheet.columns[place]}: {_said(cell)} is not yes or no."
        )
    return word in YES


def _said(cell: object) -> str:
    text = "" if cell is None else str(cell).strip()
    return f"“{text[:40]}”" if text else "a blank"


def hierarchies(options: Sequence[str], dimensions: Sequence[str]) -> dict[str, str]:
    """`team:/` as {"team": "/"}. Column names may hold a colon themselves. Errors: Refused."""
    found = {}
    for option in options:
        name = next(
            (name for name in dimensions if option.startswith(f"{name}:") and len(option) > len(name) + 1),
            None,
        )
        if name is None:
            raise Refused(
                f"--hierarchy {option}: write a dimension, a colon and what stands between the parts of a path, "
                f"as in {dimensions[0]}:/"
            )
        if name in found:
            raise Refused(f"--hierarchy {option}: {name} has been read as paths already.")
        found[name] = option[len(name) + 1 :]
    return found
