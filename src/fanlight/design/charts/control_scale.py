"""Where things stand on a control chart, and how its figures and dates are written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import floor, log10

import numpy as np

from fanlight.measure.spc import ControlChart, Unit

MONTH_STEPS = (1, 2, 3, 4, 6, 12, 24, 36, 60, 120, 240)
DAY_STEPS = (1, 2, 3, 7, 14)
DAYS_IN_MONTH = 30.44


@dataclass(frozen=True)
class Scale:
    """A straight line from figures to places."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, figure: float) -> float:
        share = (figure - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


@dataclass(frozen=True)
class Figures:
    """How this chart writes its figures: all with as many decimals, so that they can be compared.

    >>> Figures(decimals=1, suffix="%").write(94.25), Figures(decimals=0).write(12345.6)
    ('94.2%', '12,346')
    """

    decimals: int
    suffix: str = ""

    def write(self, figure: float) -> str:
        text = f"{figure:,.{self.decimals}f}"
        return f"{'0' if float(text.replace(',', '')) == 0 else text}{self.suffix}".replace("-", "−")


def figures_of(chart: ControlChart) -> Figures:
    """As many decimals as tell a hundredth or so of the values' spread."""
    low, high = extent(chart, with_target=False)
    return Figures(decimals=_decimals((high - low) / 30), suffix=_suffix(chart))


def axis_figures(chart: ControlChart, marks: list[float]) -> Figures:
    """As many decimals as the marks on the axis need."""
    step = marks[1] - marks[0] if len(marks) > 1 else 1.0
    return Figures(decimals=_decimals(step), suffix=_suffix(chart))


def _decimals(step: float) -> int:
    return min(max(0, -floor(log10(step) + 1e-9)), 6)


def _suffix(chart: ControlChart) -> str:
    return "%" if chart.unit is Unit.PERCENTAGE else ""


def extent(chart: ControlChart, *, with_target: bool = True) -> tuple[float, float]:
    """The lowest and highest figure to be drawn. Nought is shown where it is near."""
    lower, upper = chart.drawn_limits()
    target = [] if chart.plan.target is None or not with_target else [chart.plan.target]
    drawn = np.concatenate([chart.values, chart.centre, lower, upper, target])
    finite = drawn[np.isfinite(drawn)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    if low == high:
        low, high = low - max(abs(low) * 0.1, 0.5), high + max(abs(high) * 0.1, 0.5)
    if 0 < low < 0.35 * (high - low):
        low = 0.0
    return low, high


def ticks(low: float, high: float, at_most: int) -> list[float]:
    """Round figures between low and high: steps of 1, 2 or 5 times a power of ten.

    >>> ticks(6100.0, 9400.0, 4)
    [7000.0, 8000.0, 9000.0]
    """
    rough = (high - low) / at_most
    power = 10.0 ** floor(log10(rough))
    step = next(size * power for size in (1, 2, 5, 10) if size * power >= rough * 0.999)
    first = np.ceil(low / step - 1e-9)
    last = np.floor(high / step + 1e-9)
    return [float(number * step) for number in np.arange(first, last + 1)]


@dataclass(frozen=True)
class DateTick:
    """A labelled day: its month (or day and month), and the year where it is new."""

    day: np.datetime64
    label: str
    year: str


def date_ticks(first: np.datetime64, last: np.datetime64, at_most: int) -> list[DateTick]:
    """A few days from first to last, evenly spaced in days or in months, beginning with the first.

    >>> months = date_ticks(np.datetime64("2016-04-01"), np.datetime64("2019-03-01"), 4)
    >>> [(tick.label, tick.year) for tick in months]
    [('Apr', '2016'), ('Apr', '2017'), ('Apr', '2018')]
    """
    span = int((last - first).astype(np.int64))
    days = next((step for step in DAY_STEPS if span / step < at_most), None)
    if days is not None:
        stops = [first + shift for shift in range(0, span + 1, days)]
        return _labelled(stops, by_day=True)
    months = next((step for step in MONTH_STEPS if span / DAYS_IN_MONTH / step < at_most), MONTH_STEPS[-1])
    start = first.astype("datetime64[M]")
    count = int((last.astype("datetime64[M]") - start).astype(np.int64)) // months + 1
    stops = [(start + months * index).astype("datetime64[D]") for index in range(count)]
    return _labelled([max(stop, first) for stop in stops], by_day=False)


def _labelled(stops: Iterable[np.datetime64], *, by_day: bool) -> list[DateTick]:
    found: list[DateTick] = []
    seen = ""
    for stop in stops:
        day: date = stop.astype("datetime64[D]").item()
        year = f"{day.year}"
        label = f"{day.day} {day:%b}" if by_day else f"{day:%b}"
        found.append(DateTick(stop, label, "" if year == seen else year))
        seen = year
    return found


def apart(places: list[float], gap: float, low: float, high: float) -> list[float]:
    """The places moved as little as may be so that none is nearer than `gap` to the next.

    >>> apart([10.0, 12.0, 40.0], 10.0, 0.0, 100.0)
    [6.0, 16.0, 40.0]
    """
    order = sorted(range(len(places)), key=places.__getitem__)
    groups: list[tuple[float, list[int]]] = []  # the first place of each group, and who is in it
    for index in order:
        groups.append((places[index], [index]))
        while len(groups) > 1 and _touch(groups[-2], groups[-1], gap):
            (_, earlier), (_, later) = groups[-2:]
            groups[-2:] = [_settled(earlier + later, places, gap, low, high)]
    moved = list(places)
    for start, members in groups:
        for step, index in enumerate(members):
            moved[index] = min(max(start, low), high - gap * (len(members) - 1)) + step * gap
    return moved


def _touch(before: tuple[float, list[int]], after: tuple[float, list[int]], gap: float) -> bool:
    return before[0] + gap * len(before[1]) > after[0]


def _settled(
    members: list[int], places: list[float], gap: float, low: float, high: float
) -> tuple[float, list[int]]:
    start = sum(places[index] - gap * step for step, index in enumerate(members)) / len(members)
    return min(max(start, low), high - gap * (len(members) - 1)), members
