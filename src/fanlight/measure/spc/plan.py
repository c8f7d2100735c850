"""What the people who keep a chart have decided about it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from fanlight.measure.spc.meaning import Better
from fanlight.measure.spc.signals import MAKING_DATA_COUNT, RuleSet


class Unit(Enum):
    """What a value is, as far as drawing needs to know: where its scale ends."""

    NUMBER = "number"
    COUNT = "count"
    PERCENTAGE = "percentage"

    @property
    def floor(self) -> float | None:
        return None if self is Unit.NUMBER else 0.0

    @property
    def ceiling(self) -> float | None:
        return 100.0 if self is Unit.PERCENTAGE else None


@dataclass(frozen=True)
class Rebase:
    """Begin new limits on this date, because something is known to have changed.

    It takes a reason; nothing in this package ever rebases by itself. The new limits begin at the first point
    on or after `on`.

    >>> Rebase(on=date(2026, 4, 1), reason=" ")
    Traceback (most recent call last):
    ...
    ValueError: to rebase a chart, say what changed: a chart rebased without a reason hides signals
    """

    on: date
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError(
                "to rebase a chart, say what changed: a chart rebased without a reason hides signals"
            )


@dataclass(frozen=True)
class Plan:
    """How a series is to be charted.

    `better`: which way is better. `target`: the level wanted (drawn, and judged if `better` has a direction).
    `rebases`: in any order. `fix`: mean and limits rest on the first so many points of each segment.
    `is_screened`: leave out the largest moving ranges once, as NHSRplotthedots does and the NHS England
    spreadsheet does not. `unit`: only for drawing; None if nobody has said. `per`: what the rate of a U chart
    is given for (1,000 bed days).
    """

    better: Better = Better.NEITHER
    target: float | None = None
    rebases: tuple[Rebase, ...] = ()
    fix: int | None = None
    is_screened: bool = False
    rules: RuleSet = MAKING_DATA_COUNT
    unit: Unit | None = None
    per: float = 1.0

    def __post_init__(self) -> None:
        if self.fix is not None and self.fix < 2:
            raise ValueError("limits need at least two points to be fixed on")
