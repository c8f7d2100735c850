"""A calendar as a picture: a row for each thing, bars for when it is on, pale bars for the rest after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts.svg import WIDE, Pen, is_narrow, text_width, wrapped

LANE = 26
LABEL = 15
APART = 12  # so that a name stands nearer to its own lane than to the one above


@dataclass(frozen=True)
class Spell:
    """Something from its first day to its last. `rest_until`: a pale bar follows to that day."""

    begins: date
    ends: date
    rest_until: date | None = None
    is_other: bool = False


@dataclass(frozen=True)
class TimelineRow:
    label: str
    spells: tuple[Spell, ...]


@dataclass(frozen=True)
class Days:
    """From days to places along a lane."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        share = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return self.left + share * (self.right - self.left)


def timeline_chart(
    rows: Sequence[TimelineRow],
    *,
    first: date,
    last: date,
    today: date,
    title: str,
    description: str,
    width: int = WIDE,
) -> Markup:
    """The rows below one another on one scale of months, with a line for today."""
    pen, narrow = Pen(width), is_narrow(width)
    days = Days(first, last, 4 if narrow else round(width * 0.27), width - 4)
    bottom = _height(rows, days, width, narrow=narrow)
    _months(pen, days, bottom, every=3 if narrow else 1)
    y = 30.0
    for row in rows:
        y = _row(pen, row, days, y, narrow=narrow)
    _today(pen, days, today, y)
    return pen.finished(y + 4, title, description)


def _height(rows: Sequence[TimelineRow], days: Days, width: int, *, narrow: bool) -> float:
    return 30 + sum(_high(row, days, width, narrow=narrow) for row in rows)


def _lines(row: TimelineRow, days: Days, width: float, *, narrow: bool) -> list[str]:
    return wrapped(row.label, LABEL, width if narrow else days.left - 16)


def _high(row: TimelineRow, days: Days, width: float, *, narrow: bool) -> float:
    words = len(_lines(row, days, width, narrow=narrow)) * LABEL * 1.28
    return words + LANE + APART if narrow else max(words + 8, LANE + 8)


def _row(pen: Pen, row: TimelineRow, days: Days, y: float, *, narrow: bool) -> float:
    lines = _lines(row, days, pen.width, narrow=narrow)
    high = _high(row, days, pen.width, narrow=narrow)
    words_end = pen.lines(0, y + 16, lines)
    top = words_end - 10 if narrow else y + (high - LANE) / 2
    pen.rule(days.left, top + LANE / 2, days.right, top + LANE / 2, palette.LINE, 1)
    for spell in row.spells:
        _spell(pen, spell, days, top + 5)
    return y + high


def _spell(pen: Pen, spell: Spell, days: Days, y: float) -> None:
    left, right = days.at(spell.begins), days.at(spell.ends + timedelta(days=1))
    if spell.rest_until:
        rested = days.at(spell.rest_until)
        pen.bar(right, y + 3, rested - right, 10, palette.MIST, stroke=palette.TEAL_LIGHT, stroke_width="1")
    fill = palette.SHEET if spell.is_other else palette.TEAL
    pen.bar(left, y, max(right - left, 4), 16, fill, rx=3, stroke=palette.TEAL_DEEP, stroke_width="1.5")


def _months(pen: Pen, days: Days, bottom: float, *, every: int) -> None:
    month, number = date(days.first.year, days.first.month, 1), 0
    while month <= days.last:
        if month >= days.first:
            x = days.at(month)
            pen.rule(x, 20, x, bottom, palette.LINE, 1)
            if number % every == 0 and x + text_width("2027", 13) < pen.width:
                name = f"{month:%Y}" if month.month == 1 else f"{month:%b}"  # a year begins with its number
                pen.text(x + 4, 16, name, size=13, fill=palette.SLATE)
            number += 1
        month = (month + timedelta(days=32)).replace(day=1)


def _today(pen: Pen, days: Days, today: date, bottom: float) -> None:
    x = days.at(today)
    pen.rule(x, 18, x, bottom, palette.RUST, 2, stroke_dasharray="5 3")
