"""Read series of points from a table: one row for each point."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from fanlight.commands import Refused
from fanlight.commands._progress import Progress
from fanlight.commands._spc_table import Row, Table
from fanlight.measure.spc import ChartKind, Points, between
from fanlight.measure.spc.entry import Figure, Unreadable, read_date, read_figure

MOST_PROBLEMS = 5
DATE_COLUMNS = ("period", "date", "month", "week")


@dataclass(frozen=True)
class Columns:
    """The names of the columns to read; `was_named` holds those that the person named."""

    series: str
    when: str
    value: str
    size: str | None
    was_named: frozenset[str]


@dataclass
class Found:
    """The cells of one series so far."""

    days: list[int] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    @property
    def is_percentage(self) -> bool:
        return any(figure.is_percentage for figure in self.figures)


@dataclass(frozen=True)
class Read:
    """One series ready to be charted."""

    points: Points
    is_percentage: bool


class Reader:
    """Reads cells, gathers every problem with its row and column, and refuses at the end if there was any."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.problems: list[str] = []
        self._days: dict[Any, int] = {}

    def problem(self, row: int, column: str, words: str) -> None:
        self.problems.append(f"row {row}, column {column}: {words}")

    def day(self, row: Row, place: int) -> int | None:
        """The date in a cell, as days since 1970. The same few dates come again and again."""
        cell = row.cell(place)
        try:
            if cell not in self._days:
                self._days[cell] = (read_date("" if cell is None else cell) - date(1970, 1, 1)).days
        except Unreadable as unreadable:
            self.problem(row.number, self.table.columns[place], str(unreadable))
            return None
        return self._days[cell]

    def figure(self, row: Row, place: int) -> Figure:
        try:
            return read_figure(row.cell(place))
        except Unreadable as unreadable:
            self.problem(row.number, self.table.columns[place], str(unreadable))
            return Figure(float("nan"))

    def refuse_problems(self) -> None:
        if self.problems:
            shown = self.problems[:MOST_PROBLEMS]
            if more := len(self.problems) - len(shown):
                shown.append(f"… and {more} more like these")
            raise Refused(f"{self.table.name} cannot be used:\n  " + "\n  ".join(shown))


def read_series(table: Table, columns: Columns, kind: ChartKind) -> dict[str, Read]:
    """Every series of the table by its name, in the order in which they first appear."""
    found, reader = _gather(table, columns, kind)
    reader.refuse_problems()
    if not found:
        raise Refused(f"{table.name} has no rows below its heading.")
    for series in found.values():
        _refuse_mixed_percentages(reader, series, columns.value)
    reader.refuse_problems()
    return {name: _read(table, name, series, columns, kind) for name, series in found.items()}


def _gather(table: Table, columns: Columns, kind: ChartKind) -> tuple[dict[str, Found], Reader]:
    reader = Reader(table)
    series_at = _series_place(table, columns)
    when_at = _date_place(table, columns)
    value_at = _value_place(table, columns, kind)
    size_at = None if columns.size is None else table.needs(columns.size, "Say which with --out-of.")
    only = table.name.rsplit(".", 1)[0]
    found: dict[str, Found] = {}
    for row in _with_progress(table):
        name = only if series_at is None else _name(row.cell(series_at))
        if not name:
            reader.problem(row.number, table.columns[series_at or 0], "The series has no name.")
            continue
        day = reader.day(row, when_at)
        if day is None:
            continue
        if (series := found.get(name)) is None:
            series = found[name] = Found()
        series.days.append(day)
        series.rows.append(row.number)
        series.figures.append(Figure(1.0) if value_at is None else reader.figure(row, value_at))
        series.sizes.append(1.0 if size_at is None else reader.figure(row, size_at).value)
    return found, reader


def _with_progress(table: Table) -> Iterator[Row]:
    with Progress(f"Reading {table.name}") as progress:
        for done, row in enumerate(table.rows):
            if done % 1000 == 0:
                progress.at(done, len(table.rows))
            yield row


def _name(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _series_place(table: Table, columns: Columns) -> int | None:
    if "series" in columns.was_named:
        return table.needs(columns.series, "Say which with --series.")
    return table.place(columns.series)


def _date_place(table: Table, columns: Columns) -> int:
    if "when" not in columns.was_named:
        for usual in DATE_COLUMNS:
            if (place := table.place(usual)) is not None:
                return place
    return table.needs(columns.when, "Say which holds the dates with --date.")


def _value_place(table: Table, columns: Columns, kind: ChartKind) -> int | None:
    """The column of values; a T chart can do without and take the times between the dates."""
    place = table.place(columns.value)
    if place is None and kind is ChartKind.T and "value" not in columns.was_named:
        return None
    return table.needs(columns.value, "Say which with --value.")


def _refuse_mixed_percentages(reader: Reader, series: Found, column: str) -> None:
    if not series.is_percentage:
        return
    for row, figure in zip(series.rows, series.figures, strict=True):
        if not figure.is_percentage and figure.value == figure.value:
            reader.problem(
                row, column, f"{figure.value:g} has no % sign, though others of its series have one."
            )


def _read(table: Table, name: str, series: Found, columns: Columns, kind: ChartKind) -> Read:
    try:
        periods = np.array(series.days, dtype=np.int64).astype("datetime64[D]")
        values = [figure.value for figure in series.figures]
        points = Points.of(periods, values, None if columns.size is None else series.sizes)
        if kind is ChartKind.T and table.place(columns.value) is None:
            points = between(points)
    except ValueError as error:
        raise Refused(f"{table.name}, series “{name}”: {error}.") from error
    return Read(points, series.is_percentage)
