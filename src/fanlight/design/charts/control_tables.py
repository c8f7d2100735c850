"""The table behind a control chart: the same figures, ready to be read out."""

from collections.abc import Iterator

from fanlight.design.charts.control_scale import figures_of
from fanlight.design.charts.control_words import is_by_day, month
from fanlight.design.parts import Table
from fanlight.measure.spc import ChartKind, ControlChart, PointType, Side, Signal

NOTHING = "–"
SIGNALS = {
    Signal.OUTSIDE: "outside the limits",
    Signal.TREND: "part of a trend",
    Signal.TWO_OF_THREE: "close to a limit",
    Signal.SHIFT: "part of a shift",
}


def control_table(chart: ControlChart, *, name: str) -> Table:
    """Each point with its lines and what it shows. Limits are as calculated, not as cut for drawing."""
    middle = "Median" if chart.kind.centre_is_median else "Mean"
    limits = () if chart.kind is ChartKind.RUN else ("Lower limit", "Upper limit")
    return Table(
        caption=name, columns=("Period", "Value", middle, *limits, "Signal"), rows=tuple(_rows(chart))
    )


def _rows(chart: ControlChart) -> Iterator[tuple[str, ...]]:
    write, by_day = figures_of(chart).write, is_by_day(chart)
    limits = [] if chart.kind is ChartKind.RUN else [chart.lower, chart.upper]
    lines = zip(*(line.tolist() for line in (chart.values, chart.centre, *limits)), strict=True)
    for index, levels in enumerate(lines):
        cells = [write(level) if level == level else NOTHING for level in levels]
        yield month(chart.periods[index], by_day=by_day), *cells, what_it_shows(chart, index)


def what_it_shows(chart: ControlChart, index: int) -> str:
    """One point's signal in words; empty where it is usual."""
    signal = chart.signal_at(index)
    if signal is Signal.NONE:
        return ""
    kind = chart.type_at(index)
    side = "high" if Side(int(chart.sides[index])) is Side.ABOVE else "low"
    meaning = side if kind in {PointType.NEUTRAL_HIGH, PointType.NEUTRAL_LOW} else kind.slug
    return f"{meaning}: {SIGNALS[signal]}"
