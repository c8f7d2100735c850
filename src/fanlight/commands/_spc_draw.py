"""From a table of points to charts, and to the text of the format asked for."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace

from fanlight.commands import Refused
from fanlight.commands._progress import Progress
from fanlight.commands._spc_options import lacks_reason, plan_of_options, plans_of_table
from fanlight.commands._spc_points import Columns, Read, read_series
from fanlight.commands._spc_table import read_table
from fanlight.measure.spc import BY_KIND, ChartKind, ControlChart, Plan, Unit

NEEDS_SIZES = {ChartKind.P, ChartKind.U}
MOST_DRAWN = 2000
PICTURES = {"svg", "html"}


def draw(options: Namespace, written: str) -> Iterator[str]:
    """The document in pieces. Everything that can be refused is refused before the first piece."""
    kind = ChartKind(options.chart)
    if written in PICTURES:
        _refuse_unreasoned(plan_of_options(options))
    named = _charts(options, kind)
    if written in PICTURES and len(named) > MOST_DRAWN:
        raise Refused(f"{len(named):,} series are too many to draw on one page; {MOST_DRAWN:,} at most.")
    return _with_progress(_pieces(options, written, named), len(named))


def _refuse_unreasoned(plan: Plan) -> None:
    """Who types a date knows why: a chart that people look at has to say it. Other tools' tables cannot."""
    for day in lacks_reason(plan):
        raise Refused(
            f"A chart takes new limits only with the reason, which is written under it: "
            f'--rebase "{day}=what changed". Limits moved without one hide signals.'
        )


def _pieces(options: Namespace, written: str, named: list[tuple[str, ControlChart]]) -> Iterator[str]:
    rules = named[0][1].plan.rules
    if written in {"json", "table"}:
        from fanlight.commands import _spc_write

        write = _spc_write.as_json if written == "json" else _spc_write.as_table
        return write(named, rules)
    if written == "svg":
        from fanlight.design.charts.control_figure import control_sheet

        return (str(piece) for piece in (control_sheet(named), "\n"))
    from fanlight.commands._spc_page import page

    return page(named, rules, title=options.title, source=options.points.name)


def _with_progress(pieces: Iterator[str], total: int) -> Iterator[str]:
    with Progress("Drawing the charts") as progress:
        for done, piece in enumerate(pieces):
            progress.at(done, total)
            yield piece


def _charts(options: Namespace, kind: ChartKind) -> list[tuple[str, ControlChart]]:
    columns = _columns(options, kind)
    plan = plan_of_options(options)
    read = read_series(read_table(options.points), columns, kind)
    plans = {} if options.options is None else _plans(options, columns, plan)
    _tell(read, plans, plan)
    jobs = [(series.points, _plan(plans.get(name, plan), series)) for name, series in read.items()]
    try:
        charts = BY_KIND[kind](jobs)
    except ValueError as error:
        raise Refused(f"{options.points.name}: {error}.") from error
    return list(zip(read, charts, strict=True))


def _columns(options: Namespace, kind: ChartKind) -> Columns:
    if kind in NEEDS_SIZES and options.out_of is None:
        raise Refused(
            f"A {kind.title} needs to know what each count is out of: name the column with --out-of."
        )
    named = {"series": options.series, "when": options.date, "value": options.value}
    return Columns(
        series=options.series or "series_id",
        when=options.date or "period",
        value=options.value or "value",
        size=options.out_of if kind in NEEDS_SIZES else None,
        was_named=frozenset(column for column, name in named.items() if name),
    )


def _plans(options: Namespace, columns: Columns, plan: Plan) -> dict[str, Plan]:
    return plans_of_table(read_table(options.options), columns.series, plan)


def _plan(plan: Plan, series: Read) -> Plan:
    """Figures written with a per cent sign are percentages, unless somebody says otherwise."""
    if series.is_percentage and plan.unit is None:
        return replace(plan, unit=Unit.PERCENTAGE)
    return plan


def _tell(read: dict[str, Read], plans: dict[str, Plan], plan: Plan) -> None:
    """Say on the error stream what a person would want to know and no chart can show."""
    if unknown := [name for name in plans if name not in read]:
        who = "One series has" if len(unknown) == 1 else f"{len(unknown)} series have"
        _say(f"{who} options and no points: {', '.join(unknown[:5])}.")
    if any(lacks_reason(each) for each in (plan, *plans.values())):
        _say("Some charts are rebased without a reason. Give one: rebase_reasons, or --rebase DATE=REASON.")


def _say(words: str) -> None:
    print(f"fanlight spc: {words}", file=sys.stderr)
