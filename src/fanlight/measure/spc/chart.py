"""A finished control chart: points, limits, signals and what they mean, as values."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

import numpy as np

from fanlight.measure.spc import meaning
from fanlight.measure.spc.cautions import FEW_POINTS, Caution
from fanlight.measure.spc.meaning import Assurance, PointType, Variation
from fanlight.measure.spc.pieces import BoolArray, CodeArray, DateArray, FloatArray
from fanlight.measure.spc.plan import Plan, Unit
from fanlight.measure.spc.runs import RunsTest
from fanlight.measure.spc.signals import Side, Signal


class ChartKind(Enum):
    """The charts this package can calculate, by their names in the field."""

    XMR = "xmr"
    RUN = "run"
    P = "p"
    U = "u"
    T = "t"
    G = "g"

    @property
    def title(self) -> str:
        titles = {"xmr": "XmR chart", "run": "Run chart"}
        return titles.get(self.value, f"{self.value.upper()} chart")

    @property
    def unit(self) -> Unit | None:
        """The unit that the kind of chart settles; None where the plan says it."""
        units = {"p": Unit.PERCENTAGE, "u": Unit.COUNT, "t": Unit.COUNT, "g": Unit.COUNT}
        return units.get(self.value)

    @property
    def centre_is_median(self) -> bool:
        return self in {ChartKind.RUN, ChartKind.G}


@dataclass(frozen=True)
class Segment:
    """A stretch of points with limits of its own.

    `begins` and `ends` count points from 0, `ends` not included. `lower` and `upper` are None where the
    limits differ from point to point, or cannot be had. `used` is how many points mean and limits rest on.
    `reason` is why the segment begins (None for the first).
    """

    begins: int
    ends: int
    starts_on: np.datetime64
    mean: float
    lower: float | None
    upper: float | None
    used: int
    reason: str | None = None
    runs: RunsTest | None = None

    @property
    def size(self) -> int:
        return self.ends - self.begins

    @property
    def is_trial(self) -> bool:
        """True while the limits rest on fewer than twelve points."""
        return self.used < FEW_POINTS


@dataclass(frozen=True, eq=False)
class ControlChart:
    """Every array is as long as `periods`. Limits that cannot be had are NaN.

    `signals`, `sides` and `types` hold the codes of `Signal`, `Side` and `PointType`.
    """

    kind: ChartKind
    plan: Plan
    periods: DateArray
    values: FloatArray
    centre: FloatArray
    lower: FloatArray
    upper: FloatArray
    near_lower: FloatArray
    near_upper: FloatArray
    signals: CodeArray
    sides: CodeArray
    types: CodeArray
    is_after_gap: BoolArray
    segments: tuple[Segment, ...]
    cautions: tuple[Caution, ...]

    def __len__(self) -> int:
        return int(self.values.size)

    @property
    def last_signal(self) -> Signal:
        return Signal(int(self.signals[-1])) if len(self) else Signal.NONE

    @property
    def variation(self) -> Variation:
        """The variation icon: that of the last point."""
        side = Side(int(self.sides[-1])) if len(self) else Side.ON
        return meaning.variation(self.last_signal, side, self.plan.better)

    @property
    def assurance(self) -> Assurance | None:
        """The assurance icon: the target against the limits at the last point."""
        if not len(self):
            return None
        lower, upper = float(self.lower[-1]), float(self.upper[-1])
        return meaning.assurance(self.plan.target, lower, upper, self.plan.better)

    def signal_at(self, index: int) -> Signal:
        return Signal(int(self.signals[index]))

    def type_at(self, index: int) -> PointType:
        return PointType(int(self.types[index]))

    @cached_property
    def unit(self) -> Unit:
        """What a value is, as far as drawing goes.

        A P chart's values are percentages; a rate or a time cannot be less than nought. Where nobody has
        said, values of which none is below nought are drawn as counts.
        """
        said = self.kind.unit or self.plan.unit
        return said or (Unit.COUNT if not (self.values < 0).any() else Unit.NUMBER)

    def drawn_limits(self) -> tuple[FloatArray, FloatArray]:
        """Lower and upper limits cut to where the unit's scale ends. For drawing only."""
        floor, ceiling = self.unit.floor, self.unit.ceiling
        lower = self.lower if floor is None else np.maximum(self.lower, floor)
        upper = self.upper if ceiling is None else np.minimum(self.upper, ceiling)
        return lower, upper
