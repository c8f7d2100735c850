"""How much likelier something is for one group than for another, and how sure anybody can be of it."""

import math
from dataclasses import dataclass
from enum import Enum

from fanlight.measure.disclosure.policy import FLOOR, MINIMUM
from fanlight.measure.scoring.intervals import Interval
from fanlight.measure.scoring.quantiles import normal_quantile


class TooFew(Enum):
    """Why no ratio is given: it would say more about chance than about fairness, and might point at people."""

    PEOPLE = f"a group has fewer than {MINIMUM} people"
    EVENTS = f"it happened to fewer than {FLOOR} people in a group"


@dataclass(frozen=True, slots=True)
class RelativeLikelihood:
    """The share of each group, their ratio, and the ratio's interval. Parity is 1."""

    one: float
    other: float
    ratio: float
    interval: Interval

    @property
    def could_be_chance(self) -> bool:
        """Whether parity lies inside the interval."""
        return self.interval.low <= 1 <= self.interval.high


def relative_likelihood(
    one: tuple[int, int], other: tuple[int, int], *, confidence: float = 0.95
) -> RelativeLikelihood | TooFew:
    """The ratio of two shares, as the NHS Workforce Race Equality Standard counts it, with its interval.

    Formula: with a of n people in the one group and b of m in the other, ratio = (a/n) / (b/m); the interval
    is ratio · exp(± z √(1/a − 1/n + 1/b − 1/m)), z the normal quantile (the log method).
    Parameters: each group as (how many it happened to, how many people there are). Units: people; a ratio
    has none. Missing data: people whose group is not known are in neither number; say how many they are.
    The counts gate: TooFew instead of a ratio where a group has fewer than 11 people, or where it happened
    to fewer than 5 in either. Near the gate the interval is wide, and that is the finding.
    What is assumed: each person counts once, and people enter a process independently of one another. A case
    that involved five people at once makes the interval too narrow.
    Errors: ValueError for a negative number, or more events than people.
    Source: Katz, Baptista, Azen and Pike 1978, Biometrics 34:469; the ratio of WRES indicators 2 to 4.
    R: `epitools::riskratio(..., method = "wald")`.

    >>> found = relative_likelihood((9, 750), (17, 2429))
    >>> round(found.ratio, 2), round(found.interval.low, 2), round(found.interval.high, 2)
    (1.71, 0.77, 3.83)
    >>> found.could_be_chance
    True
    >>> relative_likelihood((3, 40), (9, 400))
    <TooFew.EVENTS: 'it happened to fewer than 5 people in a group'>
    """
    for events, people in (one, other):
        if not 0 <= events <= people:
            raise ValueError("it can happen to between none and all of a group")
    if min(one[1], other[1]) < MINIMUM:
        return TooFew.PEOPLE
    if min(one[0], other[0]) < FLOOR:
        return TooFew.EVENTS
    shares = one[0] / one[1], other[0] / other[1]
    ratio = shares[0] / shares[1]
    error = math.sqrt(sum(1 / events - 1 / people for events, people in (one, other)))
    reach = math.exp(normal_quantile(0.5 + confidence / 2) * error)
    return RelativeLikelihood(*shares, ratio, Interval(ratio / reach, ratio * reach))
