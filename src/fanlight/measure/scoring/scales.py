"""A person's score on a composite: reversed answers, means, and the 0 to 100 scale of the SAQ."""

import numpy as np
from numpy.typing import ArrayLike

from fanlight.measure.scoring.covariance import Floats, as_matrix

AGREES_FROM = 75.0
ROUNDING = 1e-9


def reversed_answers(answers: ArrayLike, *, lowest: int, highest: int) -> Floats:
    """The mirror image of answers to a negatively worded item: lowest + highest − answer. NaN stays NaN.

    >>> reversed_answers([1, 2, 5], lowest=1, highest=5).tolist()
    [5.0, 4.0, 1.0]
    """
    return lowest + highest - np.asarray(answers, dtype=np.float64)


def person_means(items: ArrayLike, *, least_share_answered: float = 0.0) -> Floats:
    """Each person's mean over the items they answered; NaN for a person who answered too few.

    Parameters: `items`, people × items, reversed where needed; `least_share_answered`, the share of items
    below which a person has no score (0.5: at least half). Missing data: NaN is left out; nothing is filled
    in. A person who answered nothing never has a score. Errors: ValueError unless there are two dimensions.
    R: `rowMeans(x, na.rm = TRUE)`, with NA where too few are answered.

    >>> person_means([[4, 5], [4, float("nan")]], least_share_answered=0.6).tolist()
    [4.5, nan]
    """
    matrix = as_matrix(items)
    answered = (~np.isnan(matrix)).sum(axis=1)
    enough = (answered > 0) & (answered >= least_share_answered * matrix.shape[1])
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(enough, np.nansum(matrix, axis=1) / answered, np.nan)


def scale_scores(
    items: ArrayLike, *, lowest: int = 1, highest: int = 5, least_share_answered: float = 0.5
) -> Floats:
    """Each person's score from 0 to 100 on a scale, as the Safety Attitudes Questionnaire defines it.

    Formula: (mean of the answered items − lowest) / (highest − lowest) · 100; on 1 to 5, (mean − 1) · 25.
    Parameters: as `person_means`. Missing data: at least half of the items by default; the questionnaire's
    owner states no rule, so ours is stated and can be changed.
    Source: Sexton and others 2006, BMC Health Serv Res 6:44; UTHealth's scoring key.

    >>> scale_scores([[4, 5, 3], [1, float("nan"), float("nan")]]).tolist()
    [75.0, nan]
    """
    means = person_means(items, least_share_answered=least_share_answered)
    return (means - lowest) / (highest - lowest) * 100


def percent_at_least(scores: ArrayLike, threshold: float = AGREES_FROM) -> float | None:
    """The percentage of people with a score who reach the threshold; None when nobody has a score.

    Missing data: NaN is in neither numerator nor denominator.

    >>> percent_at_least([75.0, 50.0, 100.0, float("nan")])
    66.66666666666667
    """
    values = np.asarray(scores, dtype=np.float64)
    known = values[~np.isnan(values)]
    return 100 * int((known >= threshold - ROUNDING).sum()) / len(known) if len(known) else None
