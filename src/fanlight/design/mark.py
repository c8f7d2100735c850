"""The mark: a semicircular window with five panes. The pane of the present step is lit.

One shape, three uses: the logo, the favicon, and the large picture of a team's progress on its home page.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin

from markupsafe import Markup, escape

from fanlight.design import palette


class Step(StrEnum):
    """The five steps of the thread, in order."""

    LOOK = "look"
    ASK = "ask"
    TALK = "talk"
    CHANGE = "change"
    SHARE = "share"

    @property
    def label(self) -> str:
        return self.value.capitalize()

    @property
    def place(self) -> int:
        """From 1 to 5."""
        return list(Step).index(self) + 1


@dataclass(frozen=True)
class Arch:
    """The window's geometry: a half circle standing on its sill, with a small half circle at its hub."""

    centre: float
    sill: float
    outer: float
    hub: float

    def point(self, radius: float, turn: float) -> str:
        """A point at `turn` fifths of the way from the left end of the sill to the right."""
        angle = pi * (1 - turn / 5)
        return f"{self.centre + radius * cos(angle):.1f} {self.sill - radius * sin(angle):.1f}"

    def pane(self, place: int) -> str:
        """The outline of a pane, 1 being the leftmost."""
        start, end = place - 1, place
        return (
            f"M{self.point(self.hub, start)}L{self.point(self.outer, start)}"
            f"A{self.outer:g} {self.outer:g} 0 0 1 {self.point(self.outer, end)}"
            f"L{self.point(self.hub, end)}A{self.hub:g} {self.hub:g} 0 0 0 {self.point(self.hub, start)}Z"
        )

    def half_disc(self, radius: float) -> str:
        return f"M{self.point(radius, 0)}A{radius:g} {radius:g} 0 0 1 {self.point(radius, 5)}Z"

    def rays(self, place: int, near: float, far: float) -> str:
        """Short strokes outside the lit pane: it can be told from the others without seeing colour."""
        turns = (place - 0.8, place - 0.5, place - 0.2)
        return "".join(f"M{self.point(near, turn)}L{self.point(far, turn)}" for turn in turns)


def _glass(place: int, step: Step | None) -> str:
    if step is None or place == step.place:
        return palette.SUN
    return palette.SUN_PALE if place < step.place else palette.SHEET


def _panes(arch: Arch, step: Step | None) -> str:
    return "".join(
        f'<path class="fl-pane" d="{arch.pane(place)}" fill="{_glass(place, step)}"/>'
        for place in range(1, 6)
    )


def _drawn(width: float, height: float, size: int, name: str, body: str) -> Markup:
    meaning = f'role="img" aria-label="{escape(name)}"' if name else 'aria-hidden="true"'
    return Markup(  # noqa: S704 (numbers of ours and an escaped name)
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{size}" '
        f'height="{round(size * height / width)}" {meaning} focusable="false">{body}</svg>'
    )


def progress_name(step: Step | str | None) -> str:
    """What a screen reader says for the picture."""
    if not step:
        return "Fanlight"
    step = Step(step)
    return f"A window of five panes: Look, Ask, Talk, Change, Share. Step {step.place} is lit: {step.label}."


def fanlight_mark(step: Step | str | None = None, *, size: int = 46, name: str = "") -> Markup:
    """The small mark. Without a step every pane is lit; without a name it is decoration."""
    arch = Arch(centre=32, sill=32, outer=29, hub=9)
    bars = "".join(f"M{arch.point(arch.hub, turn)}L{arch.point(arch.outer, turn)}" for turn in range(1, 5))
    body = (
        f"{_panes(arch, Step(step) if step else None)}"
        f'<path d="{arch.half_disc(arch.hub)}" fill="{palette.SHEET}"/>'
        f'<path d="{arch.half_disc(arch.outer)}{arch.half_disc(arch.hub)}{bars}" fill="none" '
        f'stroke="{palette.INK}" stroke-width="3.4" stroke-linejoin="round"/>'
    )
    return _drawn(64, 35, size, name, body)


def fanlight_window(step: Step | str | None, *, size: int = 440) -> Markup:
    """The large window of a team's home: every pane named, the present one lit."""
    step = Step(step) if step else None
    arch = Arch(centre=180, sill=186, outer=164, hub=40)
    bars = "".join(f"M{arch.point(arch.hub, turn)}L{arch.point(arch.outer, turn)}" for turn in range(1, 5))
    lit = ""
    if step:
        lit = (
            f'<path d="{arch.rays(step.place, 170, 180)}" fill="none" '
            f'stroke="{palette.AMBER}" stroke-width="3" stroke-linecap="round"/>'
        )
    body = (
        f"{_panes(arch, step)}{lit}"
        f'<path d="{arch.half_disc(arch.hub)}" fill="{palette.PAPER}"/>'
        f'<path d="{arch.half_disc(arch.outer)}{arch.half_disc(arch.hub)}{bars}M4 186H356" fill="none" '
        f'stroke="{palette.INK}" stroke-width="3.2" stroke-linejoin="round" stroke-linecap="round"/>'
        f"{''.join(_label(arch, each, lit=each is step) for each in Step)}"
    )
    return _drawn(360, 187.6, size, progress_name(step), body)


def _label(arch: Arch, step: Step, *, lit: bool) -> str:
    radius = {1: 112, 2: 121, 3: 116, 4: 121, 5: 112}[step.place]
    x, y = arch.point(radius, step.place - 0.5).split()
    weight = "700" if lit else "400"
    return (
        f'<text x="{x}" y="{float(y) + 5:.1f}" text-anchor="middle" '
        f'font-family="Arial, Helvetica, sans-serif" font-size="16" '
        f'font-weight="{weight}" fill="{palette.INK}">{step.label}</text>'
    )


def favicon() -> Markup:
    """The mark as a square picture for a browser's tab."""
    drawn = str(fanlight_mark(size=64))
    flat, square = '"0 0 64 35" width="64" height="35"', '"0 -14.5 64 64" width="64" height="64"'
    return Markup(drawn.replace(flat, square))  # noqa: S704
