"""Control charts that stand alone: one SVG with the finding, the icons in words, the caption.

On a page, headings and captions are better as text beside the chart; this is for a file, a slide, a document.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts import control_pen as pen
from fanlight.design.charts.control import NARROW, WIDE, Size, control_chart
from fanlight.design.charts.control_icons import assurance_icon, has_icons, variation_icon
from fanlight.design.charts.control_words import ASSURANCE, VARIATION, caption, finding
from fanlight.design.charts.svg import LETTERS, text_width, wrapped
from fanlight.measure.spc import ControlChart

EDGE = 16.0
ICON = 40.0


@dataclass(frozen=True)
class Figure:
    """A drawn figure and the room it takes."""

    drawn: Markup
    width: float
    height: float


def control_figure(chart: ControlChart, *, key: str, name: str, size: Size) -> Figure:
    """Name, finding, icons with words, chart and caption, one under another."""
    small, large = size.text, size.text * 1.4
    parts: list[Markup] = []
    y = small
    for line in wrapped(name, small, size.width):
        parts.append(pen.words(line, 0, y, size=small, colour=palette.SLATE))
        y += small * 1.25
    y += large - small
    for line in wrapped(finding(chart), large, size.width, bold=True):
        parts.append(pen.words(line, 0, y, size=large, font_weight="bold"))
        y += large * 1.2
    y -= large * 0.75
    if has_icons(chart):
        parts.append(_at(0, y, _icons(chart, key, small, room=size.width / 2)))
        y += ICON + 8
    parts.append(_at(0, y, _sized(control_chart(chart, key=f"{key}-chart", name=name, size=size), size)))
    y += size.height + small * 1.5
    for note in caption(chart):
        for line in wrapped(note, small * 0.95, size.width):
            parts.append(pen.words(line, 0, y, size=small * 0.95, colour=palette.SLATE))
            y += small * 1.2
        y += small * 0.25
    return Figure(pen.element("g", *parts), size.width, y)


def control_sheet(charts: Sequence[tuple[str, ControlChart]]) -> Markup:
    """One SVG document: a single chart large, several as small multiples in two columns.

    `charts` are pairs of a name and a chart.
    """
    size = WIDE if len(charts) == 1 else NARROW
    figures = [
        control_figure(chart, key=f"spc-{number}", name=name, size=size)
        for number, (name, chart) in enumerate(charts, start=1)
    ]
    across = 1 if len(figures) <= 1 else 2
    parts: list[Markup] = []
    y = EDGE
    for start in range(0, len(figures), across):
        row = figures[start : start + across]
        parts += [
            _at(EDGE + place * (size.width + 2 * EDGE), y, figure.drawn) for place, figure in enumerate(row)
        ]
        y += max(figure.height for figure in row) + 1.5 * EDGE
    width = across * (size.width + 2 * EDGE)
    return pen.element(
        "svg",
        pen.element("title", "Control charts", id="spc-title"),
        pen.element("rect", width=width, height=y, fill=palette.SHEET),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {y:g}",
        width=width,
        height=y,
        role="group",
        aria_labelledby="spc-title",
        font_family=LETTERS,
    )


def _at(x: float, y: float, drawn: Markup) -> Markup:
    return pen.element("g", drawn, transform=f"translate({x:g} {y:.1f})")


def _sized(drawn: Markup, size: Size) -> Markup:
    """An inner SVG has to be told its size; on a page the styles do that."""
    return drawn.replace("<svg ", Markup('<svg width="{}" height="{}" ').format(size.width, size.height), 1)


def _icons(chart: ControlChart, key: str, text: float, *, room: float) -> Markup:
    """Each icon with its words to the right of it, in no more than its share of the room."""
    icons = [(variation_icon(chart.variation, key=f"{key}-v", size=int(ICON)), VARIATION[chart.variation])]
    if chart.assurance is not None:
        drawn = assurance_icon(chart.assurance, chart.plan.better, key=f"{key}-a", size=int(ICON))
        icons.append((drawn, ASSURANCE[chart.assurance]))
    parts: list[Markup] = []
    x = 0.0
    for drawn, words in icons:
        lines = wrapped(words, text, room - ICON - 8)
        parts.append(_at(x, 0, drawn))
        first = ICON / 2 + text * (0.36 - 0.58 * (len(lines) - 1))
        parts += [
            pen.words(line, x + ICON + 6, first + place * text * 1.16, size=text)
            for place, line in enumerate(lines)
        ]
        x += ICON + 18 + max(text_width(line, text) for line in lines)
    return pen.element("g", *parts)
