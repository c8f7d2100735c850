"""The table beside each chart: the same figures, ready to be read out."""

from collections.abc import Sequence

from fanlight.design.charts.figures import Answers, Bound, Change, Level
from fanlight.design.parts import Table

NOTHING = "–"


def _percent(value: int | None, bound: Bound = Bound.EXACTLY) -> str:
    return NOTHING if value is None else f"{bound.value}{value}%"


def _interval(low: int | None, high: int | None, unit: str = "%") -> str:
    if low is None or high is None:
        return NOTHING
    words = f"{low}{unit}" if low == high else f"{low}{unit} to {high}{unit}"
    return words.replace("-", "−")


def answers_table(rows: Sequence[Answers], *, caption: str, answers: Sequence[str]) -> Table:
    """Each statement with the share of every answer. `answers` names them, from the least favourable."""
    columns = ("Statement", *answers, "Positive", "Somewhere from")
    return Table(
        caption=caption, columns=columns, rows=tuple(_answers_row(row, len(answers)) for row in rows)
    )


def _answers_row(row: Answers, many: int) -> tuple[str, ...]:
    if row.withheld:
        return row.label, row.withheld
    shares = tuple(_percent(share) for share in row.shares) or (NOTHING,) * many
    return row.label, *shares, _percent(row.positive, row.bound), _interval(row.low, row.high)


def level_table(rows: Sequence[Level], *, caption: str) -> Table:
    columns = ("", "Before", "Now", "Somewhere from")
    return Table(caption=caption, columns=columns, rows=tuple(_level_row(row) for row in rows))


def _level_row(row: Level) -> tuple[str, ...]:
    if row.withheld:
        return row.label, row.withheld
    return row.label, _percent(row.before), _percent(row.value, row.bound), _interval(row.low, row.high)


def change_table(rows: Sequence[Change], *, caption: str) -> Table:
    columns = ("Statement", "Before", "Now", "Change", "Verdict")
    return Table(caption=caption, columns=columns, rows=tuple(_change_row(row) for row in rows))


def _change_row(row: Change) -> tuple[str, ...]:
    if row.withheld:
        return row.label, row.withheld
    moved = row.detail or _interval(row.low, row.high, "")
    return row.label, _percent(row.before), _percent(row.now), moved, row.verdict
