"""How far a percentage could be from the truth, for a team that is finite and for a change between rounds."""

import math
from dataclasses import dataclass

from fanlight.measure.scoring.quantiles import normal_quantile

NEARLY_WHOLE = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """Two limits, as shares between 0 and 1 (a change: between −1 and 1)."""

    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low


def wilson(
    positive: int, valid: int, *, population: int | None = None, confidence: float = 0.95
) -> Interval | None:
    """Wilson's score interval for a share, corrected for a finite team.

    Formula: with p = positive / valid, z the normal quantile and m the effective number of answers,
    (p + z²/2m ± z √(p(1−p)/m + z²/4m²)) / (1 + z²/m).
    m = valid when the population is unknown or very large. In a team of N, m = valid · (N−1) / (N−valid):
    the hypergeometric variance p(1−p)/valid · (N−valid)/(N−1) stands in the place of the binomial one.
    When all N answered, nothing is uncertain and the interval is the point p.
    In a team of N the limits are then widened to a whole number of people, because only shares of N can be
    true, and narrowed to what is certain: at least `positive` of N, at most N less those who said otherwise.
    Without that widening the interval from 8 answers of 10 would hold the truth in only 80% of draws where
    it should in 95%. With it, never in fewer than 95%, in any team of up to 30 of whom half or more answered
    (a test counts them all); from a handful of a larger team, in 83% at worst.

    Parameters: `positive`, favourable answers; `valid`, answers that count; `population`, the people who
    could have answered (N), or None; `confidence`, 0.95 as a rule.
    Missing data: leave them out of both numbers first. What is assumed: those who did not answer are like
    those who did. No formula mends a low response.
    Returns shares from 0 to 1, or None when nobody gave a valid answer.
    Errors: ValueError when positive is not between 0 and valid, or the population is smaller than valid.
    Source: Wilson 1927, J Am Stat Assoc 22:209; Cochran, Sampling Techniques, 1977, sections 2.6 and 3.5.
    R: `prop.test(positive, valid, correct = FALSE)$conf.int` without a population.

    >>> around = wilson(15, 20)
    >>> round(around.low, 6), round(around.high, 6)
    (0.531299, 0.888138)
    >>> wilson(15, 18, population=20)
    Interval(low=0.75, high=0.85)
    >>> wilson(15, 20, population=20)
    Interval(low=0.75, high=0.75)
    """
    if not 0 <= positive <= valid:
        raise ValueError("the positive answers must be between none and all of the valid ones")
    if population is not None and population < valid:
        raise ValueError("there cannot be fewer people in the team than answers")
    if valid == 0:
        return None
    share = positive / valid
    if population == valid:
        return Interval(share, share)
    if population is None:
        return _score_interval(share, float(valid), confidence)
    effective = valid * (population - 1) / (population - valid)
    around = _score_interval(share, effective, confidence)
    low = math.floor(around.low * population + NEARLY_WHOLE)
    high = math.ceil(around.high * population - NEARLY_WHOLE)
    certain_low, certain_high = positive, population - (valid - positive)
    return Interval(max(low, certain_low) / population, min(high, certain_high) / population)


def _score_interval(share: float, effective: float, confidence: float) -> Interval:
    z = normal_quantile(0.5 + confidence / 2)
    weight = z * z / effective
    middle = (share + weight / 2) / (1 + weight)
    half = z / (1 + weight) * math.sqrt(share * (1 - share) / effective + weight / (4 * effective))
    low = 0.0 if share == 0 else max(0.0, middle - half)
    high = 1.0 if share == 1 else min(1.0, middle + half)
    return Interval(low, high)


@dataclass(frozen=True, slots=True)
class Change:
    """A share in an earlier and a later round, the difference (later less earlier), and its interval."""

    earlier: float
    later: float
    difference: float
    interval: Interval

    @property
    def could_be_chance(self) -> bool:
        """Whether "no change at all" lies inside the interval."""
        return self.interval.low <= 0 <= self.interval.high


def change_between_rounds(
    earlier: tuple[int, int],
    later: tuple[int, int],
    *,
    populations: tuple[int | None, int | None] = (None, None),
    confidence: float = 0.95,
) -> Change | None:
    """Newcombe's hybrid score interval for a change in a share between two rounds.

    Formula: with Wilson's limits (l1, u1) around p1 and (l2, u2) around p2, d = p2 − p1,
    from d − √((p2−l2)² + (u1−p1)²) to d + √((u2−p2)² + (p1−l1)²).
    Each round's limits carry that round's finite population correction, as in `wilson`. If everybody in
    the team answered both times, the change is known and the interval is a point.

    Parameters: `earlier` and `later`, each (positive, valid); `populations`, the team's size at each round.
    What is assumed: the two rounds' answers are independent. They are not quite: many of the same people
    answer both, and nobody can tell who (that is the promise of anonymity). A person tends to answer alike
    both times, so the true uncertainty is smaller than stated. The interval errs on the side of caution;
    it must not be used the other way round, to claim that nothing changed.
    Returns None when either round has no valid answer. Errors: as `wilson`.
    Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
    R: `DescTools::BinomDiffCI(x2, n2, x1, n1, method = "score")` without populations.

    >>> change = change_between_rounds((48, 80), (56, 70))
    >>> [round(limit, 4) for limit in (change.difference, change.interval.low, change.interval.high)]
    [0.2, 0.0524, 0.3339]
    >>> change_between_rounds((10, 20), (14, 20), populations=(20, 20)).could_be_chance
    False
    """
    around_earlier = wilson(*earlier, population=populations[0], confidence=confidence)
    around_later = wilson(*later, population=populations[1], confidence=confidence)
    if around_earlier is None or around_later is None:
        return None
    before, after = earlier[0] / earlier[1], later[0] / later[1]
    difference = after - before
    down = math.hypot(after - around_later.low, around_earlier.high - before)
    up = math.hypot(around_later.high - after, before - around_earlier.low)
    return Change(before, after, difference, Interval(difference - down, difference + up))
