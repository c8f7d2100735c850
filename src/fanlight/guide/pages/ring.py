"""Cards in a ring with the arrows between them, drawn as SVG."""

from collections.abc import Sequence
from math import cos, hypot, pi, sin

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.english import counted

SIZE, RING, DISC = 340, 120, 24


def ring(cards: Sequence[str], arrows: Sequence[Sequence[str]]) -> Markup:
    """The cards as numbered discs in a ring, with the arrows between them. The list beside it says the same."""
    at = {card: _spot(place, len(cards)) for place, card in enumerate(cards)}
    lines = "".join(_arrow(at[start], at[end]) for start, end in arrows)
    discs = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{DISC}" fill="{palette.SHEET}" stroke="{palette.INK}" stroke-width="2"/>'
        f'<text x="{x:.1f}" y="{y + 7:.1f}" text-anchor="middle" font-size="20" font-weight="700" '
        f'fill="{palette.INK}">{place + 1}</text>'
        for place, (x, y) in enumerate(at.values())
    )
    return Markup(  # noqa: S704 (numbers and colours of ours)
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" role="img" '
        f'aria-label="{counted(len(cards), "card")} in a ring, {counted(len(arrows), "arrow")} between them">'
        f"{lines}{discs}</svg>"
    )


def _spot(place: int, of: int) -> tuple[float, float]:
    angle = 2 * pi * place / of - pi / 2
    return SIZE / 2 + RING * cos(angle), SIZE / 2 + RING * sin(angle)


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line from rim to rim, moved a little to its right, so that there and back are two; and its head."""
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1
    along = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    aside = -along[1] * 5, along[0] * 5
    x1, y1 = (start[i] + along[i] * DISC + aside[i] for i in (0, 1))
    x2, y2 = (end[i] - along[i] * (DISC + 8) + aside[i] for i in (0, 1))
    left = x2 - along[1] * 6, y2 + along[0] * 6
    right = x2 + along[1] * 6, y2 - along[0] * 6
    tip = x2 + along[0] * 9, y2 + along[1] * 9
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (left, tip, right))
    return (
        f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{palette.TEAL}" stroke-width="2.4" fill="none"/>'
        f'<polygon points="{points}" fill="{palette.TEAL}"/>'
    )
