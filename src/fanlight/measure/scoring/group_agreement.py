"""How far people in the same group agree: r_wg, r_wg(j), ICC(1) and ICC(2)."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from fanlight.measure.scoring.covariance import Floats, complete_rows


def chance_variance(options: int) -> float:
    """The variance of answers ticked at random, all `options` equally likely: (A² − 1) / 12.

    >>> chance_variance(5)
    2.0
    """
    return (options**2 - 1) / 12


def r_wg(answers: ArrayLike, *, options: int) -> float | None:
    """r_wg: how far one group agrees on one item, against answers at random.

    Formula: 1 − s² / σ², s² the variance of the answers (divisor n − 1), σ² = (A² − 1)/12. Where people
    agree less than by chance the value would be negative; it is set to 0.
    Parameters: `answers` of one group; `options`, the number of answers on the scale (A).
    Missing data: NaN is left out. Returns None for fewer than two answers.
    Errors: ValueError for fewer than two options.
    Source: James, Demaree and Wolf 1984, J Appl Psychol 69:85. R: `multilevel::rwg(x, grpid, ranvar = 2)`.

    >>> r_wg([4, 4, 5, 4], options=5)
    0.875
    """
    column = np.asarray(answers, dtype=np.float64).reshape(-1, 1)
    return r_wg_j(column, options=options)


def r_wg_j(items: ArrayLike, *, options: int) -> float | None:
    """r_wg(j): how far one group agrees over the items of a composite.

    Formula: with J items, r = 1 − mean s² / σ² as in `r_wg`, J·r / (J·r + 1 − r); below 0 it is set to 0.
    Parameters: `items`, people of one group × items, reversed where needed; `options` on their scale.
    Missing data: listwise. Returns None for fewer than two people.
    Errors: ValueError for fewer than two options.
    The null of equal use of all answers is generous: most people lean towards agreeing. Read a high
    value as agreement, not as proof of it.
    Source: James, Demaree and Wolf 1984, J Appl Psychol 69:85. R: `multilevel::rwg.j(x, grpid, ranvar = 2)`.

    >>> round(r_wg_j([[4, 5], [4, 4], [5, 4], [4, 5]], options=5), 4)
    0.9213
    """
    if options < 2:
        raise ValueError("agreement needs a scale of at least two answers")
    matrix = complete_rows(items)
    if len(matrix) < 2:
        return None
    return float(
        r_wg_from_variance(matrix.var(axis=0, ddof=1).mean(), items=matrix.shape[1], options=options)
    )


def r_wg_from_variance(mean_variance: ArrayLike, *, items: int, options: int) -> Floats:
    """r_wg(j) from the mean of the items' variances, any shape; NaN stays NaN."""
    shared = np.maximum(1 - np.asarray(mean_variance, dtype=np.float64) / chance_variance(options), 0)
    agreement: Floats = items * shared / (items * shared + 1 - shared)
    return agreement


ROUNDING = 1e-13


class GroupSize(StrEnum):
    """Which group size stands for unequal groups in ICC(1).

    K0: (N − Σn²/N) / (G − 1), the size that makes the analysis of variance unbiased. MEAN: N / G.
    """

    K0 = "k0"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class IntraclassCorrelation:
    """ICC(1) and ICC(2), with the analysis of variance that they come from."""

    icc1: float
    icc2: float
    people: int
    groups: int
    group_size: float
    mean_square_between: float
    mean_square_within: float


def intraclass_correlation(
    scores: ArrayLike, groups: ArrayLike, *, size: GroupSize = GroupSize.K0
) -> IntraclassCorrelation | None:
    """ICC(1) and ICC(2) from a one-way analysis of variance with random groups.

    Formula: MSB and MSW the mean squares between and within groups, k the group size (see GroupSize):
    ICC(1) = (MSB − MSW) / (MSB + (k − 1)·MSW), the share of variance that lies between groups;
    ICC(2) = (MSB − MSW) / MSB, how dependable a group's mean is. Both may be negative: groups then
    differ less than people drawn at random would. With k0 the two agree by Spearman and Brown's formula.
    Parameters: `scores`, one a person; `groups`, each person's group (whole numbers or names).
    Missing data: people with NaN are left out. Returns None for fewer than two groups, for no group with
    two people, or when all groups have the same mean.
    Errors: ValueError when the two have different lengths.
    A mixed model (REML) gives another ICC(1) for unequal groups; Fanlight does not fit one.
    Source: Bliese 2000; Shrout and Fleiss 1979, Psychol Bull 86:420; Snedecor and Cochran on k0.
    R: `multilevel::ICC1(aov(y ~ as.factor(g)))` with GroupSize.MEAN; `multilevel::ICC2` for both.

    >>> both = intraclass_correlation([1, 2, 4, 5, 4], ["a", "a", "b", "b", "b"])
    >>> round(both.icc1, 4), round(both.icc2, 4), round(both.group_size, 4)
    (0.9083, 0.9596, 2.4)
    """
    values, labels = np.asarray(scores, dtype=np.float64), np.asarray(groups)
    if values.shape != labels.shape:
        raise ValueError("there must be one group for each score")
    known = ~np.isnan(values)
    _, index = np.unique(labels[known], return_inverse=True)
    counts = np.bincount(index).astype(np.float64)
    sums = np.bincount(index, weights=values[known])
    squares = np.bincount(index, weights=values[known] ** 2)
    return icc_from_sums(counts, sums.astype(np.float64), squares.astype(np.float64), size=size)


def icc_from_sums(
    counts: Floats, sums: Floats, squares: Floats, *, size: GroupSize = GroupSize.K0
) -> IntraclassCorrelation | None:
    """The same from each group's number of scores, their sum and their sum of squares."""
    present = counts > 0
    n, sums, squares = counts[present], sums[present], squares[present]
    people, groups = int(n.sum()), len(n)
    if groups < 2 or people <= groups:
        return None
    noise = ROUNDING * float(squares.sum())
    between = float((sums**2 / n).sum() - sums.sum() ** 2 / people)
    within = float((squares - sums**2 / n).sum())
    if between <= noise:
        return None
    between, within = between / (groups - 1), (within if within > noise else 0.0) / (people - groups)
    k = people / groups if size is GroupSize.MEAN else (people - float((n**2).sum()) / people) / (groups - 1)
    total = between + (k - 1) * within
    icc1, icc2 = (between - within) / total, (between - within) / between
    return IntraclassCorrelation(icc1, icc2, people, groups, k, between, within)
