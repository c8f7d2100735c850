"""The pen of the control charts: elements, text and the shapes of points.

Presentation attributes and classes, never a style attribute: the same markup works on a page under a strict
Content-Security-Policy, in a file of its own, in print and in a document.
"""

import re
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from fanlight.design import palette
from fanlight.measure.spc import PointType

KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Ink:
    """The colours of one kind of point: Making Data Count's fill, and an outline of 3:1 or more on white."""

    fill: str
    outline: str


INKS = {
    PointType.COMMON_CAUSE: Ink("#a6a6a6", "#5b666d"),
    PointType.IMPROVEMENT: Ink("#00b0f0", "#00517a"),
    PointType.CONCERN: Ink("#e46c0a", "#7a3300"),
    PointType.NEUTRAL_HIGH: Ink("#490092", "#24004a"),
    PointType.NEUTRAL_LOW: Ink("#490092", "#24004a"),
}
TARGET = "#b3161b"  # Making Data Count's red, a little darker so that its label can be read
LIMIT = "#5b666d"
BAND = "#eef1f2"
THREAD = "#7d8990"


def element(name: str, *inside: str, **attributes: object) -> Markup:
    """One SVG element; text and attributes are escaped, markup made by this function is kept.

    An underscore in an attribute's name stands for a hyphen. Attributes that are None are left out.

    >>> print(element("text", "Falls & slips", x=1.25, text_anchor="end"))
    <text x="1.2" text-anchor="end">Falls &amp; slips</text>
    """
    written = "".join(
        [f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None]
    )
    if not inside:
        return Markup(f"<{name}{written}/>")  # noqa: S704 (names are ours, values escaped)
    content = "".join([escape(part) for part in inside])
    return Markup(f"<{name}{written}>{content}</{name}>")  # noqa: S704 (the same, and escaped content)


@cache
def _attribute(key: str) -> str:
    return key.strip("_").replace("_", "-")


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return str(value) if isinstance(value, int) else str(escape(value))


def checked(key: str) -> str:
    """The caller's key for identifiers, refused if it could not stand in one."""
    if not KEY.fullmatch(key):
        raise ValueError(f"{key!r} cannot be used in an identifier: letters, figures, - and _ only")
    return key


def words(
    text: str, x: float, y: float, *, size: float, colour: str = palette.INK, **attributes: str | None
) -> Markup:
    """A line of text."""
    return element("text", text, x=x, y=y, font_size=size, fill=colour, **attributes)


def point(kind: PointType, x: float, y: float, radius: float) -> Markup:
    """One point: a circle if usual, a diamond for improvement, a square for concern, else a triangle."""
    ink = INKS[kind]
    drawn = {"class_": f"fl-spc-point fl-spc-point--{kind.slug.replace('_', '-')}", "fill": ink.fill}
    outline = {"stroke": ink.outline, "stroke_width": 1.1 if radius < 6 else 2.0}
    if kind is PointType.COMMON_CAUSE:
        return element("circle", cx=x, cy=y, r=radius, **drawn, **outline)
    corners = {
        PointType.IMPROVEMENT: [(0, -1.45), (1.45, 0), (0, 1.45), (-1.45, 0)],
        PointType.CONCERN: [(-1.08, -1.08), (1.08, -1.08), (1.08, 1.08), (-1.08, 1.08)],
        PointType.NEUTRAL_HIGH: [(0, -1.5), (1.35, 1.0), (-1.35, 1.0)],
        PointType.NEUTRAL_LOW: [(0, 1.5), (1.35, -1.0), (-1.35, -1.0)],
    }[kind]
    outer = " ".join(f"{x + dx * radius:.1f},{y + dy * radius:.1f}" for dx, dy in corners)
    return element("polygon", points=outer, stroke_linejoin="round", **drawn, **outline)
