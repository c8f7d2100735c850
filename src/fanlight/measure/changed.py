"""What has changed since an earlier round, worked out from two releases and from nothing else."""

import math
from dataclasses import dataclass
from enum import Enum

from fanlight.measure.disclosure import QuestionResult, Shown, Span

ROUNDED = 0.5  # points: a whole per cent may lie this far from the share it stands for
NEARLY_WHOLE = 1e-9


class Verdict(Enum):
    """What may be said of a change."""

    BETTER = "better"
    WORSE = "worse"
    CHANCE = "could-be-chance"


@dataclass(frozen=True)
class Changed:
    """A figure in an earlier and a later round, in whole per cents; `low` and `high` bound the difference in points."""

    before: int
    now: int
    low: int
    high: int

    @property
    def difference(self) -> int:
        return self.now - self.before

    @property
    def verdict(self) -> Verdict:
        if self.low > 0:
            return Verdict.BETTER
        return Verdict.WORSE if self.high < 0 else Verdict.CHANCE


def is_same_question(before: QuestionResult, now: QuestionResult) -> bool:
    """Whether both rounds asked it with the same answers, the same of them favourable."""
    return before.question == now.question


def changed(before: QuestionResult, now: QuestionResult) -> Changed | None:
    """Newcombe's interval for the change of one statement's per cent positive, from what both rounds show of it.

    Formula: with shares p1 (earlier) and p2 (later) and their Wilson limits l and u, d = p2 − p1,
    from d − √((p2−l2)² + (u1−p1)²) to d + √((u2−p2)² + (p1−l1)²).
    The limits are those of the releases: each has its own round's finite population correction and is rounded outwards.
    The shares are whole per cents, so each may lie half a point to either side; the worse of the two is taken for each
    end, and the ends are rounded outwards. So this interval always holds the one that the exact counts would give.

    It is a function of figures that are shown already. Whoever has both releases can work it out with pen and paper,
    so showing it gives nothing away. What could be guessed from two rounds of the same people, could be guessed
    without it.

    Returns None where either round shows no exact figure, or no answer is good or bad news.
    Units: whole per cents in, whole points out. What is assumed: as `scoring.intervals.change_between_rounds`; the same
    people answer both rounds more alike than strangers would, so the interval errs on the side of caution.
    Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
    R: `DescTools::BinomDiffCI(x2, n2, x1, n1, method = "score")`, for rounds without a population.
    """
    if not (isinstance(before.positive, Shown) and isinstance(now.positive, Shown)):
        return None
    if not (isinstance(before.interval, Shown) and isinstance(now.interval, Shown)):
        return None
    first, second = before.interval.value, now.interval.value
    p1, p2 = int(before.positive.value), int(now.positive.value)
    low = _lower_end(_within(p1 + ROUNDED, first), first, _within(p2 - ROUNDED, second), second)
    high = -_lower_end(_within(p2 + ROUNDED, second), second, _within(p1 - ROUNDED, first), first)
    return Changed(
        before=p1,
        now=p2,
        low=max(math.floor(low + NEARLY_WHOLE), -100),
        high=min(math.ceil(high - NEARLY_WHOLE), 100),
    )


def _lower_end(taken: float, its: Span, whole: float, around: Span) -> float:
    """The least that `whole` less `taken` may be. The other end is the same with the two changed over."""
    return whole - taken - math.hypot(whole - around.low, its.high - taken)


def _within(share: float, span: Span) -> float:
    return min(max(share, span.low), span.high)
