"""A control chart laid out: its size, its scales, its margins, the names at the ends of its lines."""

from dataclasses import dataclass
from math import isfinite

import numpy as np

from fanlight.design import palette
from fanlight.design.charts import control_pen as pen
from fanlight.design.charts.control_scale import Figures, Scale, axis_figures, extent, figures_of, ticks
from fanlight.design.charts.control_words import plain
from fanlight.design.charts.svg import text_width
from fanlight.measure.spc import ChartKind, ControlChart


@dataclass(frozen=True)
class Size:
    """The drawing's own units. Text scales with them, so choose the size nearest to the space there is."""

    width: float
    height: float
    text: float
    ticks_across: int
    ticks_up: int
    radius: float


NARROW = Size(width=330, height=230, text=13, ticks_across=4, ticks_up=4, radius=3.0)
WIDE = Size(width=760, height=360, text=14, ticks_across=9, ticks_up=5, radius=4.4)
CROWDED = 3.0  # units from point to point


@dataclass(frozen=True, eq=False)
class Frame:
    """One chart laid out: its scales, its figures, its margins."""

    chart: ControlChart
    size: Size
    across: Scale
    up: Scale
    figures: Figures

    @property
    def room(self) -> float:
        """How far one point stands from the next."""
        return (self.across.end - self.across.start) / max(len(self.chart), 1)

    @property
    def is_crowded(self) -> bool:
        """Whether marks for every point would hide each other: then the line alone stands for the usual ones."""
        return self.room < CROWDED

    @property
    def radius(self) -> float:
        """Smaller where points stand close together, but never too small to tell one shape from another."""
        return max(2.2 if self.is_crowded else 1.5, min(self.size.radius, self.room * 0.42))

    def x(self, index: int) -> float:
        return self.across(days(self.chart.periods[index]))

    def y(self, figure: float) -> float:
        return self.up(figure)


def days(period: np.datetime64) -> float:
    """The period as days since 1970: the scale across."""
    return float(period.astype("datetime64[D]").astype(np.int64))


def frame_of(chart: ControlChart, size: Size, *, has_flags: bool = False) -> Frame:
    """Lay a chart out: the margins are as wide as the words that stand in them. Flags need room at the top."""
    low, high = extent(chart)
    figures = figures_of(chart)
    marks = [mark for _, mark in marks_up(chart, low, high, size)] or ["0"]
    left = max(text_width(mark, size.text) for mark in marks) + 8
    right = (
        max(text_width(label.text, size.text, bold=label.is_bold) for label in line_ends(chart, figures)) + 7
    )
    top, bottom = size.text * (3.9 if has_flags else 1.5), size.height - size.text * 2.9
    first, last = days(chart.periods[0]), days(chart.periods[-1])
    edge = size.radius * 2
    pad = (high - low) * 0.05
    floor = low if low == chart.unit.floor else low - pad
    ceiling = high if high == chart.unit.ceiling else high + pad
    return Frame(
        chart=chart,
        size=size,
        across=Scale(first, last if last > first else first + 1, left + edge, size.width - right - edge),
        up=Scale(floor, ceiling, bottom, top),
        figures=figures,
    )


def marks_up(chart: ControlChart, low: float, high: float, size: Size) -> list[tuple[float, str]]:
    """The figures named on the axis that goes up, and how they are written."""
    places = ticks(low, high, size.ticks_up)
    figures = axis_figures(chart, places)
    return [(place, figures.write(place)) for place in places]


@dataclass(frozen=True)
class LineEnd:
    """A line's name and level at its right end."""

    text: str
    level: float
    colour: str
    is_bold: bool


def line_ends(chart: ControlChart, figures: Figures) -> list[LineEnd]:
    """The lines that have a name at their right end."""
    lower, upper = chart.drawn_limits()
    middle = "median" if chart.kind.centre_is_median else "mean"
    centre = float(chart.centre[-1])
    ends = [LineEnd(f"{middle} {figures.write(centre)}", centre, palette.INK, is_bold=True)]
    if isfinite(float(upper[-1])) and chart.kind is not ChartKind.RUN:
        limits = (("upper", float(upper[-1])), ("lower", float(lower[-1])))
        ends += [
            LineEnd(f"{word} {_limit(chart, limit, figures)}", limit, palette.SLATE, is_bold=False)
            for word, limit in limits
        ]
    if chart.plan.target is not None:
        text = f"target {plain(chart.plan.target, figures)}"
        ends.append(LineEnd(text, chart.plan.target, pen.TARGET, is_bold=True))
    return ends


def _limit(chart: ControlChart, limit: float, figures: Figures) -> str:
    """A limit's level; where the scale ends it is a whole figure."""
    is_end = limit in {chart.unit.floor, chart.unit.ceiling}
    return plain(limit, figures) if is_end else figures.write(limit)
