"""The charts: values (XmR), runs, percentages (P), rates (U), time and cases between events (T, G)."""

from collections.abc import Callable, Sequence

import numpy as np

from fanlight.measure.spc import lines
from fanlight.measure.spc.batch import draw_up
from fanlight.measure.spc.chart import ChartKind, ControlChart
from fanlight.measure.spc.plan import Plan
from fanlight.measure.spc.points import Points
from fanlight.measure.spc.signals import ANHOEJ, MAKING_DATA_COUNT, RuleSet

Series = Sequence[tuple[Points, Plan]]


def xmr(points: Points, plan: Plan = Plan()) -> ControlChart:  # noqa: B008 (a Plan cannot be changed)
    """Individual values and their moving range, as NHS Making Data Count draws them.

    Formula: mean ± 2.66 × mean |x_i − x_(i−1)| within each segment; near limits two thirds of the way.
    Units: those of the values. Missing data: see `Points.of`.
    Errors: none for any number of points; what is wanting is said in `cautions`.
    Source: NHS England, Making Data Count; D. J. Wheeler, Understanding Variation.
    In R: `NHSRplotthedots::ptd_spc`.

    >>> months = np.arange("2026-01", "2026-09", dtype="datetime64[M]")
    >>> chart = xmr(Points.of(months, [5, 6, 5, 4, 5, 6, 5, 12]))
    >>> chart.centre[0].item(), round(chart.upper[0].item(), 2), chart.last_signal
    (6.0, 10.94, <Signal.OUTSIDE: 1>)
    """
    return xmr_many([(points, plan)])[0]


def xmr_many(series: Series) -> list[ControlChart]:
    """`xmr` for any number of series, each with its own plan, in one pass."""
    return draw_up(ChartKind.XMR, series, lines.xmr_lines)


def run_chart(points: Points, plan: Plan = Plan(rules=ANHOEJ)) -> ControlChart:  # noqa: B008
    """Values about their median, judged by runs and crossings; no limits.

    Formula: the median of each segment (or of its first `plan.fix` points); rules in `runs.runs_test`.
    Source: as there. In R: `qicharts2::qic(chart = "run")`.

    >>> chart = run_chart(Points.of(np.arange("2026-01", "2026-11", dtype="datetime64[M]"), range(10)))
    >>> chart.centre[0].item(), chart.segments[0].runs.has_few_crossings
    (4.5, True)
    """
    return run_many([(points, plan)])[0]


def run_many(series: Series) -> list[ControlChart]:
    """`run_chart` for any number of series."""
    return draw_up(ChartKind.RUN, series, lines.run_lines)


def p_chart(points: Points, plan: Plan = Plan()) -> ControlChart:  # noqa: B008
    """A percentage of a size that differs from period to period.

    `points.values` are the counts, `points.sizes` what they are out of; the chart's values are per cent.
    Formula: p̄ = Σ counts ÷ Σ sizes; limits p̄ ± 3 √(p̄ (1 − p̄) ÷ size), each × 100.
    Limits may lie beyond 0 or 100: they are cut for drawing only.
    Errors: ValueError without sizes, or for a count below nought or above its size.
    Source: D. C. Montgomery, Introduction to Statistical Quality Control, chapter 7.
    In R: `qicharts2::qic(chart = "p")`.

    >>> chart = p_chart(Points.of(["2026-01-01", "2026-02-01"], [2, 4], sizes=[10, 20]))
    >>> chart.values.round(6).tolist(), round(chart.upper[1].item(), 4)
    ([20.0, 20.0], 46.8328)
    """
    return p_many([(points, plan)])[0]


def p_many(series: Series) -> list[ControlChart]:
    """`p_chart` for any number of series."""
    for points, _ in series:
        _refuse_counts(points, at_most_size=True)
    return draw_up(ChartKind.P, series, lines.p_lines)


def u_chart(points: Points, plan: Plan = Plan()) -> ControlChart:  # noqa: B008
    """A rate: events per unit of opportunity, the opportunity differing from period to period.

    `points.values` are the counts, `points.sizes` the opportunity (bed days); the chart's values are for
    `plan.per` of it.
    Formula: ū = Σ counts ÷ Σ sizes; limits ū ± 3 √(ū ÷ size), each × per.
    Errors: ValueError without sizes, or for a count below nought.
    Source: Montgomery, as above. In R: `qicharts2::qic(chart = "u", multiply = per)`.

    >>> chart = u_chart(Points.of(["2026-01-01", "2026-02-01"], [2, 4], sizes=[10, 20]), Plan(per=10))
    >>> chart.centre[0].item(), round(chart.lower[1].item(), 2)
    (2.0, -1.0)
    """
    return u_many([(points, plan)])[0]


def u_many(series: Series) -> list[ControlChart]:
    """`u_chart` for any number of series."""
    for points, _ in series:
        _refuse_counts(points, at_most_size=False)
    return draw_up(ChartKind.U, series, lines.u_lines)


def t_chart(points: Points, plan: Plan = Plan()) -> ControlChart:  # noqa: B008
    """Time between rare events; see `between` for making the points from the dates.

    Formula: y = time^(1/3.6); mean ± 2.66 × mean moving range of y; all raised to the power 3.6 again.
    The rules look at y. A lower limit below nought in y becomes nought.
    Missing data: see `Points.of`. Errors: ValueError for a negative time.
    Source: L. S. Nelson, Journal of Quality Technology 26 (1994) 239–240.
    In R: `qicharts2::qic(chart = "t")`, which screens moving ranges and uses 3 ÷ 1.128 for 2.66.

    >>> chart = t_chart(Points.of(["2026-01-05", "2026-02-01", "2026-02-20"], [5.0, 27.0, 19.0]))
    >>> chart.values.round(6).tolist(), round(chart.centre[0].item(), 2)
    ([5.0, 27.0, 19.0], 14.68)
    """
    return t_many([(points, plan)])[0]


def t_many(series: Series) -> list[ControlChart]:
    """`t_chart` for any number of series."""
    for points, _ in series:
        _refuse_negative(points)
    return draw_up(ChartKind.T, series, lines.t_lines, lines.back_from_power)


def g_chart(points: Points, plan: Plan = Plan()) -> ControlChart:  # noqa: B008
    """Cases (or days) counted between rare events.

    Formula: limits m ± 3 √(m (m + 1)) with m the mean count; the centre line, which the runs are judged
    about, is the median, as the distribution leans far to one side.
    Errors: ValueError for a negative count.
    Source: J. C. Benneyan, Health Care Management Science 4 (2001) 305–318.
    In R: `qicharts2::qic(chart = "g")`, which cuts the lower limit to nought in the figures also.

    >>> chart = g_chart(Points.of(["2026-01-05", "2026-02-01", "2026-02-20"], [5, 27, 19]))
    >>> chart.centre[0].item(), round(chart.upper[0].item(), 2)
    (19.0, 69.48)
    """
    return g_many([(points, plan)])[0]


def g_many(series: Series) -> list[ControlChart]:
    """`g_chart` for any number of series."""
    for points, _ in series:
        _refuse_negative(points)
    return draw_up(ChartKind.G, series, lines.g_lines)


def between(events: Points) -> Points:
    """The days between neighbouring events, each dated by the later one.

    Two events on one day are 0 days apart. Only `events.periods` counts.
    Errors: ValueError for fewer than two events.

    >>> between(Points.of(["2026-01-05", "2026-02-01"], [1, 1])).values.tolist()
    [27.0]
    """
    if events.periods.size < 2:
        raise ValueError("two events are needed for one time between events")
    days = np.diff(events.periods).astype(np.float64)
    return Points.of(events.periods[1:], days)


BY_KIND: dict[ChartKind, Callable[[Series], list[ControlChart]]] = {
    ChartKind.XMR: xmr_many,
    ChartKind.RUN: run_many,
    ChartKind.P: p_many,
    ChartKind.U: u_many,
    ChartKind.T: t_many,
    ChartKind.G: g_many,
}


def default_rules(kind: ChartKind) -> RuleSet:
    """The rules that go with a chart unless somebody says otherwise."""
    return ANHOEJ if kind is ChartKind.RUN else MAKING_DATA_COUNT


def _refuse_counts(points: Points, *, at_most_size: bool) -> None:
    if points.sizes is None:
        raise ValueError("this chart needs sizes: what each count is out of")
    _refuse_negative(points)
    if at_most_size and (too_many := points.values > points.sizes).any():
        period = points.periods[too_many][0]
        raise ValueError(f"the count dated {period} is greater than what it is out of")


def _refuse_negative(points: Points) -> None:
    if (below := points.values < 0).any():
        raise ValueError(f"the figure dated {points.periods[below][0]} is less than nought")
