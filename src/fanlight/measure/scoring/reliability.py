"""Whether the items of a composite hang together: Cronbach's alpha and what goes with it.

Negatively worded items must be reversed before they come here.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from fanlight.measure.scoring.covariance import (
    Floats,
    as_matrix,
    complete_rows,
    correlation,
    pairwise_covariance,
)
from fanlight.measure.scoring.intervals import Interval
from fanlight.measure.scoring.quantiles import f_quantile

NOTHING = 1e-12


class Gaps(StrEnum):
    """What to do with a person who left out some of the items.

    PAIRWISE: each covariance uses everybody who answered both items. LISTWISE: only people who answered all.
    """

    PAIRWISE = "pairwise"
    LISTWISE = "listwise"


def cronbach_alpha(items: ArrayLike, *, gaps: Gaps = Gaps.PAIRWISE) -> float | None:
    """Cronbach's alpha: how much of the variance of a sum of items is shared between them.

    Formula: k/(k−1) · (1 − Σ variances / variance of the sum), from the covariance matrix of k items, not
    standardised. It may be negative, which means that items contradict each other.
    Parameters: `items`, people × items, reversed where needed. Missing data: NaN, handled as `gaps` says.
    Returns None for fewer than two items or two people, or when nothing varies.
    Errors: ValueError unless there are two dimensions.
    Source: Cronbach 1951, Psychometrika 16:297. R: `psych::alpha(x)$total$raw_alpha` (pairwise), the same
    of `na.omit(x)` (listwise).

    >>> answers = [[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 4, 5], [5, 4, float("nan")]]
    >>> round(cronbach_alpha(answers), 4), round(cronbach_alpha(answers, gaps=Gaps.LISTWISE), 4)
    (0.9044, 0.9333)
    """
    covariance = pairwise_covariance(complete_rows(items) if gaps is Gaps.LISTWISE else items)
    value = float(alpha_from_covariance(covariance))
    return None if np.isnan(value) else value


def alpha_from_covariance(covariance: Floats) -> Floats:
    """Alpha of covariance matrices, shape (…, k, k) in and (…) out; NaN where it is undefined."""
    k = covariance.shape[-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        trace = np.trace(covariance, axis1=-2, axis2=-1)
        total = covariance.sum(axis=(-2, -1))
        return np.where((total > NOTHING * trace) & (k > 1), k / max(k - 1, 1) * (1 - trace / total), np.nan)


def feldt_interval(alpha: float, *, people: int, items: int, confidence: float = 0.95) -> Interval | None:
    """Feldt's interval for a listwise alpha.

    Formula: (1 − alpha)·F is compared with F on people − 1 and (people − 1)(items − 1) degrees of freedom:
    low = 1 − (1 − alpha)·F(1 − a/2), high = 1 − (1 − alpha)·F(a/2), with a = 1 − confidence.
    Parameters: `people` who answered every item. It does not hold for pairwise alpha, where people differ
    from pair to pair. What is assumed: items and people are drawn at random, errors are alike; no finite
    population correction.
    Returns None for fewer than two people or two items.
    Source: Feldt 1965, Psychometrika 30:357. R: `psych::alpha.ci(alpha, people, items)`.

    >>> around = feldt_interval(0.843143, people=30, items=7)
    >>> round(around.low, 4), round(around.high, 4)
    (0.7394, 0.9158)
    """
    if people < 2 or items < 2:
        return None
    tail = (1 - confidence) / 2
    df = people - 1, (people - 1) * (items - 1)
    return Interval(1 - (1 - alpha) * f_quantile(1 - tail, *df), 1 - (1 - alpha) * f_quantile(tail, *df))


@dataclass(frozen=True, slots=True)
class ItemInScale:
    """How one item sits in its composite. None where it cannot be said."""

    mean: float | None
    standard_deviation: float | None
    item_total: float | None
    corrected_item_total: float | None
    alpha_if_dropped: float | None


def items_in_scale(items: ArrayLike) -> tuple[ItemInScale, ...]:
    """For each item: its mean, its correlation with the total, and alpha without it.

    Formula: item_total is the correlation with the sum of all items, itself included;
    corrected_item_total that with the sum of the others; alpha_if_dropped the alpha of the others.
    Parameters: `items`, people × items, reversed where needed. Missing data: listwise; NaN in any item
    leaves the person out. Errors: ValueError unless there are two dimensions.
    R: `psych::alpha(na.omit(x))`: `item.stats$raw.r`, `item.stats$r.drop`, `alpha.drop$raw_alpha`.

    >>> first = items_in_scale([[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 4, 5]])[0]
    >>> round(first.item_total, 4), round(first.corrected_item_total, 4), round(first.alpha_if_dropped, 4)
    (1.0, 1.0, 0.8)
    """
    matrix = complete_rows(items)
    k = as_matrix(items).shape[1]
    covariance = pairwise_covariance(matrix)
    return tuple(_item_in_scale(matrix[:, i], covariance, i) for i in range(k))


def _item_in_scale(answers: Floats, covariance: Floats, i: int) -> ItemInScale:
    others = np.arange(len(covariance)) != i
    variance = covariance[i, i]
    with_total = covariance[i].sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        item_total = with_total / np.sqrt(variance * covariance.sum())
        rest = covariance[np.ix_(others, others)]
        corrected = (with_total - variance) / np.sqrt(variance * rest.sum())
    mean = answers.mean() if len(answers) else np.nan
    figures = (mean, np.sqrt(variance), item_total, corrected, alpha_from_covariance(rest))
    return ItemInScale(*(_known(float(figure)) for figure in figures))


def _known(value: float) -> float | None:
    return value if np.isfinite(value) else None


def mean_correlation(items: ArrayLike) -> float | None:
    """The mean correlation between two different items.

    Missing data: listwise. None when an item does not vary or there is one item only.
    R: `psych::alpha(na.omit(x))$total$average_r`.

    >>> round(mean_correlation([[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 4, 5]]), 4)
    0.8501
    """
    correlations = correlation(pairwise_covariance(complete_rows(items)))
    above = correlations[np.triu_indices(len(correlations), 1)]
    return _known(float(above.mean())) if len(above) else None


def standardised_alpha(items: ArrayLike) -> float | None:
    """Alpha of standardised items: k·r / (1 + (k − 1)·r), r the mean correlation.

    Missing data: listwise. None as for `mean_correlation`.
    R: `psych::alpha(na.omit(x))$total$std.alpha`. The scorer does not report it: items on one scale need
    no standardising.

    >>> round(standardised_alpha([[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 4, 5]]), 4)
    0.9445
    """
    r, k = mean_correlation(items), as_matrix(items).shape[1]
    return None if r is None else k * r / (1 + (k - 1) * r)
