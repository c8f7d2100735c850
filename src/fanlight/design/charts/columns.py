"""Stacked columns over time: how many in each period, and of what kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts.svg import WIDE, Pen, is_narrow, text_width

HEIGHT = 190
TALLEST = 48  # one of something is not drawn as high as the sky


@dataclass(frozen=True)
class Part:
    """One kind: what it is called and its colour. The order of the parts is that from the ground up."""

    words: str
    colour: str


@dataclass(frozen=True)
class Column:
    """One period, and how many there are of each part in it."""

    name: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.numbers)


def columns_chart(
    columns: Sequence[Column], parts: Sequence[Part], *, title: str, width: int = WIDE
) -> Markup:
    """Columns from a common ground, each with its total above; the parts are named below."""
    pen = Pen(width)
    most = max((column.total for column in columns), default=0)
    unit = min(HEIGHT / max(most, 1), TALLEST)
    step, ground = width / max(len(columns), 1), most * unit + 26
    for place, column in enumerate(columns):
        _column(
            pen,
            column,
            parts,
            left=place * step + step * 0.16,
            wide=step * 0.68,
            ground=ground,
            unit=unit,
        )
    pen.rule(0, ground, width, ground, palette.INK, 1.5)
    _names(pen, columns, step, ground, every=2 if is_narrow(width) else 1)
    bottom = _key(pen, _that_occur(columns, parts), ground + 46)
    return pen.finished(bottom, title, _in_words(columns, parts))


def _column(
    pen: Pen, column: Column, parts: Sequence[Part], *, left: float, wide: float, ground: float, unit: float
) -> None:
    y = ground
    for part, number in zip(parts, column.numbers, strict=True):
        high = number * unit
        edge = palette.SLATE if part.colour == palette.SHEET else palette.SHEET  # white is drawn hollow
        pen.bar(left, y - high, wide if number else 0, high, part.colour, stroke=edge, stroke_width="1.5")
        y -= high
    if column.total:
        pen.text(left + wide / 2, y - 7, str(column.total), size=15, bold=True, anchor="middle")


def _names(pen: Pen, columns: Sequence[Column], step: float, ground: float, *, every: int) -> None:
    for place, column in enumerate(columns):
        if (len(columns) - 1 - place) % every == 0:
            half = text_width(column.name, 13) / 2
            middle = min(max((place + 0.5) * step, half), pen.width - half)
            pen.text(middle, ground + 19, column.name, size=13, fill=palette.SLATE, anchor="middle")


def _key(pen: Pen, parts: Sequence[Part], y: float) -> float:
    x = 0.0
    for part in parts:
        wide = 22 + text_width(part.words, 14) + 20
        if x and x + wide > pen.width:
            x, y = 0.0, y + 24
        pen.bar(x, y - 12, 14, 14, part.colour, stroke=palette.SLATE, stroke_width="1")
        pen.text(x + 22, y, part.words, size=14)
        x += wide
    return y + 12


def _that_occur(columns: Sequence[Column], parts: Sequence[Part]) -> list[Part]:
    """Only these are named: a key to what is not there is noise."""
    return [part for at, part in enumerate(parts) if any(column.numbers[at] for column in columns)]


def _in_words(columns: Sequence[Column], parts: Sequence[Part]) -> str:
    told = []
    for column in columns:
        if column.total:
            kinds = ", ".join(
                f"{number} {part.words}" for part, number in zip(parts, column.numbers, strict=True) if number
            )
            told.append(f"{column.name}: {column.total} ({kinds}).")
    return " ".join(told) or "Nothing yet."
