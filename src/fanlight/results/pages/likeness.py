"""Whether people see a thing alike, in two camps or each in their own way: read from the shares, by a stated rule."""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

ALIKE = 80  # per cent of the answers in two neighbouring answers: most people are close to one another
CAMP = 30  # per cent: a side with fewer people is not called a camp
SPREAD = 60  # per cent: where no two neighbouring answers hold so many, opinions are spread over the scale
VALLEY = 10  # points: how much lower the answers between two camps must lie than the smaller camp's peak


class Likeness(Enum):
    """How alike the answers to one statement are."""

    ALIKE = "alike"
    MIXED = "mixed"
    TWO_CAMPS = "two-camps"
    SPREAD = "spread"


def likeness(shares: Sequence[int], *, favourable: int) -> Likeness:
    """How alike answers are: `shares` in per cent, least favourable first; the last `favourable` of them are positive.

    ALIKE: two neighbouring answers hold 80% or more. TWO_CAMPS: at least 30% on the favourable and as many on the
    unfavourable side (the mirror image), and between the highest share of each side an answer that lies at least 10
    points below the lower of the two. SPREAD: of five answers or more, no two neighbours hold 60%, and on either side
    of the middle there are at least 30%. Everything else is MIXED.

    >>> likeness((2, 3, 10, 45, 40), favourable=2), likeness((4, 30, 8, 12, 46), favourable=2)
    (<Likeness.ALIKE: 'alike'>, <Likeness.TWO_CAMPS: 'two-camps'>)
    >>> likeness((10, 10, 30, 40, 10), favourable=2), likeness((18, 20, 24, 20, 18), favourable=2)
    (<Likeness.MIXED: 'mixed'>, <Likeness.SPREAD: 'spread'>)
    """
    if any(one + other >= ALIKE for one, other in pairwise(shares)):
        return Likeness.ALIKE
    if not favourable or 2 * favourable > len(shares):
        return Likeness.MIXED
    against, for_it = shares[:favourable], shares[-favourable:]
    if min(sum(against), sum(for_it)) < CAMP:
        return Likeness.MIXED
    lower, upper = against.index(max(against)), len(shares) - 1 - list(for_it[::-1]).index(max(for_it))
    between = shares[lower + 1 : upper]
    if between and min(between) <= min(max(against), max(for_it)) - VALLEY:
        return Likeness.TWO_CAMPS
    is_spread = len(shares) >= 5 and all(one + other < SPREAD for one, other in pairwise(shares))
    return Likeness.SPREAD if is_spread else Likeness.MIXED
