"""How each series is to be charted: from the command line, and from a table of options."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from fanlight.commands import Refused
from fanlight.commands._spc_points import Reader
from fanlight.commands._spc_table import Row, Table
from fanlight.measure.spc import RULE_SETS, Better, ChartKind, Plan, Rebase, Unit, default_rules
from fanlight.measure.spc.entry import Unreadable, read_date, read_figure

NO_REASON = "no reason was given."
BETTER = {
    "increase": Better.UP,
    "up": Better.UP,
    "decrease": Better.DOWN,
    "down": Better.DOWN,
    "neutral": Better.NEITHER,
    "neither": Better.NEITHER,
}
TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def plan_of_options(options: Namespace) -> Plan:
    """The plan that the command line gives to every series."""
    kind = ChartKind(options.chart)
    try:
        return Plan(
            better=BETTER[options.better],
            target=None if options.target is None else _target(options.target),
            rebases=tuple(_rebase(text) for text in options.rebase or ()),
            fix=options.fix,
            is_screened=options.screen,
            rules=RULE_SETS[options.rules] if options.rules else default_rules(kind),
            unit=Unit(options.unit) if options.unit else None,
            per=options.per,
        )
    except ValueError as error:
        raise Refused(f"{error}".rstrip(".") + ".") from error


def _target(text: str) -> float:
    value = read_figure(text).value
    if value != value:
        raise Unreadable(f"“{text}” is not a target: write a figure.")
    return value


def _rebase(text: str) -> Rebase:
    """A date, or `DATE=reason`. Figures can be had without one; a picture is refused (`lacks_reason`)."""
    when, _, reason = text.partition("=")
    return Rebase(on=read_date(when.strip()), reason=reason.strip() or NO_REASON)


def lacks_reason(plan: Plan) -> list[date]:
    """The days from which this plan begins new limits and does not say why."""
    return [rebase.on for rebase in plan.rebases if rebase.reason == NO_REASON]


def plans_of_table(table: Table, series_column: str, plan: Plan) -> dict[str, Plan]:
    """The plan of each series in a table of options; a blank cell leaves what the command line says."""
    at = table.place(series_column)
    if at is None:
        at = table.needs("series_id", "It must name the series as the points do.")
    _refuse_misspelt(table)
    reader = Reader(table)
    plans: dict[str, Plan] = {}
    for row in table.rows:
        name = str(row.cell(at) if row.cell(at) is not None else "").strip()
        if not name:
            reader.problem(row.number, table.columns[at], "The series has no name.")
        elif name in plans:
            reader.problem(row.number, table.columns[at], f"“{name}” has options already.")
        else:
            plans[name] = _plan_of_row(reader, row, plan)
    reader.refuse_problems()
    return plans


def _refuse_misspelt(table: Table) -> None:
    """Other columns are let be, but not one that was surely meant for ours: its options would be lost unsaid."""
    known = [*READERS, "rebase_reasons"]
    for column in table.columns:
        if column.lower() not in known and (
            near := get_close_matches(column.lower(), known, n=1, cutoff=0.8)
        ):
            raise Refused(
                f"{table.name} has a column “{column}”. Is it “{near[0]}”? Name it so, or otherwise."
            )


def _plan_of_row(reader: Reader, row: Row, plan: Plan) -> Plan:
    changes: dict[str, Any] = {}
    for column, (field, read) in READERS.items():
        place = reader.table.place(column)
        text = "" if place is None else _text(row.cell(place))
        if not text:
            continue
        try:
            changes[field] = read(text)
        except (Unreadable, ValueError) as error:
            reader.problem(row.number, column, str(error))
    if "rebases" in changes:
        changes["rebases"] = _with_reasons(reader, row, changes["rebases"])
    try:
        return replace(plan, **changes)
    except ValueError as error:
        reader.problem(row.number, "fix_after_n_points", f"{error}.")
        return plan


def _text(cell: object) -> str:
    text = "" if cell is None else str(cell).strip()
    return "" if text.lower() in {"na", "n/a", "nan", "none", "null"} else text


def _with_reasons(reader: Reader, row: Row, dates: list[date]) -> tuple[Rebase, ...]:
    place = reader.table.place("rebase_reasons")
    text = "" if place is None else _text(row.cell(place))
    reasons = [reason.strip() for reason in text.split(";")] if text else []
    if reasons and len(reasons) != len(dates):
        reader.problem(row.number, "rebase_reasons", f"{len(reasons)} reasons for {len(dates)} dates.")
        return ()
    reasons += [""] * (len(dates) - len(reasons))
    return tuple(
        Rebase(on=when, reason=reason or NO_REASON) for when, reason in zip(dates, reasons, strict=True)
    )


def _better(text: str) -> Better:
    if text.lower() not in BETTER:
        raise Unreadable(f"“{text}” is not a direction: write increase, decrease or neutral.")
    return BETTER[text.lower()]


def _dates(text: str) -> list[date]:
    return [read_date(part.strip()) for part in text.split(";") if part.strip()]


def _whole(text: str) -> int:
    value = read_figure(text).value
    if value != int(value):
        raise Unreadable(f"“{text}” is not a whole number of points.")
    return int(value)


def _truth(text: str) -> bool:
    if text.lower() not in TRUTHS:
        raise Unreadable(f"“{text}” is neither true nor false.")
    return TRUTHS[text.lower()]


def _unit(text: str) -> Unit:
    try:
        return Unit(text.lower())
    except ValueError:
        raise Unreadable(f"“{text}” is not a unit: write number, count or percentage.") from None


READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "improvement_direction": ("better", _better),
    "target": ("target", _target),
    "rebase_dates": ("rebases", _dates),
    "fix_after_n_points": ("fix", _whole),
    "screen_outliers": ("is_screened", _truth),
    "unit": ("unit", _unit),
}
