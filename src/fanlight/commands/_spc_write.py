"""Write charts as a table of text or as JSON, a series at a time."""

import json
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

from fanlight.design.charts.control_scale import figures_of
from fanlight.design.charts.control_words import finding
from fanlight.measure.spc import ControlChart, PointType, RuleSet, Segment, Side, Signal
from fanlight.measure.spc.pieces import FloatArray

Named = Sequence[tuple[str, ControlChart]]
HEADINGS = (
    "series",
    "points",
    "last",
    "value",
    "mean",
    "lower",
    "upper",
    "variation",
    "assurance",
    "finding",
)
RIGHT = range(1, 7)
SIGNALS = {int(signal): signal.slug if signal is not Signal.NONE else None for signal in Signal}
SIDES = {int(Side.ABOVE): "above", int(Side.ON): None, int(Side.BELOW): "below"}
TYPES = {int(kind): kind.slug for kind in PointType}


def as_json(charts: Named, rules: RuleSet) -> Iterator[str]:
    """One JSON document, in pieces."""
    yield f'{{"rule_set": {json.dumps(rules.slug)}, "rule_set_title": {json.dumps(rules.title)}, "series": ['
    for number, (name, chart) in enumerate(charts):
        yield (",\n" if number else "\n") + json.dumps(
            series(name, chart), ensure_ascii=False, allow_nan=False
        )
    yield "\n]}\n"


def series(name: str, chart: ControlChart) -> dict[str, Any]:
    """One series as plain values: figures that cannot be had are null."""
    return {
        "id": name,
        "chart": chart.kind.value,
        "better": chart.plan.better.name.lower(),
        "target": chart.plan.target,
        "screened": chart.plan.is_screened,
        "finding": finding(chart),
        "warnings": [caution.words for caution in chart.cautions],
        "segments": [_segment(segment) for segment in chart.segments],
        "points": list(_points(chart)),
        "variation": chart.variation.value,
        "assurance": None if chart.assurance is None else chart.assurance.value,
    }


def _segment(segment: Segment) -> dict[str, Any]:
    written: dict[str, Any] = {
        "from": str(segment.starts_on),
        "mean": segment.mean,
        "lower": segment.lower,
        "upper": segment.upper,
        "n": segment.size,
        "n_limits": segment.used,
        "trial": segment.is_trial,
        "reason": segment.reason,
    }
    if (test := segment.runs) is not None:
        written["runs"] = {
            "useful": test.useful,
            "longest_run": test.longest_run,
            "longest_run_allowed": test.longest_run_allowed,
            "crossings": test.crossings,
            "fewest_crossings_allowed": test.fewest_crossings_allowed,
            "signal": test.is_signal,
        }
    return written


def _points(chart: ControlChart) -> Iterator[dict[str, Any]]:
    columns = {
        "period": chart.periods.astype(str).tolist(),
        "value": chart.values.tolist(),
        "mean": chart.centre.tolist(),
        "lower": _with_nulls(chart.lower),
        "upper": _with_nulls(chart.upper),
        "near_lower": _with_nulls(chart.near_lower),
        "near_upper": _with_nulls(chart.near_upper),
        "signal": [SIGNALS[code] for code in chart.signals.tolist()],
        "side": [SIDES[code] for code in chart.sides.tolist()],
        "type": [TYPES[code] for code in chart.types.tolist()],
    }
    return (dict(zip(columns, point, strict=True)) for point in zip(*columns.values(), strict=True))


def _with_nulls(figures: FloatArray) -> list[float | None]:
    return [figure if isfinite(figure) else None for figure in figures.tolist()]


def as_table(charts: Named, rules: RuleSet) -> Iterator[str]:
    """A line for each series under a heading, then what has to be said about the data."""
    lines: list[tuple[str, ...]] = [HEADINGS]
    lines += [_line(name, chart) for name, chart in charts]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]) - 1)]
    yield f"Rules: {rules.title} ({rules.slug}): {'; '.join(rules.in_words())}.\n\n"
    for line in lines:
        cells = [
            cell.rjust(width) if place in RIGHT else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=False))
        ]
        yield "  ".join([*cells, line[-1]]) + "\n"
    told = [(name, caution.words) for name, chart in charts for caution in chart.cautions]
    if told:
        yield "\n" + "".join(f"{name}: {words}\n" for name, words in told)


def _line(name: str, chart: ControlChart) -> tuple[str, ...]:
    if not len(chart):
        return (name, "0", *[""] * 5, "", "", finding(chart))
    figures = figures_of(chart)
    levels = (chart.values[-1], chart.centre[-1], chart.lower[-1], chart.upper[-1])
    return (
        name,
        str(len(chart)),
        str(chart.periods[-1]),
        *(figures.write(float(level)) if isfinite(level) else "–" for level in levels),
        chart.variation.value.replace("_", " "),
        "–" if chart.assurance is None else chart.assurance.value.replace("_", " "),
        finding(chart),
    )
