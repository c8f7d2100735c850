"""A ratio with its interval on one line, parity in the middle."""

import math

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts.svg import WIDE, Pen, for_every_screen

EDGE = 36.0  # half the longest label
HEIGHT = 96.0
LINE = 44.0
TICKS = {0.25: "a quarter", 0.5: "half", 1.0: "the same", 2.0: "twice", 4.0: "4 times"}


def ratio_chart(
    ratio: float, low: float, high: float, *, name: str, description: str, width: int = WIDE
) -> Markup:
    """Equal factors are equal steps: twice as likely stands as far from parity as half as likely."""
    pen = Pen(width)
    most = max(4.0, high * 1.1, 1.1 / low)

    def x(value: float) -> float:
        return width / 2 + (width / 2 - EDGE) * math.log(value) / math.log(most)

    pen.rule(EDGE, LINE, width - EDGE, LINE, stroke=palette.LINE, width=2)
    for tick, words in TICKS.items():
        is_parity = tick == 1
        pen.rule(x(tick), LINE - (26 if is_parity else 8), x(tick), LINE + 12, width=2 if is_parity else 1.2)
        pen.text(x(tick), LINE + 34, words, size=14, anchor="middle", bold=is_parity)
    pen.rule(x(low), LINE, x(high), LINE, stroke=palette.TEAL, width=9, stroke_opacity="0.35")
    pen.dot(x(ratio), LINE, 7, palette.TEAL, stroke=palette.SHEET)
    return pen.finished(HEIGHT, name, description)


def ratio_chart_for_every_screen(
    ratio: float, low: float, high: float, *, name: str, description: str
) -> Markup:
    return for_every_screen(
        lambda width: ratio_chart(ratio, low, high, name=name, description=description, width=width)
    )
