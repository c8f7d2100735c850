"""Whether two rounds differ: shares and means, tested."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fanlight.measure.scoring.intervals import Interval


@dataclass(frozen=True, slots=True)
class ShareTest:
    """The test of two shares: later less earlier, chi-squared on one degree of freedom, and its p-value."""

    difference: float
    chi_squared: float
    p_value: float


def two_proportions(earlier: tuple[int, int], later: tuple[int, int]) -> ShareTest | None:
    """Pearson's chi-squared test that two independent shares are equal, without continuity correction.

    Formula: X² = (p2 − p1)² / (p(1−p)(1/n1 + 1/n2)), p the pooled share; p-value from chi-squared, 1 df.
    Parameters: each round as (positive, valid). Missing data: leave out of both numbers first.
    Returns None when a round is empty or all answers of both rounds are the same (nothing to test).
    What is assumed: as in `change_between_rounds`; no finite population correction, so it is cautious for
    a small team. Errors: ValueError when positive is not between 0 and valid.
    R: `prop.test(c(x1, x2), c(n1, n2), correct = FALSE)`.

    >>> test = two_proportions((83, 86), (90, 93))
    >>> round(test.chi_squared, 6), round(test.p_value, 4)
    (0.009509, 0.9223)
    """
    (x1, n1), (x2, n2) = earlier, later
    if not (0 <= x1 <= n1 and 0 <= x2 <= n2):
        raise ValueError("the positive answers must be between none and all of the valid ones")
    if n1 == 0 or n2 == 0 or x1 + x2 in (0, n1 + n2):
        return None
    pooled = (x1 + x2) / (n1 + n2)
    difference = x2 / n2 - x1 / n1
    chi_squared = difference**2 / (pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    return ShareTest(difference, chi_squared, math.erfc(math.sqrt(chi_squared / 2)))


@dataclass(frozen=True, slots=True)
class MeanTest:
    """The test of two means: later less earlier, its interval, Student's t and its p-value."""

    difference: float
    interval: Interval
    t: float
    degrees_of_freedom: float
    p_value: float


def welch(earlier: ArrayLike, later: ArrayLike, *, confidence: float = 0.95) -> MeanTest | None:
    """Welch's test that two rounds have the same mean, when nobody can be matched between them.

    Formula: t = (m2 − m1) / √(s1²/n1 + s2²/n2), with Welch's and Satterthwaite's degrees of freedom.
    Parameters: each round's scores, one dimension. Missing data: NaN is left out of its own round.
    Returns None when a round has fewer than two scores or neither varies.
    What is assumed: independent rounds (see `change_between_rounds`); no finite population correction.
    Source: Welch 1947, Biometrika 34:28. R: `t.test(later, earlier)`.

    >>> test = welch([3, 4, 5, 4], [4, 5, 5, 4])
    >>> round(test.difference, 3), round(test.t, 4), round(test.degrees_of_freedom, 4)
    (0.5, 1.0, 5.4)
    """
    before, after = _known(earlier), _known(later)
    if min(len(before), len(after)) < 2:
        return None
    parts = (float(before.var(ddof=1)) / len(before), float(after.var(ddof=1)) / len(after))
    total = sum(parts)
    if total == 0:
        return None
    df = total**2 / (parts[0] ** 2 / (len(before) - 1) + parts[1] ** 2 / (len(after) - 1))
    return _mean_test(after.mean() - before.mean(), math.sqrt(total), df, confidence)


def paired(earlier: ArrayLike, later: ArrayLike, *, confidence: float = 0.95) -> MeanTest | None:
    """Student's paired test, for scores of the same people twice.

    Formula: with the differences d of those who have both scores, t = mean(d) / (sd(d)/√n), n − 1 df.
    Parameters: two rows of equal length, a person in the same place in each. Missing data: a person with
    one score only is left out. Fanlight's own rounds cannot be paired, since answers are not linked to
    people; this is for data from elsewhere.
    Returns None for fewer than two pairs or when all differences are equal.
    Errors: ValueError when the rows have different lengths. R: `t.test(later, earlier, paired = TRUE)`.

    >>> test = paired([3, 4, 5, 4], [4, 4, 5, 5])
    >>> round(test.difference, 3), round(test.t, 4), test.degrees_of_freedom
    (0.5, 1.7321, 3)
    """
    before, after = np.asarray(earlier, dtype=np.float64), np.asarray(later, dtype=np.float64)
    if before.shape != after.shape or before.ndim != 1:
        raise ValueError("the same people twice need two rows of the same length")
    differences = _known(after - before)
    if len(differences) < 2 or np.ptp(differences) == 0:
        return None
    error = float(differences.std(ddof=1)) / math.sqrt(len(differences))
    return _mean_test(differences.mean(), error, len(differences) - 1, confidence)


def _known(scores: ArrayLike) -> NDArray[np.float64]:
    values = np.asarray(scores, dtype=np.float64)
    return values[~np.isnan(values)]


def _mean_test(difference: float, error: float, df: float, confidence: float) -> MeanTest:
    from scipy import special

    t = float(difference) / error
    reach = float(special.stdtrit(df, 0.5 + confidence / 2)) * error
    interval = Interval(float(difference) - reach, float(difference) + reach)
    return MeanTest(float(difference), interval, t, df, float(2 * special.stdtr(df, -abs(t))))
