"""How many answers are good news: per cent positive, for an item and for a composite."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike


@dataclass(frozen=True, slots=True)
class ItemAgreement:
    """One item: the answers that count, how many of them are positive, and that as a percentage."""

    valid: int
    positive: int

    @property
    def percent_positive(self) -> float | None:
        """None when there is no valid answer."""
        return 100 * self.positive / self.valid if self.valid else None


def item_agreement(
    answers: ArrayLike, *, positive: Collection[int], missing: Collection[int] = ()
) -> ItemAgreement:
    """Per cent positive of one item.

    Formula: positive answers / valid answers · 100. The neutral answer stays in the denominator; "does not
    apply" and missing answers are in neither.
    Parameters: `answers`, raw codes; `positive`, the codes that are good news (for a negatively worded
    item the disagreeing ones); `missing`, the codes that say nothing. NaN is missing too.
    Source: AHRQ, Surveys on Patient Safety Culture, user's guides.
    R: `mean(x[!x %in% missing] %in% positive)`.

    >>> item_agreement([5, 4, 3, 2, 9, float("nan")], positive={4, 5}, missing={9})
    ItemAgreement(valid=4, positive=2)
    """
    codes = np.asarray(answers, dtype=np.float64)
    valid = ~np.isnan(codes) & ~np.isin(codes, list(missing))
    return ItemAgreement(int(valid.sum()), int((valid & np.isin(codes, list(positive))).sum()))


@dataclass(frozen=True, slots=True)
class CompositeAgreement:
    """A composite: the mean of its items' percentages, and the pooled percentage beside it."""

    percent_positive: float | None
    percent_positive_pooled: float | None


def composite_agreement(items: Sequence[ItemAgreement]) -> CompositeAgreement:
    """Per cent positive of a composite, in the two ways that are in use.

    Formula: `percent_positive` is the mean of the items' percentages (AHRQ's definition: every item weighs
    the same); `percent_positive_pooled` is all positive answers / all valid answers (every answer weighs
    the same). They differ as soon as items have different numbers of valid answers.
    Missing data: an item that nobody answered leaves the first undefined, since a mean over other items
    could not be compared with other groups. The pooled figure then rests on the items that remain.
    Source: AHRQ, Surveys on Patient Safety Culture, user's guides.

    >>> both = composite_agreement([ItemAgreement(10, 5), ItemAgreement(2, 2)])
    >>> both.percent_positive, round(both.percent_positive_pooled, 2)
    (75.0, 58.33)
    """
    percentages = [item.percent_positive for item in items]
    known = [percentage for percentage in percentages if percentage is not None]
    mean = sum(known) / len(known) if known and len(known) == len(percentages) else None
    pooled = ItemAgreement(sum(item.valid for item in items), sum(item.positive for item in items))
    return CompositeAgreement(mean, pooled.percent_positive)
