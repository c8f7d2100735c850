"""Figures along one line from 0 to 100: levels with their intervals, and changes between two rounds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts.figures import Bound, Change, Level, Way, said
from fanlight.design.charts.svg import WIDE, Pen, is_narrow, text_width, wrapped

LABEL = 15
LANE = 40
INK_OF = {Way.BETTER: palette.TEAL, Way.WORSE: palette.RUST, Way.UNSURE: palette.SLATE}
Row = TypeVar("Row", Level, Change)


@dataclass(frozen=True)
class Lane:
    """The line that figures stand on, and the words' room to its left and right."""

    left: float
    right: float
    narrow: bool
    verdicts: float = 0
    room_above: float = 8  # for figures between a name and its lane, on a narrow picture

    def at(self, percent: float) -> float:
        return self.left + min(max(percent, 0), 100) / 100 * (self.right - self.left)


def level_chart(rows: Sequence[Level], *, title: str, width: int = WIDE) -> Markup:
    """Figures as dots on one line, their intervals as pale bands; hollow dots are the round before."""
    narrow = is_narrow(width)
    lane = Lane(9 if narrow else round(width * 0.33), width - 66, narrow, room_above=0)
    description = " ".join(_level_in_words(row) for row in rows)
    return _drawn(rows, lane, _level, width=width, title=title, description=description)


def change_chart(rows: Sequence[Change], *, title: str, width: int = WIDE) -> Markup:
    """Before (hollow) and now (solid), the difference's interval as a pale band, and the verdict in words."""
    narrow = is_narrow(width)
    right = width - 9 if narrow else round(width * 0.66)
    lane = Lane(9 if narrow else round(width * 0.3), right, narrow, 0 if narrow else right + 24)
    description = " ".join(_change_in_words(row) for row in rows)
    return _drawn(rows, lane, _change, width=width, title=title, description=description)


def _drawn(
    rows: Sequence[Row],
    lane: Lane,
    draw: Callable[[Pen, Row, Lane, float], float],
    *,
    width: int,
    title: str,
    description: str,
) -> Markup:
    pen = Pen(width)
    y = _scale(pen, lane, _key(pen, rows))
    for row in rows:
        y = draw(pen, row, lane, _label(pen, row.label, lane, y))
    return pen.finished(y, title, description)


def _key(pen: Pen, rows: Sequence[Level] | Sequence[Change]) -> float:
    """What the hollow dot, the full dot and the band are. Says where the picture may begin."""
    dots = (
        (palette.SHEET, "last time"),
        (palette.INK if isinstance(rows[0], Change) else palette.TEAL_DEEP, "now"),
    )
    x = 7.0
    if any(row.before is not None for row in rows):
        for fill, words in dots:
            pen.dot(x, 10, 5.5, fill)
            pen.text(x + 12, 15, words, size=13, fill=palette.SLATE)
            x += text_width(words, 13) + 34
    _band(pen, x - 6, x + 18, 10, 12)
    pen.text(x + 25, 15, "where it may be", size=13, fill=palette.SLATE)
    return 30


def _scale(pen: Pen, lane: Lane, y: float) -> float:
    for percent, anchor in ((0, "start"), (50, "middle"), (100, "end")):
        x = lane.at(percent) + {"start": -4, "middle": 0, "end": 4}[anchor]
        pen.text(x, y + 12, f"{percent}%", size=13, fill=palette.SLATE, anchor=anchor)
    return y + 24


def _label(pen: Pen, label: str, lane: Lane, y: float) -> float:
    """The row's name, above its lane or, with room, beside it. Says where the lane begins."""
    lines = wrapped(label, LABEL, pen.width if lane.narrow else lane.left - 26)
    if lane.narrow:
        return pen.lines(0, y + 20, lines) - 16 + lane.room_above
    pen.lines(0, y + LANE / 2 + 5 - (len(lines) - 1) * LABEL * 0.64, lines)
    return y


def _ground(pen: Pen, lane: Lane, y: float) -> None:
    pen.rule(lane.at(0), y, lane.at(100), y, palette.LINE, 1.5)
    for percent in (0, 50, 100):
        pen.rule(lane.at(percent), y - 4, lane.at(percent), y + 4, palette.LINE, 1.5)


def _withheld(pen: Pen, reason: str, lane: Lane, y: float) -> float:
    lines = wrapped(reason, 14, pen.width - lane.left - 4)
    y += 18 if lane.narrow else LANE / 2 + 5 - (len(lines) - 1) * 9
    return pen.lines(0 if lane.narrow else lane.left, y, lines, size=14, fill=palette.SLATE)


def _level(pen: Pen, row: Level, lane: Lane, y: float) -> float:
    if row.withheld or row.value is None:
        return max(_withheld(pen, row.withheld, lane, y), y + LANE)
    middle = y + LANE / 2
    _ground(pen, lane, middle)
    low, high = _span(row)
    _band(pen, lane.at(low), lane.at(high), middle, 12)
    if row.before is not None:
        pen.dot(lane.at(row.before), middle, 5, palette.SHEET)
    if row.bound is Bound.EXACTLY:
        pen.dot(lane.at(row.value), middle, 7, palette.TEAL_DEEP, palette.SHEET, 1.5)
    else:
        pen.rule(lane.at(row.value), middle - 9, lane.at(row.value), middle + 9, palette.TEAL_DEEP, 3)
        pen.text(pen.width, middle - 10, row.bound.value.strip(), size=12, fill=palette.SLATE, anchor="end")
    pen.text(pen.width, middle + 6, f"{row.value}%", size=17, bold=True, anchor="end")
    return y + LANE


def _span(row: Level) -> tuple[int, int]:
    """The figures that the truth may have."""
    value = row.value or 0
    if row.bound is Bound.AT_LEAST:
        return value, 100
    if row.bound is Bound.AT_MOST:
        return 0, value
    return (value if row.low is None else row.low), (value if row.high is None else row.high)


def _band(pen: Pen, left: float, right: float, middle: float, height: float) -> None:
    """A pale band. Its edge is darker, so that it is seen on paper too."""
    edge = {"rx": height / 2, "stroke": palette.TEAL_LIGHT, "stroke_width": "1.5"}
    pen.bar(left, middle - height / 2, right - left, height, palette.MIST, **edge)


def _change(pen: Pen, row: Change, lane: Lane, y: float) -> float:
    if row.withheld or row.before is None or row.now is None:
        return max(_withheld(pen, row.withheld, lane, y), y + LANE)
    middle = y + LANE / 2
    _ground(pen, lane, middle)
    if row.low is not None and row.high is not None:
        _band(pen, lane.at(row.before + row.low), lane.at(row.before + row.high), middle, 18)
    ink = INK_OF[row.way]
    pen.rule(lane.at(row.before), middle, lane.at(row.now), middle, ink, 3)
    pen.dot(lane.at(row.before), middle, 6, palette.SHEET, ink)
    pen.dot(lane.at(row.now), middle, 7, ink, palette.SHEET, 1.5)
    _values(pen, row.before, row.now, lane, middle)
    return _verdict(pen, row, lane, y)


def _values(pen: Pen, before: int, now: int, lane: Lane, middle: float) -> None:
    """The two figures, each on the outer side of its dot, above the line."""
    apart = 1 if now >= before else -1
    nudge = max(0.0, 40 - abs(lane.at(now) - lane.at(before))) / 2
    for value, side, bold in ((before, -apart, False), (now, apart, True)):
        x = min(max(lane.at(value) + side * nudge, 14), pen.width - 14)
        pen.text(x, middle - 12, f"{value}%", size=14, bold=bold, anchor="middle")


def _verdict(pen: Pen, row: Change, lane: Lane, y: float) -> float:
    """The verdict, strong where it is sure, and below it what more there is to say."""
    is_sure = row.way is not Way.UNSURE
    x, room = lane.verdicts, pen.width - lane.verdicts
    details = wrapped(row.detail, 13, room)
    y += LANE + 12 if lane.narrow else LANE / 2 + 5 - len(details) * 8.5
    ink = INK_OF[row.way] if is_sure else palette.SLATE
    below = pen.lines(x, y, wrapped(row.verdict, 14, room, bold=is_sure), size=14, bold=is_sure, fill=ink)
    end = pen.lines(x, below - 1, details, size=13, fill=palette.SLATE)
    return end + 2 if lane.narrow else max(end, y + LANE / 2 + len(details) * 8.5 + 3)


def _level_in_words(row: Level) -> str:
    if row.withheld or row.value is None:
        return f"{row.label}: {row.withheld}"
    before = f" It was {row.before}% in the round before." if row.before is not None else ""
    return f"{row.label}: {said(row.value, row.bound, row.low, row.high)}.{before}"


def _change_in_words(row: Change) -> str:
    if row.withheld or row.before is None or row.now is None:
        return f"{row.label}: {row.withheld}"
    verdict = ", ".join(filter(None, (row.verdict.rstrip("."), row.detail.rstrip("."))))
    return f"{row.label}: {row.before}% before, {row.now}% now. {verdict}."
