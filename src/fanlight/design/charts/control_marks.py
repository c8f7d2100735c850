"""Marks on a control chart: a numbered flag at a day, and a bar along the ground for a stretch of days.

The words stand beside the chart, numbered alike: inside it they would cover points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts import control_pen as pen
from fanlight.design.charts.control_frame import Frame, days

ROWS = 3  # of flags, one above the other; the frame leaves room for them


@dataclass(frozen=True)
class Mark:
    """Something that happened at a day, or from one day to another. `sign` is a letter or two."""

    on: date
    sign: str
    words: str
    until: date | None = None


def drawn_marks(frame: Frame, marks: Sequence[Mark]) -> list[Markup]:
    """Bars first, so that flags stand on top; flags that would touch stand one above the other.

    What was over before the first point has no place on the chart; its words beside it remain.
    """
    first = frame.chart.periods[0].astype("datetime64[D]").item()
    marks = [mark for mark in marks if (mark.until or mark.on) >= first]
    bars = [_bar(frame, mark) for mark in marks if mark.until is not None]
    flags: list[Markup] = []
    last = [float("-inf")] * ROWS
    for mark in sorted(marks, key=lambda each: each.on):
        x = _x(frame, mark.on)
        row = _free_row(last, x - frame.size.text * 1.5)
        flags += _flag(frame, mark, x, row=row)
        last[row] = x
    return [*bars, *flags]


def _free_row(last: Sequence[float], before: float) -> int:
    """The lowest row whose last flag is far enough away; if there is none, the one with most room."""
    free = (row for row, x in enumerate(last) if x <= before)
    return next(free, min(range(ROWS), key=last.__getitem__))


def _x(frame: Frame, day: date) -> float:
    """Where a day lies; at the edge if it is before the first point or after the last."""
    first, last = (days(frame.chart.periods[index]) for index in (0, -1))
    return frame.across(min(max(days(np.datetime64(day)), first), last))


def _bar(frame: Frame, mark: Mark) -> Markup:
    start, end = _x(frame, mark.on), _x(frame, mark.until or mark.on)
    return pen.element(
        "rect",
        x=start - 2,
        y=frame.up.start - 3,
        width=max(end - start, 0) + 4,
        height=6,
        rx=3,
        fill=palette.SUN,
        stroke=palette.INK,
        stroke_width=0.8,
        class_="fl-spc-cycle",
    )


def _flag(frame: Frame, mark: Mark, x: float, *, row: int) -> list[Markup]:
    radius = frame.size.text * 0.68
    y = frame.up.end - frame.size.text * (0.2 + 1.4 * row)
    line = {"stroke": palette.SLATE, "stroke_width": 0.9, "stroke_dasharray": "2 2"}
    return [
        pen.element("line", x1=x, x2=x, y1=y + radius, y2=frame.up.start, class_="fl-spc-mark", **line),
        pen.element(
            "circle", cx=x, cy=y, r=radius, fill=palette.SUN_PALE, stroke=palette.INK, stroke_width=1
        ),
        pen.words(
            mark.sign,
            x,
            y + frame.size.text * 0.3,
            size=frame.size.text * 0.82,
            text_anchor="middle",
            font_weight="bold",
        ),
    ]
