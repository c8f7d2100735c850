"""What a signal means: better or worse for a point, for the whole chart, and against a target."""

from enum import Enum, IntEnum

import numpy as np

from fanlight.measure.spc.pieces import CodeArray
from fanlight.measure.spc.signals import Side, Signal


class Better(IntEnum):
    """Which way is better. `NEITHER`: a change is worth knowing, but is neither good nor bad in itself."""

    DOWN = -1
    NEITHER = 0
    UP = 1


class PointType(IntEnum):
    """What one point says, in the words of NHS Making Data Count."""

    COMMON_CAUSE = 0
    IMPROVEMENT = 1
    CONCERN = 2
    NEUTRAL_HIGH = 3
    NEUTRAL_LOW = 4

    @property
    def slug(self) -> str:
        """The name as files write it."""
        return self.name.lower()


class Variation(Enum):
    """The variation icon: what the last point says about now. High and low give the icon its letter."""

    COMMON_CAUSE = "common_cause"
    IMPROVEMENT_HIGH = "improvement_high"
    IMPROVEMENT_LOW = "improvement_low"
    CONCERN_HIGH = "concern_high"
    CONCERN_LOW = "concern_low"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"


class Assurance(Enum):
    """The assurance icon: will the target be met if nothing changes?"""

    PASS = "pass"  # noqa: S105 (the field's word for a target reliably met)
    FAIL = "fail"
    HIT_OR_MISS = "hit_or_miss"


_TYPES = np.array(  # a row for each Better, a column for each Side
    [
        [PointType.IMPROVEMENT, PointType.CONCERN, PointType.CONCERN],
        [PointType.NEUTRAL_LOW, PointType.NEUTRAL_LOW, PointType.NEUTRAL_HIGH],
        [PointType.CONCERN, PointType.CONCERN, PointType.IMPROVEMENT],
    ],
    dtype=np.int8,
)


def point_types(signals: CodeArray, sides: CodeArray, better: Better | CodeArray) -> CodeArray:
    """`PointType` codes: the side of each signal times the direction that is better.

    A rising trend counts as above, a falling one as below, wherever its points lie. `better` is one
    direction, or the code of one for each point.

    >>> signals, sides = np.array([0, 4, 2], dtype=np.int8), np.array([0, 1, -1], dtype=np.int8)
    >>> [PointType(code).slug for code in point_types(signals, sides, Better.DOWN)]
    ['common_cause', 'concern', 'improvement']
    """
    kinds = _TYPES[np.asarray(better, dtype=np.int8) + 1, sides + 1]
    return np.where(signals != Signal.NONE, kinds, np.int8(PointType.COMMON_CAUSE))


def variation(signal: Signal, side: Side, better: Better) -> Variation:
    """The variation icon of a chart whose last point carries this signal.

    >>> variation(Signal.SHIFT, Side.BELOW, Better.DOWN)
    <Variation.IMPROVEMENT_LOW: 'improvement_low'>
    """
    if signal is Signal.NONE:
        return Variation.COMMON_CAUSE
    height = "high" if side is Side.ABOVE else "low"
    if better is Better.NEITHER:
        return Variation(f"neutral_{height}")
    meaning = "improvement" if int(side) == int(better) else "concern"
    return Variation(f"{meaning}_{height}")


def assurance(target: float | None, lower: float, upper: float, better: Better) -> Assurance | None:
    """The assurance icon: the target against the limits that hold now.

    A target beyond both limits is met always or never; between them, or exactly on one, chance decides.
    None without a target, without a direction, or without limits (a single point).

    >>> assurance(95.0, 96.1, 99.0, Better.UP), assurance(95.0, 95.0, 99.0, Better.UP)
    (<Assurance.PASS: 'pass'>, <Assurance.HIT_OR_MISS: 'hit_or_miss'>)
    >>> assurance(95.0, 96.1, 99.0, Better.NEITHER) is None
    True
    """
    if target is None or better is Better.NEITHER or not np.isfinite([lower, upper]).all():
        return None
    if lower <= target <= upper:
        return Assurance.HIT_OR_MISS
    is_beyond = target < lower if better is Better.UP else target > upper
    return Assurance.PASS if is_beyond else Assurance.FAIL
