"""The driver diagram as a slide: shapes that can be moved and written on, not a picture."""

import io
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Emu, Pt

from fanlight.design import palette
from fanlight.design.charts.drivers import FILLS, HEADINGS, Box, Layout

WIDE, HIGH = 12_192_000, 6_858_000  # a slide of 16 to 9, in the format's own units
EDGE, TOP = 420_000, 1_250_000
ENTITLED = 5  # the layout that has a title and nothing else


def diagram_slides(title: str, layout: Layout) -> bytes:
    """One slide with the aim as its title."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(WIDE), Emu(HIGH)
    deck.core_properties.title, deck.core_properties.language = title, "en-GB"
    slide = deck.slides.add_slide(deck.slide_layouts[ENTITLED])
    heading = slide.shapes.title
    heading.left, heading.top, heading.width, heading.height = (
        Emu(EDGE),
        Emu(250_000),
        Emu(WIDE - 2 * EDGE),
        Emu(850_000),
    )
    heading.text_frame.text = title
    heading.text_frame.word_wrap = True
    _dress(heading.text_frame.paragraphs[0], size=24, bold=True)
    scale = min((WIDE - 2 * EDGE) / layout.width, (HIGH - TOP - EDGE) / layout.height)
    shapes = {id(box): _box(slide, box, scale) for box in layout.boxes}
    for start, end in layout.joins:
        _join(slide, shapes[id(start)], shapes[id(end)])
    for column, x in layout.columns:
        _heading(slide, HEADINGS[column], EDGE + round(x * scale), scale)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _box(slide: Any, box: Box, scale: float) -> Any:
    place = (EDGE + box.x * scale, TOP + box.y * scale, box.width * scale, box.height * scale)
    shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *(Emu(round(each)) for each in place))
    shape.name = " ".join(box.lines)
    shape.adjustments[0] = 0.12
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = _colour(FILLS[box.column])
    shape.line.color.rgb, shape.line.width = _colour(palette.INK), Pt(1)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = Emu(70_000)
    frame.margin_top = frame.margin_bottom = Emu(30_000)
    frame.text = " ".join(box.lines)
    size = max(8.0, min(16.0, 14 * scale / 12_700))
    _dress(frame.paragraphs[0], size=size, bold=box.column == 0)
    if box.note:
        frame.add_paragraph().text = box.note
        _dress(frame.paragraphs[1], size=size, bold=True, colour=palette.TEAL_DEEP)
    return shape


def _join(slide: Any, start: Any, end: Any) -> None:
    line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 0, 0)
    line.begin_connect(start, 3)
    line.end_connect(end, 1)
    line.line.color.rgb, line.line.width = _colour(palette.SLATE), Pt(1.25)


def _heading(slide: Any, words: str, left: int, scale: float) -> None:
    box = slide.shapes.add_textbox(Emu(left), Emu(TOP - 60_000), Emu(round(180 * scale)), Emu(320_000))
    box.text_frame.text = words
    _dress(box.text_frame.paragraphs[0], size=11, colour=palette.SLATE)


def _dress(paragraph: Any, *, size: float, bold: bool = False, colour: str = palette.INK) -> None:
    font = paragraph.font
    font.size, font.bold, font.name = Pt(size), bold, "Arial"
    font.color.rgb = _colour(colour)


def _colour(colour: str) -> RGBColor:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]
