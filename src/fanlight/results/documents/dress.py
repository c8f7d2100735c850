"""The slides' master, theme and layouts in our look. What python-pptx brings along is undone here, and only here."""

from io import BytesIO
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.shapes.autoshape import CT_Shape
from pptx.oxml.shapes.picture import CT_Picture
from pptx.text.text import TextFrame
from pptx.util import Inches, Length, Pt

from fanlight.design import palette

FONT = "Arial"
KEPT = {0: "Opening", 5: "One thought"}  # of the eleven layouts that python-pptx brings
ACCENTS = (
    palette.TEAL,
    palette.TEAL_LIGHT,
    palette.STONE,
    palette.AMBER,
    palette.RUST,
    palette.SUN,
)
BULLETS = {qn("a:buChar"), qn("a:buFont"), qn("a:buNone")}
Place = tuple[Length, Length, Length, Length]
TITLE: Place = (Inches(0.75), Inches(0.55), Inches(11.83), Inches(1.3))
BODY: Place = (Inches(0.75), Inches(2.1), Inches(11.83), Inches(4.4))
OPENING_MARK: Place = (Inches(0.75), Inches(0.75), Inches(1.66), Inches(1.0))
OPENING_TITLE: Place = (Inches(0.75), Inches(2.1), Inches(10.5), Inches(1.9))
OPENING_BODY: Place = (Inches(0.75), Inches(4.2), Inches(10.5), Inches(2.2))
MARK: Place = (Inches(12.0), Inches(6.88), Inches(0.58), Inches(0.35))
FOOT: Place = (Inches(0.75), Inches(6.9), Inches(10.8), Inches(0.35))


def hexadecimal(colour: str) -> str:
    return colour.removeprefix("#").upper()


def rgb(colour: str) -> Any:
    return RGBColor.from_string(hexadecimal(colour))  # type: ignore[no-untyped-call]


def _element(text: str | bytes) -> Any:
    return parse_xml(text)


def stand(shape: Any, place: Place) -> None:
    shape.left, shape.top, shape.width, shape.height = place


def no_margin(frame: Any) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def colours_and_letters(master: Any) -> None:
    """The theme's colours and fonts, which charts and whatever people add will take."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = _element(part.blob)
    theme.set("name", "Fanlight")
    names = {"dk1": palette.INK, "lt1": palette.SHEET, "dk2": palette.TEAL_DEEP, "lt2": palette.PAPER}
    names |= {f"accent{place}": accent for place, accent in enumerate(ACCENTS, start=1)}
    names |= {"hlink": palette.TEAL, "folHlink": palette.TEAL_DEEP}
    scheme = theme.find(f".//{qn('a:clrScheme')}")
    scheme.set("name", "Fanlight")
    for name, value in names.items():
        slot = scheme.find(qn(f"a:{name}"))
        for old in list(slot):
            slot.remove(old)
        slot.append(_element(f'<a:srgbClr {nsdecls("a")} val="{hexadecimal(value)}"/>'))
    for letters in theme.iterfind(f".//{qn('a:fontScheme')}/*/{qn('a:latin')}"):
        letters.set("typeface", FONT)
    part._blob = serialize_part_xml(theme)


def layouts(all_layouts: Any, mark: bytes) -> None:
    """Two layouts: the opening, and a title with room below. The others go."""
    for place, layout in reversed(list(enumerate(all_layouts))):
        if place not in KEPT:
            all_layouts.remove(layout)
    for layout, name in zip(all_layouts, KEPT.values(), strict=True):
        layout.name = name
        for shape in list(layout.placeholders):
            match shape.placeholder_format.type:
                case PP_PLACEHOLDER.CENTER_TITLE:
                    _dress(shape, OPENING_TITLE, MSO_ANCHOR.BOTTOM)
                case PP_PLACEHOLDER.SUBTITLE:
                    _dress(shape, OPENING_BODY, MSO_ANCHOR.TOP)
                case PP_PLACEHOLDER.TITLE:
                    _dress(shape, TITLE, MSO_ANCHOR.TOP)
                case _:
                    shape._element.getparent().remove(shape._element)
    _stamp(all_layouts[0], mark, OPENING_MARK)


def master(made: Any, foot: str, mark: bytes) -> None:
    """Paper, plain left-aligned words, and at the foot a line and the mark: decoration, so nobody must hear it."""
    made.background.fill.solid()
    made.background.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    for shape in list(made.placeholders):
        match shape.placeholder_format.type:
            case PP_PLACEHOLDER.TITLE:
                _dress(shape, TITLE, MSO_ANCHOR.TOP)
            case PP_PLACEHOLDER.BODY:
                _dress(shape, BODY, MSO_ANCHOR.TOP)
            case _:
                shape._element.getparent().remove(shape._element)
    for style in ("p:titleStyle", "p:bodyStyle"):
        for level in made._element.find(f".//{qn(style)}"):
            _plain(level)
    _stamp(made, mark, MARK)
    box = CT_Shape.new_textbox_sp(902, "Foot", *FOOT)  # type: ignore[no-untyped-call]
    made.shapes._spTree.append(box)
    _write_foot(box, foot)


def _stamp(sheet: Any, picture: bytes, place: Place) -> None:
    """A picture on a master or a layout, which python-pptx draws only on slides."""
    _, relation = sheet.part.get_or_add_image_part(BytesIO(picture))
    mark = CT_Picture.new_pic(901, "Mark", "", relation, *place)  # type: ignore[no-untyped-call]
    sheet.shapes._spTree.append(mark)


def _dress(shape: Any, place: Place, anchor: MSO_ANCHOR) -> None:
    stand(shape, place)
    no_margin(shape.text_frame)
    shape.text_frame.vertical_anchor = anchor
    shape.text_frame.word_wrap = True
    for level in shape._element.iterfind(f".//{qn('a:lstStyle')}/*"):
        _plain(level)


def _plain(level: Any) -> None:
    """To the left, without bullets."""
    level.set("algn", "l")
    level.set("marL", "0")
    level.set("indent", "0")
    for bullet in [each for each in level if each.tag in BULLETS]:
        level.remove(bullet)
    letters = level.find(qn("a:defRPr"))
    if letters is not None:
        letters.addprevious(_element(f"<a:buNone {nsdecls('a')}/>"))
        letters.set("lang", "en-GB")


def _write_foot(box: Any, words: str) -> None:
    frame = TextFrame(box.get_or_add_txBody(), None)  # type: ignore[arg-type]
    no_margin(frame)
    frame.word_wrap = True
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    run = frame.paragraphs[0].add_run()
    run.text = words
    run.font.size = Pt(12)
    run.font.color.rgb = rgb(palette.SLATE)
