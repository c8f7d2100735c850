"""What a reader of a chart must be told about its data, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

import numpy as np

from fanlight.measure.spc.meaning import Better
from fanlight.measure.spc.pieces import DateArray
from fanlight.measure.spc.plan import Plan
from fanlight.measure.spc.points import Points

FEW_POINTS = 12


class CautionKind(Enum):
    """Why a chart is to be read with care."""

    NO_POINTS = "no_points"
    ONE_POINT = "one_point"
    TRIAL_LIMITS = "trial_limits"
    CONSTANT = "constant"
    BLANKS = "blanks"
    MISSING_PERIODS = "missing_periods"
    EQUAL_PERIODS = "equal_periods"
    TARGET_WITHOUT_DIRECTION = "target_without_direction"
    REBASE_WITHOUT_EFFECT = "rebase_without_effect"
    FIX_NOT_REACHED = "fix_not_reached"


@dataclass(frozen=True)
class Caution:
    """One thing to be told, and the words for it."""

    kind: CautionKind
    words: str


def in_words(day: np.datetime64) -> str:
    """A date as people write it.

    >>> in_words(np.datetime64("2026-04-01"))
    '1 April 2026'
    """
    when = day.astype("datetime64[D]").item()
    return f"{when.day} {when:%B %Y}"


def _dates_in_words(days: DateArray) -> str:
    at_most = 3
    named = [in_words(day) for day in days[:at_most]]
    if days.size > at_most:
        named.append(f"{days.size - at_most} more")
    *first, last = named
    return f"{', '.join(first)} and {last}" if first else last


def all_cautions(
    points: Points, plan: Plan, without_effect: DateArray, used: list[int], starts: list[np.datetime64]
) -> tuple[Caution, ...]:
    """Everything to be told about one chart, in the order in which a reader needs it."""
    return (
        *cautions_of_points(points),
        *cautions_of_limits(used, starts),
        *cautions_of_plan(points, plan, without_effect),
    )


def cautions_of_points(points: Points) -> Iterator[Caution]:
    """What the data alone give reason to say."""
    if points.values.size == 0:
        yield Caution(CautionKind.NO_POINTS, "There are no values to draw.")
        return
    if points.values.size == 1:
        yield Caution(CautionKind.ONE_POINT, "One point has no limits: they need a second to vary from.")
    elif np.ptp(points.values) == 0:
        yield Caution(
            CautionKind.CONSTANT,
            "Every value is the same, so the limits lie on the mean. Check that figures are really recorded.",
        )
    if points.blanks.size:
        yield Caution(
            CautionKind.BLANKS,
            f"No value was given for {_dates_in_words(points.blanks)}; the points around are neighbours.",
        )
    if (after := points.missing_before).size:
        yield Caution(
            CautionKind.MISSING_PERIODS,
            f"Periods are missing before {_dates_in_words(after)}; the points around are neighbours.",
        )
    if (same := points.equal_periods).size:
        yield Caution(
            CautionKind.EQUAL_PERIODS,
            f"More than one value is dated {_dates_in_words(same)}; they are kept in the order given.",
        )


def cautions_of_plan(points: Points, plan: Plan, without_effect: DateArray) -> Iterator[Caution]:
    """What the decisions about the chart give reason to say."""
    if plan.target is not None and plan.better is Better.NEITHER:
        yield Caution(
            CautionKind.TARGET_WITHOUT_DIRECTION,
            "A target without a direction is drawn but not judged: say whether up or down is better.",
        )
    if without_effect.size:
        yield Caution(
            CautionKind.REBASE_WITHOUT_EFFECT,
            f"Rebasing on {_dates_in_words(without_effect)} changes nothing: it parts no points.",
        )
    if plan.fix is not None and 0 < points.values.size < plan.fix:
        yield Caution(
            CautionKind.FIX_NOT_REACHED,
            f"Limits were to be fixed on {plan.fix} points; there are {points.values.size} so far.",
        )


def cautions_of_limits(used: list[int], starts: list[np.datetime64]) -> Iterator[Caution]:
    """What the number of points behind each segment's limits gives reason to say."""
    for count, start in zip(used, starts, strict=True):
        if 1 <= count < FEW_POINTS and (count > 1 or len(used) > 1):
            points = "point" if count == 1 else "points"
            since = f" from {in_words(start)}" if len(used) > 1 else ""
            yield Caution(
                CautionKind.TRIAL_LIMITS,
                f"Trial limits{since}: they rest on {count} {points} and will still move.",
            )
