"""The mean and the mean moving range, which make the limits of an XmR chart."""

from dataclasses import dataclass

import numpy as np

from fanlight.measure.spc.pieces import BoolArray, FloatArray, IntArray, Pieces

LIMIT = 2.66  # three standard deviations over d2 = 1.128, rounded as every tool in the NHS rounds it
NEAR_LIMIT = LIMIT * 2 / 3
SCREEN = 3.267  # D4 for ranges of two: a larger moving range is itself outside the limits of an mR chart
ROUNDING = 64 * float(np.finfo(np.float64).eps)


@dataclass(frozen=True, eq=False)
class Limits:
    """Mean and mean moving range, one figure for each piece, and the number of points both rest on.

    `reach` is the mean moving range: the limits lie 2.66 times as far from the mean. It is NaN where a piece
    is too short to have one.
    """

    mean: FloatArray
    reach: FloatArray
    used: IntArray


def xmr_limits(
    values: FloatArray,
    pieces: Pieces,
    *,
    fix: IntArray | None = None,
    screened: BoolArray | None = None,
) -> Limits:
    """Mean and mean moving range of individual values, for every piece at once.

    Formula: mr_i = |x_i − x_(i−1)| inside a piece; mean ± 2.66 × mean(mr).
    Units: those of `values`.
    Shapes: `values` is one long array; `fix` and `screened` have one entry for each piece.
    `fix`: only the first so many points of a piece (or all, if it has fewer) set its mean and limits.
    `screened`: moving ranges of 3.267 × their mean or more are left out once, and their mean taken again.
    Missing data: none may be in `values`; leave such points out before.
    A piece of one point (or fixed on one) has a mean and no limits (NaN). A constant piece has limits on
    its mean, screened or not. Errors: none.
    Source: NHS England, Making Data Count; for screening L. S. Nelson, Journal of Quality Technology 14
    (1982) 172–173.
    In R: `NHSRplotthedots::ptd_spc(screen_outliers = FALSE)`.

    >>> eighteen = np.array([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], dtype=float)
    >>> all_ranges = xmr_limits(eighteen, Pieces.of_lengths([18]))
    >>> (all_ranges.mean + LIMIT * all_ranges.reach).round(2).tolist()
    [6.95]
    >>> screened = xmr_limits(eighteen, Pieces.of_lengths([18]), screened=np.array([True]))
    >>> (screened.mean + LIMIT * screened.reach).round(2).tolist()
    [4.6]
    """
    ranges = np.abs(np.diff(values, prepend=values[:1]))
    counts = ~pieces.is_first
    if fix is None:
        used = pieces.lengths
        mean = _means(values, used, pieces)
    else:
        used = np.minimum(pieces.lengths, fix)
        is_used = pieces.position < np.repeat(used, pieces.lengths)
        counts = counts & is_used
        mean = _means(np.where(is_used, values, 0.0), used, pieces, is_used)
    return Limits(mean=mean, reach=_mean_ranges(ranges, counts, pieces, screened), used=used)


def _means(
    values: FloatArray, used: IntArray, pieces: Pieces, is_used: BoolArray | None = None
) -> FloatArray:
    """The mean of each piece, taken twice: the second pass removes the rounding of the first."""
    first = pieces.sums(values) / used
    left_over = values - pieces.spread(first)
    if is_used is not None:
        left_over[~is_used] = 0.0
    return first + pieces.sums(left_over) / used


def _mean_ranges(
    ranges: FloatArray, counts: BoolArray, pieces: Pieces, screened: BoolArray | None
) -> FloatArray:
    with np.errstate(invalid="ignore"):
        mean = pieces.sums(np.where(counts, ranges, 0.0)) / pieces.sums(counts.astype(np.float64))
        if screened is None or not screened.any():
            return mean
        keeps = counts & (ranges < pieces.spread(SCREEN * mean))
        again = pieces.sums(np.where(keeps, ranges, 0.0)) / pieces.sums(keeps.astype(np.float64))
    # A constant piece loses every range to the screen; its mean range is still nought.
    return np.where(screened & (mean > 0), again, mean)
