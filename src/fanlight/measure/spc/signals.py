"""The rules that tell a signal from noise: one function for each, and the sets of rules in use.

A rule looks at one piece at a time: rebasing begins the count again. Every rule marks all the points that
take part in its pattern, not only the last.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np

from fanlight.measure.spc.pieces import BoolArray, CodeArray, FloatArray, Pieces, run_lengths


class Side(IntEnum):
    """Which side of the centre line; for a trend, which way it goes (above: rising)."""

    BELOW = -1
    ON = 0
    ABOVE = 1


class Signal(IntEnum):
    """What marks a point as special. A point carries the first that applies, in the order of its rule set."""

    NONE = 0
    OUTSIDE = 1
    TREND = 2
    TWO_OF_THREE = 3
    SHIFT = 4

    @property
    def slug(self) -> str:
        """The name as files write it."""
        return self.name.lower()


@dataclass(frozen=True, eq=False)
class Band:
    """Points between their lines: what every rule looks at. All arrays are as long as `values`.

    `slack` is how far two figures may lie apart and still count as equal: rounding in the mean must not
    turn a point on the line into a point above it.
    """

    values: FloatArray
    centre: FloatArray
    lower: FloatArray
    upper: FloatArray
    near_lower: FloatArray
    near_upper: FloatArray
    slack: FloatArray
    pieces: Pieces

    @cached_property
    def sides(self) -> CodeArray:
        """`Side` of each point."""
        away = self.values - self.centre
        return (away > self.slack).astype(np.int8) - (away < -self.slack).astype(np.int8)

    @cached_property
    def is_outside(self) -> BoolArray:
        """Beyond a limit."""
        return self.beyond(self.lower, self.upper)

    def beyond(self, lower: FloatArray, upper: FloatArray) -> BoolArray:
        """Strictly above `upper` or strictly below `lower`."""
        found: BoolArray = (self.values - upper > self.slack) | (lower - self.values > self.slack)
        return found


@dataclass(frozen=True, eq=False)
class Marks:
    """One rule's verdict: where it applies, and the side (or direction) for each point."""

    applies: BoolArray
    sides: CodeArray


def outside(band: Band) -> Marks:
    """One point strictly beyond a limit.

    A point exactly on the limit is inside.
    """
    return Marks(applies=band.is_outside, sides=band.sides)


def trend(band: Band, length: int) -> Marks:
    """`length` points in a row, each strictly higher than the one before, or each strictly lower.

    Two equal neighbours end the trend. Six differences make a trend of seven points. A turning point that
    ends one trend and begins the next belongs to the one it ends.
    """
    steps = np.zeros(band.values.size, dtype=np.int8)
    before, after = band.values[:-1], band.values[1:]
    steps[1:] = (after > before).astype(np.int8) - (after < before).astype(np.int8)
    steps[band.pieces.is_first] = 0
    is_long = (steps != 0) & (run_lengths(steps, band.pieces.is_first) >= length - 1)
    leads_in = np.zeros_like(is_long)
    leads_in[:-1] = is_long[1:] & ~is_long[:-1]
    direction = steps.copy()
    np.copyto(direction[:-1], steps[1:], where=leads_in[:-1])
    return Marks(applies=is_long | leads_in, sides=direction)


def two_of_three(band: Band) -> Marks:
    """At least two of three neighbours in the outer third, all three on one side of the centre line.

    The outer third lies strictly beyond two thirds of the way to the limit and up to the limit itself. A
    point outside the limits does not count as one of the two. Only points in the outer third are marked.
    """
    sides = band.sides
    is_close = band.beyond(band.near_lower, band.near_upper) & ~band.is_outside
    found = np.zeros_like(is_close)
    if sides.size >= 3:
        same_side = np.abs(sides[:-2] + sides[1:-1] + sides[2:]) == 3
        count = is_close[:-2].astype(np.int8) + is_close[1:-1] + is_close[2:]
        within = ~(band.pieces.is_first[1:-1] | band.pieces.is_first[2:])
        window = same_side & (count >= 2) & within
        for shift_by in range(3):
            found[shift_by : shift_by + window.size] |= window
    return Marks(applies=found & is_close, sides=sides)


def shift(band: Band, length: int) -> Marks:
    """`length` points in a row on one side of the centre line. A point on the line ends the run."""
    sides = band.sides
    return Marks(applies=(sides != 0) & (run_lengths(sides, band.pieces.is_first) >= length), sides=sides)


@dataclass(frozen=True)
class RuleSet:
    """Which rules are looked for, and how long a run must be. Named on every chart and in every file."""

    slug: str
    title: str
    shift_length: int | None = None
    trend_length: int | None = None
    has_two_of_three: bool = False
    has_runs_test: bool = False

    def in_words(self) -> tuple[str, ...]:
        """Each rule as a short phrase, for captions.

        >>> MAKING_DATA_COUNT.in_words()[1]
        '7 points rising or falling'
        """
        phrases = ["a point outside the limits"]
        if self.trend_length:
            phrases.append(f"{self.trend_length} points rising or falling")
        if self.has_two_of_three:
            phrases.append("2 of 3 points close to a limit")
        if self.shift_length:
            phrases.append(f"{self.shift_length} points on one side")
        if self.has_runs_test:
            phrases.append("a run longer, or crossings fewer, than chance gives")
        return tuple(phrases)

    def rules(self) -> tuple[tuple[Signal, Callable[[Band], Marks]], ...]:
        """The rules in order of precedence: the first that applies names the point."""
        chosen: list[tuple[Signal, Callable[[Band], Marks]]] = [(Signal.OUTSIDE, outside)]
        if (rising := self.trend_length) is not None:
            chosen.append((Signal.TREND, lambda band: trend(band, rising)))
        if self.has_two_of_three:
            chosen.append((Signal.TWO_OF_THREE, two_of_three))
        if (one_side := self.shift_length) is not None:
            chosen.append((Signal.SHIFT, lambda band: shift(band, one_side)))
        return tuple(chosen)


MAKING_DATA_COUNT = RuleSet(
    slug="making-data-count",
    title="NHS Making Data Count",
    shift_length=7,
    trend_length=7,
    has_two_of_three=True,
)
SHIFT_8_TREND_6 = RuleSet(
    slug="shift-8-trend-6",
    title="Shift of 8, trend of 6",
    shift_length=8,
    trend_length=6,
    has_two_of_three=True,
)
SHEWHART = RuleSet(slug="shewhart", title="Shewhart, limits only")
ANHOEJ = RuleSet(slug="anhoej", title="Anhøj", has_runs_test=True)
RULE_SETS = {rules.slug: rules for rules in (MAKING_DATA_COUNT, SHIFT_8_TREND_6, SHEWHART, ANHOEJ)}


def look_for_signals(band: Band, rules: RuleSet) -> tuple[CodeArray, CodeArray]:
    """The signal of each point and the side it points to, as codes of `Signal` and `Side`.

    A point that several rules mark carries the first of them in the order of the rule set; for NHS Making
    Data Count: outside the limits, trend, two of three, shift.
    """
    signals = np.zeros(band.values.size, dtype=np.int8)
    sides = np.zeros(band.values.size, dtype=np.int8)
    for signal, rule in reversed(rules.rules()):
        marks = rule(band)
        np.copyto(signals, np.int8(signal), where=marks.applies)
        np.copyto(sides, marks.sides, where=marks.applies)
    return signals, sides
