"""The figures of one series over time, put in order before anything is calculated."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt

from fanlight.measure.spc.pieces import BoolArray, DateArray, FloatArray, IntArray

MOST_GAPS = 1 / 3  # with more gaps than this the series has no regular step to miss


@dataclass(frozen=True, eq=False)
class Points:
    """One series: a period and a value each, in order of time, without the blanks.

    Make it with `Points.of`. `blanks` are the periods that came without a value. `sizes` is what a rate or a
    percentage is out of (None otherwise).
    """

    periods: DateArray
    values: FloatArray
    sizes: FloatArray | None
    blanks: DateArray

    @classmethod
    def of(cls, periods: npt.ArrayLike, values: npt.ArrayLike, sizes: npt.ArrayLike | None = None) -> Self:
        """Put the points in order of their periods; equal periods keep the order in which they came.

        Shapes: all of one length. Units: `periods` are dates (or ISO text); `values` as recorded.
        Missing data: a value (or size) that is not a number, or a size of nought, is left out, its period
        noted in `blanks`, and its neighbours become neighbours of each other, exactly as if the row were
        absent. Errors: ValueError for unequal lengths, a date that is missing, an infinite value, or a
        negative size.

        >>> points = Points.of(["2026-03-01", "2026-01-01", "2026-02-01"], [5, 4, np.nan])
        >>> points.values.tolist(), points.blanks.astype(str).tolist()
        ([4.0, 5.0], ['2026-02-01'])
        """
        when = np.asarray(periods, dtype="datetime64[D]")
        what = np.asarray(values, dtype=np.float64)
        out_of = np.ones_like(what) if sizes is None else np.asarray(sizes, dtype=np.float64)
        _refuse_unusable(when, what, out_of)
        order = np.argsort(when, kind="stable")
        when, what, out_of = when[order], what[order], out_of[order]
        there = ~(np.isnan(what) | np.isnan(out_of) | (out_of == 0))
        return cls(
            periods=when[there],
            values=what[there],
            sizes=None if sizes is None else out_of[there],
            blanks=when[~there],
        )

    @cached_property
    def equal_periods(self) -> DateArray:
        """The periods that stand at more than one point."""
        again = self.periods[1:] == self.periods[:-1]
        return np.unique(self.periods[1:][again]) if again.any() else self.periods[:0]

    @property
    def missing_before(self) -> DateArray:
        """The points before which a period is missing altogether, not merely blank."""
        index = np.flatnonzero(self.is_after_gap)
        blanks_by = np.searchsorted(self.blanks, self.periods)
        unexplained: IntArray = index[blanks_by[index] == blanks_by[index - 1]]
        return self.periods[unexplained]

    @cached_property
    def is_after_gap(self) -> BoolArray:
        """True at each point before which at least one period has no value."""
        return _steps_too_long(self.periods)


def _refuse_unusable(when: DateArray, what: FloatArray, out_of: FloatArray) -> None:
    if not when.shape == what.shape == out_of.shape or when.ndim != 1:
        raise ValueError("periods, values and sizes must be as many as each other, in one row")
    if np.isnat(when).any():
        raise ValueError("every point needs a date")
    if np.isinf(what).any() or np.isinf(out_of).any():
        raise ValueError("an infinite value cannot be drawn")
    if (out_of < 0).any():
        raise ValueError("what a figure is out of cannot be less than nought")


def _steps_too_long(periods: DateArray) -> BoolArray:
    """Where a series with a regular step skips one or more steps.

    The regular step is the commonest one, counted in whole months if every date falls on the same day of the
    month (or on its last day), else in days. A series in which more than a third of the steps are longer has
    no regular step, and so no gaps.
    """
    skipped = np.zeros(periods.size, dtype=np.bool_)
    days = np.diff(periods.astype(np.int64))
    if days.size < 3 or days.min() == days.max():
        return skipped
    steps = _steps(periods)
    taken = steps[steps > 0]
    if taken.size < 3:
        return skipped
    lengths, counts = np.unique(taken, return_counts=True)
    usual = lengths[np.argmax(counts)]
    too_long = steps > usual
    if too_long.sum() <= MOST_GAPS * steps.size:
        skipped[1:] = too_long
    return skipped


def _steps(periods: DateArray) -> npt.NDArray[np.int64]:
    months = periods.astype("datetime64[M]")
    days = (periods - months.astype("datetime64[D]")).astype(np.int64)
    next_days = ((periods + 1) - (periods + 1).astype("datetime64[M]").astype("datetime64[D]")).astype(
        np.int64
    )
    by_month = periods.size > 0 and ((days == days[0]).all() or (next_days == 0).all())
    counted = months.astype(np.int64) if by_month else periods.astype(np.int64)
    return np.diff(counted)
