"""The variation and assurance icons: the letters and meaning of NHS Making Data Count, drawn by us.

The point in each variation icon has the shape that such a point has on the chart, so the icons are also the
key to the charts. Words always stand beside an icon: pages call `control_words.VARIATION` and `ASSURANCE`.
"""

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts import control_pen as pen
from fanlight.design.charts.control_words import ASSURANCE, VARIATION
from fanlight.design.charts.svg import LETTERS
from fanlight.measure.spc import Assurance, Better, ControlChart, PointType, Variation

SPACE = 48
RING = {"fill": palette.SHEET, "stroke_width": 3}


def has_icons(chart: ControlChart) -> bool:
    """Whether there is anything for an icon to say: one figure alone varies from nothing."""
    return len(chart) > 1


def variation_icon(icon: Variation, *, key: str, size: int = 44) -> Markup:
    """What the last point says: usual, or better, worse or merely different, high (H) or low (L)."""
    kind = _point_type(icon)
    ring = pen.element("circle", cx=24, cy=24, r=22, stroke=pen.INKS[kind].outline, **RING)
    inside = _usual() if icon is Variation.COMMON_CAUSE else _special(icon, kind)
    return _icon(VARIATION[icon], key, size, [ring, *inside])


def assurance_icon(icon: Assurance, better: Better, *, key: str, size: int = 44) -> Markup:
    """The target against the limits: P reliably met, F reliably missed, ? decided by chance each time."""
    letter, kind = {
        Assurance.PASS: ("P", PointType.IMPROVEMENT),
        Assurance.FAIL: ("F", PointType.CONCERN),
        Assurance.HIT_OR_MISS: ("?", PointType.COMMON_CAUSE),
    }[icon]
    ink = pen.INKS[kind]
    ring = pen.element("circle", cx=24, cy=24, r=22, stroke=ink.outline, **RING)
    top, height, target = _places(icon, better)
    bar = {"x": 9, "width": 30, "rx": 1.5, "fill": ink.fill, "stroke": ink.outline}
    spread = pen.element("rect", y=top, height=height, **bar)
    dashes = {"stroke": pen.TARGET, "stroke_width": 2.4, "stroke_dasharray": "5 2"}
    line = pen.element("line", x1=8, x2=40, y1=target, y2=target, **dashes)
    sign = pen.words(letter, 24, 19, size=16, colour=ink.outline, text_anchor="middle", font_weight="bold")
    return _icon(ASSURANCE[icon], key, size, [ring, spread, line, sign])


def _icon(name: str, key: str, size: int, inside: list[Markup]) -> Markup:
    return pen.element(
        "svg",
        pen.element("title", name, id=f"{pen.checked(key)}-title"),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {SPACE} {SPACE}",
        width=size,
        height=size,
        role="img",
        aria_labelledby=f"{key}-title",
        class_="fl-spc-icon",
        font_family=LETTERS,
    )


def _point_type(icon: Variation) -> PointType:
    if icon is Variation.COMMON_CAUSE:
        return PointType.COMMON_CAUSE
    meaning = icon.value.rsplit("_", 1)[0]
    return PointType[meaning.upper()] if meaning != "neutral" else PointType[icon.name]


def _usual() -> list[Markup]:
    limits = [
        pen.element(
            "line", x1=8, x2=40, y1=y, y2=y, stroke=pen.LIMIT, stroke_width=1.4, stroke_dasharray="4 2"
        )
        for y in (14, 34)
    ]
    return [*limits, *_trail()]


def _special(icon: Variation, kind: PointType) -> list[Markup]:
    """A letter (or an arrow), and the point above or below the level that is usual."""
    is_high = icon.value.endswith("high")
    ink = pen.INKS[kind]
    level = {"stroke": pen.LIMIT, "stroke_width": 1.6, "stroke_dasharray": "4 2"}
    usual = pen.element("line", x1=27, x2=42, y1=24, y2=24, **level)
    is_neutral = kind in {PointType.NEUTRAL_HIGH, PointType.NEUTRAL_LOW}
    sign = _arrow(ink.fill, is_high=is_high) if is_neutral else _letter(ink.outline, is_high=is_high)
    return [usual, sign, pen.point(kind, 34, 16 if is_high else 32, 4.4)]


def _letter(colour: str, *, is_high: bool) -> Markup:
    letter = "H" if is_high else "L"
    return pen.words(letter, 17, 31, size=20, colour=colour, text_anchor="middle", font_weight="bold")


def _arrow(colour: str, *, is_high: bool) -> Markup:
    path = "M16 33V15M9.5 21.5L16 15L22.5 21.5" if is_high else "M16 15V33M9.5 26.5L16 33L22.5 26.5"
    drawn = {"fill": "none", "stroke": colour, "stroke_width": 3.4, "stroke_linecap": "round"}
    return pen.element("path", d=path, stroke_linejoin="round", **drawn)


def _trail() -> list[Markup]:
    places = [(10, 26), (17, 20), (24, 28), (31, 20), (38, 25)]
    path = "M" + "L".join(f"{x} {y}" for x, y in places)
    thread = pen.element("path", d=path, fill="none", stroke=pen.THREAD, stroke_width=1.4)
    return [thread, *(pen.point(PointType.COMMON_CAUSE, x, y, 2.8) for x, y in places)]


def _places(icon: Assurance, better: Better) -> tuple[float, float, float]:
    """Top and height of the spread, and the height of the target: beyond the spread, or through it."""
    if icon is Assurance.HIT_OR_MISS:
        return 23.0, 12.0, 29.0
    is_above = (icon is Assurance.FAIL) == (better is Better.UP)
    return (27.0, 9.0, 23.5) if is_above else (22.5, 9.0, 35.0)
