"""Answers as bars that part in the middle: disagreement to the left, agreement to the right.

The share of favourable answers is written at the end of its bar, with its interval as a thin line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts.figures import Answers, Bound, said
from fanlight.design.charts.svg import WIDE, Pen, is_narrow, text_width, wrapped

SAND, DEW, CHALK = "#f0d0a0", "#cfe6e4", "#f2eee6"  # steps between the house's colours, for longer scales
COLOURS = {
    2: (palette.AMBER, palette.TEAL),
    3: (palette.RUST, palette.STONE, palette.TEAL),
    4: (palette.RUST, palette.AMBER, palette.TEAL_LIGHT, palette.TEAL),
    5: (palette.RUST, palette.AMBER, palette.STONE, palette.TEAL_LIGHT, palette.TEAL),
    6: (palette.RUST, palette.AMBER, SAND, DEW, palette.TEAL_LIGHT, palette.TEAL),
    7: (palette.RUST, palette.AMBER, SAND, CHALK, DEW, palette.TEAL_LIGHT, palette.TEAL),
}
AGREEING = ("Strongly disagree", "Strongly agree")
FAVOURABLE = ("Unfavourable", "Favourable")
LABEL = 15
BAR = 26


@dataclass(frozen=True)
class Scale:
    """Where a share falls: per cents to the left of the middle are negative."""

    left: float
    right: float
    reach_left: int
    reach_right: int

    def at(self, percent: float) -> float:
        span = self.reach_left + self.reach_right
        return self.left + (percent + self.reach_left) / span * (self.right - self.left)


def sides(shares: Sequence[int]) -> tuple[float, float]:
    """How far the bar reaches to the left and to the right; a middle answer is shared out."""
    half = len(shares) // 2
    middle = shares[half] / 2 if len(shares) % 2 else 0
    return sum(shares[:half]) + middle, sum(shares[-half:]) + middle


def reach(rows: Sequence[Answers]) -> tuple[int, int]:
    """How much room the bars need on both sides, in steps of twenty, so that neighbouring charts agree."""
    left, right = 40, 80
    for row in rows:
        if row.shares:
            row_left, row_right = sides(row.shares)
            middle = row_right - (row.positive or 0)
            row_right = max(row_right, middle + (row.high or 0))
        else:
            row_left, row_right = 0, 100 if row.positive is not None else 0
        left = max(left, -(-int(row_left + 0.5) // 20) * 20)
        right = max(right, -(-int(row_right + 0.5) // 20) * 20)
    return left, right


def answers_chart(
    rows: Sequence[Answers],
    *,
    title: str,
    ends: tuple[str, str] | None = None,
    reaches: tuple[int, int] | None = None,
    has_labels: bool = True,
    has_key: bool = True,
    width: int = WIDE,
) -> Markup:
    """One statement, or several on one axis. `reaches` (see `reach`) keeps several charts on one scale.

    Without labels, for a chart that stands beside its own words, only the bars are drawn.
    """
    for row in rows:
        if row.shares and len(row.shares) not in COLOURS:
            raise ValueError(f"“{row.label}” has {len(row.shares)} answers; bars are drawn for two to seven.")
    pen, narrow = Pen(width), is_narrow(width)
    start = 0 if narrow or not has_labels else round(width * 0.36)
    scale = Scale(start, width - 58, *(reaches or reach(rows)))
    y = _key(pen, rows, ends, start) if has_key else 0.0
    for row in rows:
        y = _row(pen, row, scale, y, narrow=narrow) if has_labels else _bar(pen, row, scale, y + 6) + 14
    return pen.finished(y, title, describe(rows))


def describe(rows: Sequence[Answers]) -> str:
    """What the chart shows, in words."""
    return " ".join(_sentence(row) for row in rows)


def _sentence(row: Answers) -> str:
    if row.withheld or row.positive is None:
        return f"{row.label}: {row.withheld}"
    name = f"{row.label} ({row.turned})" if row.turned else row.label
    return f"{name}: {said(row.positive, row.bound, row.low, row.high)} positive."


def _key(pen: Pen, rows: Sequence[Answers], ends: tuple[str, str] | None, start: float) -> float:
    """The colours in their order, between the names of the two ends."""
    many = max((len(row.shares) for row in rows), default=0)
    if not many:
        return 4
    ends = ends or (FAVOURABLE if any(row.turned for row in rows) else AGREEING)
    _colours(pen, many, ends, start)
    return 32


def _colours(pen: Pen, many: int, ends: tuple[str, str], x: float) -> float:
    room = (pen.width or WIDE) - x - 18 * many - 18
    is_tight = sum(text_width(end, 13) for end in ends) > room
    size, pane = (12, 9) if is_tight else (13, 16)
    x += text_width(ends[0], size) + 8
    pen.text(x - 8, 13, ends[0], size=size, fill=palette.SLATE, anchor="end")
    for colour in COLOURS[many]:
        pen.bar(x, 2, pane, 13, colour)
        x += pane + 2
    pen.text(x + 6, 13, ends[1], size=size, fill=palette.SLATE)
    return x + 8 + text_width(ends[1], size)


def answers_key(ends: tuple[str, str] = FAVOURABLE, *, many: int = 5) -> Markup:
    """The key alone, for a page where several charts share one."""
    pen = Pen(0)
    pen.width = round(_colours(pen, many, ends, 0))
    return pen.labelled(18, f"Key: from {ends[0].lower()} on the left to {ends[1].lower()} on the right.")


def _row(pen: Pen, row: Answers, scale: Scale, y: float, *, narrow: bool) -> float:
    room = pen.width if narrow else scale.left - 22
    label = wrapped(row.label, LABEL, room, bold=row.is_whole)
    turned = wrapped(f"({row.turned})", 13, room) if row.turned else []
    words = len(label) * LABEL * 1.28 + len(turned) * 13 * 1.28
    if narrow:
        below = pen.lines(0, y + 12, label, bold=row.is_whole)
        below = pen.lines(0, below, turned, size=13, fill=palette.SLATE)
        end = _bar(pen, row, scale, below - 6)
        return end + 22
    height = max(words, BAR)
    below = pen.lines(0, y + (height - words) / 2 + 14, label, bold=row.is_whole)
    pen.lines(0, below, turned, size=13, fill=palette.SLATE)
    end = _bar(pen, row, scale, y + (height - BAR) / 2)
    return max(y + height, end) + (24 if row.is_whole else 14)


def _bar(pen: Pen, row: Answers, scale: Scale, y: float) -> float:
    if row.withheld:
        reason = wrapped(row.withheld, 14, pen.width - scale.left - 4)
        lift = 18 if len(reason) == 1 else 9
        return max(y + BAR, pen.lines(scale.left, y + lift, reason, size=14, fill=palette.SLATE) - 10)
    pen.rule(scale.at(0), y - 5, scale.at(0), y + BAR + 5, palette.SLATE, 1)
    end = _shares(pen, row, scale, y) if row.shares else _bound(pen, row, scale, y)
    if row.bound is not Bound.EXACTLY:
        pen.text(end + 8, y + 9, row.bound.value.strip(), size=12, fill=palette.SLATE)
        pen.text(end + 8, y + 25, f"{row.positive}%", size=17, bold=True)
    else:
        pen.text(end + 8, y + 19, f"{row.positive}%", size=17, bold=True)
    return y + BAR


def _shares(pen: Pen, row: Answers, scale: Scale, y: float) -> float:
    """The bar itself. Says where it, or its interval, ends."""
    left, right = sides(row.shares)
    at = -left
    for share, colour in zip(row.shares, COLOURS[len(row.shares)], strict=True):
        x = scale.at(at)
        at += share
        wide = scale.at(at) - x
        pen.bar(x, y, wide, BAR, colour, stroke=palette.SHEET, stroke_width="1.5")
    end = scale.at(right)
    if row.low is None or row.high is None or row.low == row.high or row.positive is None:
        return end
    middle = right - row.positive
    pen.whisker(scale.at(middle + row.low), scale.at(middle + row.high), y + BAR / 2)
    return max(end, scale.at(middle + row.high) + 2)


def _bound(pen: Pen, row: Answers, scale: Scale, y: float) -> float:
    """A figure known only to be so high, or so low: a solid bar, then an open one."""
    value = row.positive or 0
    solid, opened = (value, 100) if row.bound is Bound.AT_LEAST else (0, value)
    pen.bar(scale.at(0), y, scale.at(solid) - scale.at(0), BAR, palette.TEAL)
    dashes = {"stroke": palette.TEAL, "stroke_width": "1.5", "stroke_dasharray": "4 3"}
    if row.bound is not Bound.EXACTLY:
        pen.bar(
            scale.at(solid), y + 0.75, scale.at(opened) - scale.at(solid), BAR - 1.5, palette.SHEET, **dashes
        )
    return scale.at(opened if row.bound is not Bound.EXACTLY else value)
