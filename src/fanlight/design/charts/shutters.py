"""A sum drawn as windows: the total, and the parts it is made of. What is held back has its shutters closed."""

from dataclasses import dataclass

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts.svg import WIDE, Pen, for_every_screen, is_narrow, wrapped
from fanlight.design.parts import Table

HELD_BACK = "held back"
SLATS = 5
SILL = 5
MARGIN = 7.0


@dataclass(frozen=True, kw_only=True)
class Window:
    """A number behind a name. Without a figure its shutters are closed; `is_guessed` figures are worked out."""

    name: str
    figure: int | None
    is_guessed: bool = False

    @property
    def words(self) -> str:
        if self.figure is None:
            return f"{self.name} {HELD_BACK}"
        return f"{self.name} {self.figure}" + (", worked out" if self.is_guessed else "")


@dataclass(frozen=True, kw_only=True)
class Sum:
    """One row: what it shows, the total, its parts, and what somebody can make of it."""

    title: str
    whole: Window
    parts: tuple[Window, ...]
    finding: str

    @property
    def words(self) -> str:
        return f"{self.title} {self.whole.words} is {', '.join(part.words for part in self.parts)}. {self.finding}"


def shutters(name: str, sums: tuple[Sum, ...], *, width: int = WIDE) -> Markup:
    """The sums below one another, as one SVG element."""
    pen, y = Pen(width), 0.0
    for each in sums:
        y = _sum(pen, each, y) + 34
    return pen.finished(y - 34, name, " ".join(each.words for each in sums))


def shutters_for_every_screen(name: str, sums: tuple[Sum, ...]) -> Markup:
    return for_every_screen(lambda width: shutters(name, sums, width=width))


def shutters_table(name: str, sums: tuple[Sum, ...]) -> Table:
    first = sums[0]
    names = [window.name for window in (first.whole, *first.parts)]
    rows = tuple((each.title, *(_in_a_cell(window) for window in (each.whole, *each.parts))) for each in sums)
    return Table(caption=name, columns=("", *names), rows=rows)


def _in_a_cell(window: Window) -> str:
    return HELD_BACK if window.figure is None else str(window.figure)


def _sum(pen: Pen, drawn: Sum, y: float) -> float:
    """One row. Says where it ends."""
    narrow = is_narrow(pen.width)
    y = pen.lines(0, y + 18, wrapped(drawn.title, 18, pen.width, bold=True), size=18, bold=True) - 6
    wide, gap = (52.0, 25.0) if narrow else (84.0, 38.0)
    high, x = wide * 1.3, MARGIN
    _window(pen, drawn.whole, x, y, wide, high)
    pen.text(x + wide + gap / 2, y + high * 0.62, "=", size=24, anchor="middle")
    if narrow:
        y += high + 48
    else:
        x += wide + gap
    for place, part in enumerate(drawn.parts):
        if place:
            pen.text(x + gap / 2, y + high * 0.62, "+", size=22, anchor="middle")
            x += gap
        _window(pen, part, x, y, wide, high)
        x += wide
    return pen.lines(0, y + high + 56, wrapped(drawn.finding, 16, 0.96 * pen.width), size=16) - 16


def _window(pen: Pen, window: Window, x: float, y: float, wide: float, high: float) -> None:
    radius, middle = wide / 2, x + wide / 2
    outline = (
        f"M{x:.1f} {y + high:.1f}V{y + radius:.1f}A{radius:.1f} {radius:.1f} 0 0 1 {x + wide:.1f} {y + radius:.1f}"
        f"V{y + high:.1f}Z"
    )
    lit = palette.SUN if window.is_guessed else palette.SUN_PALE
    fill = palette.STONE if window.figure is None else lit
    pen.add("path", d=outline, fill=fill, stroke=palette.INK, stroke_width=2.6, stroke_linejoin="round")
    if window.figure is None:
        _slats(pen, x, y + radius, wide, high - radius)
    else:
        size = wide * 0.38
        pen.text(middle, y + high * 0.68, str(window.figure), size=size, bold=True, anchor="middle")
    pen.bar(x - 5, y + high, wide + 10, SILL, palette.INK)
    pen.text(middle, y + high + 26, window.name, size=14, anchor="middle", fill=palette.SLATE)


def _slats(pen: Pen, x: float, y: float, wide: float, high: float) -> None:
    pen.rule(x + wide / 2, y - wide / 2, x + wide / 2, y + high, width=2)
    for place in range(SLATS):
        level = y + high * (place + 0.4) / SLATS
        for start in (x + 7, x + wide / 2 + 6):
            pen.rule(start, level, start + wide / 2 - 13, level, stroke=palette.SLATE, width=2)
