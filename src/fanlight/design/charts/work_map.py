"""A map of a piece of work, drawn as a window: people in the middle, the world outside in the arch above.

What was said stands in its pane, with a mark that says whether it helped or got in the way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts.svg import WIDE, Pen, for_every_screen, is_narrow, wrapped
from fanlight.design.parts import Table

SIZE = 15
STEP = SIZE * 1.28
EDGE = 14
BAR = 3.0
LEAST = 104.0
RISE = 84.0
EMPTY = "Nothing said yet"


class Effect(Enum):
    """What something did to the work, as people said."""

    HELPED = "helped"
    HINDERED = "got in the way"
    NEITHER = "was there"


@dataclass(frozen=True, kw_only=True)
class Remark:
    words: str
    effect: Effect = Effect.NEITHER


@dataclass(frozen=True, kw_only=True)
class Pane:
    """One part of the work, and what was said about it."""

    title: str
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WorkMap:
    """Six panes: `outside` is the arch, `above` the two below it, `beside` stand left and right of `people`."""

    name: str
    outside: Pane
    above: tuple[Pane, Pane]
    beside: tuple[Pane, Pane]
    people: Pane

    @property
    def panes(self) -> tuple[Pane, ...]:
        return (self.people, *self.beside, *self.above, self.outside)


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    fill: str = palette.SHEET


def work_map(drawn: WorkMap, *, width: int = WIDE) -> Markup:
    """The map as one SVG element."""
    pen = Pen(width)
    y = _arch(pen, drawn.outside)
    rows = [[pane] for pane in (drawn.people, *drawn.beside, *drawn.above)]
    if not is_narrow(width):
        rows = [list(drawn.above), [drawn.beside[0], drawn.people, drawn.beside[1]]]
    for row in rows:
        y = _row(pen, row, y, people=drawn.people)
    pen.bar(0, y, width, 7, palette.INK)
    y = _key(pen, y + 32)
    return pen.finished(y, drawn.name, _in_words(drawn))


def work_map_for_every_screen(drawn: WorkMap) -> Markup:
    return for_every_screen(lambda width: work_map(drawn, width=width))


def work_map_table(drawn: WorkMap) -> Table:
    rows = tuple(
        (pane.title, remark.words, remark.effect.value) for pane in drawn.panes for remark in pane.remarks
    )
    return Table(caption=drawn.name, columns=("Part of the work", "What was said", "It"), rows=rows)


def _arch(pen: Pen, pane: Pane) -> float:
    """The world outside, under the arch. Says where it ends."""
    left, right = BAR, pen.width - BAR
    inset = pen.width * (0.05 if is_narrow(pen.width) else 0.12)
    room = right - left - 2 * inset
    height = max(LEAST, RISE + 6 + _height(pane, room) - STEP)
    radius = (right - left) / 2
    outline = f"M{left} {height:.1f}V{RISE:.1f}A{radius:.1f} {RISE - BAR:.1f} 0 0 1 {right} {RISE:.1f}V{height:.1f}Z"
    pen.add("path", d=outline, fill=palette.MIST, stroke=palette.INK, stroke_width=BAR)
    pen.text(pen.width / 2, RISE - 22, pane.title, size=17, bold=True, anchor="middle")
    if pane.remarks:
        _remarks(pen, pane, left + inset, RISE + 6, room)
    else:
        pen.text(pen.width / 2, RISE + 6, EMPTY, size=SIZE, fill=palette.SLATE, anchor="middle")
    return height


def _row(pen: Pen, panes: list[Pane], y: float, *, people: Pane) -> float:
    width = (pen.width - 2 * BAR) / len(panes)
    height = max(LEAST, *(_height(pane, width - 2 * EDGE) + 2 * EDGE + 10 for pane in panes))
    for place, pane in enumerate(panes):
        fill = palette.SUN_PALE if pane is people else palette.SHEET
        x = BAR + place * width
        pen.bar(x, y, width, height, fill, stroke=palette.INK, stroke_width=BAR)
        pen.text(x + EDGE, y + EDGE + 13, pane.title, size=17, bold=True)
        _remarks(pen, pane, x + EDGE, y + EDGE + 40, width - 2 * EDGE)
    return y + height


def _height(pane: Pane, room: float) -> float:
    """How much height a pane's title and remarks need."""
    lines = sum(len(_lines(remark, room)) for remark in pane.remarks) or 1
    return 40 + lines * STEP + len(pane.remarks) * 5


def _lines(remark: Remark, room: float) -> list[str]:
    return wrapped(remark.words, SIZE, 0.88 * (room - 20))  # some machines have wider letters than Arial


def _remarks(pen: Pen, pane: Pane, x: float, y: float, room: float) -> None:
    if not pane.remarks:
        pen.text(x, y, EMPTY, size=SIZE, fill=palette.SLATE)
    for remark in pane.remarks:
        _mark(pen, remark.effect, x + 6, y - 5)
        y = pen.lines(x + 20, y, _lines(remark, room), size=SIZE) + 5


def _mark(pen: Pen, effect: Effect, x: float, y: float) -> None:
    match effect:
        case Effect.HELPED:
            pen.dot(x, y, 5.5, palette.TEAL, stroke=palette.TEAL, width=1)
        case Effect.HINDERED:
            pen.add("path", d=f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7Z", fill=palette.RUST)
        case Effect.NEITHER:
            pen.dot(x, y, 4.5, palette.SHEET, stroke=palette.SLATE, width=1.6)


def _key(pen: Pen, y: float) -> float:
    """What the marks mean. Says where the picture ends."""
    x = BAR
    for effect in Effect:
        _mark(pen, effect, x + 7, y - 5)
        pen.text(x + 20, y, effect.value, size=13.5, fill=palette.SLATE)
        x += 84 if effect is Effect.HELPED else 124
    return y + 8


def _in_words(drawn: WorkMap) -> str:
    return " ".join(_pane_in_words(pane) for pane in drawn.panes)


def _pane_in_words(pane: Pane) -> str:
    return f"{pane.title}: {_listed(pane.remarks) or EMPTY.lower()}."


def _listed(remarks: Iterable[Remark]) -> str:
    return "; ".join(f"{remark.words.rstrip('.')} ({remark.effect.value})" for remark in remarks)
