"""A driver diagram: the aim at the left, what drives it, and the ideas that may change it, joined by lines.

`laid_out` gives boxes and lines as numbers, so that a page's SVG and a slide's shapes are one drawing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts.svg import Pen, wrapped

TEXT, LINE, PAD, GAP = 14.0, 18.0, 11.0, 14.0
COLUMNS = (200.0, 190.0, 190.0, 220.0)
BETWEEN = 44.0
HEADINGS = ("Aim", "What drives it", "and behind that", "Ideas to try")


@dataclass(frozen=True)
class Node:
    """A box before it has a place. `note` says where an idea is: being tried, kept."""

    words: str
    is_idea: bool = False
    note: str = ""
    nodes: tuple["Node", ...] = ()


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    note: str
    column: int

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class Layout:
    width: float
    height: float
    boxes: tuple[Box, ...]
    joins: tuple[tuple[Box, Box], ...]
    columns: tuple[tuple[int, float], ...]  # each column that is used, and where it begins


def laid_out(aim: str, nodes: Sequence[Node]) -> Layout:
    """Every box at its place: a leaf under the leaf before it, a driver beside the middle of what is under it."""
    used = sorted({0, *_columns(nodes, 1)})
    starts = {column: sum(COLUMNS[each] + BETWEEN for each in used if each < column) for column in used}
    top = LINE * 2
    boxes: list[Box] = []
    joins: list[tuple[Box, Box]] = []

    def place(node: Node, depth: int, y: float) -> tuple[Box, float]:
        column = 3 if node.is_idea else depth
        shape = _shape(node.words, node.note, column)
        below, next_y = [], y
        for each in node.nodes:
            box, next_y = place(each, depth + 1, next_y)
            below.append(box)
        height = shape[1]
        middle = (below[0].middle + below[-1].middle) / 2 if below else y + height / 2
        box = Box(
            starts[column], max(middle - height / 2, y), COLUMNS[column], height, shape[0], node.note, column
        )
        boxes.append(box)
        joins.extend((box, each) for each in below)
        return box, max(next_y, box.y + height + GAP)

    root, end = place(Node(aim, nodes=tuple(nodes)), 0, top)
    width = starts[used[-1]] + COLUMNS[used[-1]]
    del root
    return Layout(width, end, tuple(boxes), tuple(joins), tuple(starts.items()))


def _columns(nodes: Sequence[Node], depth: int) -> Iterator[int]:
    for node in nodes:
        yield 3 if node.is_idea else depth
        yield from _columns(node.nodes, depth + 1)


def _shape(words: str, note: str, column: int) -> tuple[tuple[str, ...], float]:
    lines = tuple(wrapped(words, TEXT, COLUMNS[column] - 2 * PAD, bold=column == 0)) or ("",)
    return lines, len(lines) * LINE + (LINE if note else 0) + 2 * PAD - 4


FILLS = (palette.SUN_PALE, palette.MIST, palette.SHEET, palette.SHEET)


def driver_diagram(aim: str, nodes: Sequence[Node], *, description: str) -> Markup:
    """The diagram as SVG. The page says the same as a list beside it."""
    layout = laid_out(aim, nodes)
    pen = Pen(layout.width + 2)
    for column, x in layout.columns:
        pen.text(x + 1, TEXT, HEADINGS[column], size=13, fill=palette.SLATE)
    for start, end in layout.joins:
        x1, x2 = start.x + start.width + 1, end.x + 1
        bend = x2 - BETWEEN / 2
        path = f"M{x1:.1f} {start.middle:.1f}H{bend:.1f}V{end.middle:.1f}H{x2:.1f}"
        pen.add(
            "path", d=path, fill="none", stroke=palette.SLATE, stroke_width="1.3", stroke_linejoin="round"
        )
    for box in layout.boxes:
        _draw(pen, box)
    return pen.finished(layout.height + 2, "Driver diagram", description)


def _draw(pen: Pen, box: Box) -> None:
    dashes = {"stroke_dasharray": "5 3"} if box.column == 3 and not box.note else {}
    pen.add(
        "rect", x=box.x + 1, y=box.y, width=box.width, height=box.height, rx="8", fill=FILLS[box.column],
        stroke=palette.INK, stroke_width="1.2", **dashes,
    )  # fmt: skip
    y = pen.lines(box.x + 1 + PAD, box.y + PAD + TEXT - 3, list(box.lines), size=TEXT, bold=box.column == 0)
    if box.note:
        pen.text(box.x + 1 + PAD, y, box.note, size=13, fill=palette.TEAL_DEEP, bold=True)
