"""Everything that scoring needs of the respondents, as sums: added up block by block, group by group.

Nothing here loops over people. Answers are small whole numbers, so the sums are exact, and the sums of
groups add up to those of everybody.
"""

import operator
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.scoring.covariance import Floats, Moments
from fanlight.measure.scoring.plan import CompositePlan, Plan
from fanlight.measure.scoring.response_patterns import straight_lined
from fanlight.measure.scoring.scales import AGREES_FROM, ROUNDING

BLOCK = 32_768
MANY, FEW = 2_000, 20


class CompositeTally(NamedTuple):
    """Sums for one composite; with a leading axis when several groups are stacked.

    `pairs`, `sums`, `products`: as in `Moments`, pairwise. `complete`, `complete_sums`,
    `complete_products`: the same over the people who answered every item. `scored` counts the people with
    a score, `score_sum` and `score_squares` add up their scores and squares, `agreeing` counts scores of at
    least 75 on the 0 to 100 scale.
    """

    pairs: Floats
    sums: Floats
    products: Floats
    complete: Floats
    complete_sums: Floats
    complete_products: Floats
    scored: Floats
    score_sum: Floats
    score_squares: Floats
    agreeing: Floats

    def pairwise(self) -> Moments:
        return Moments(self.pairs, self.sums, self.products)

    def listwise(self) -> Moments:
        pairs = self.complete[..., None, None] * np.ones_like(self.complete_products)
        sums = self.complete_sums[..., :, None] * np.ones_like(self.complete_products)
        return Moments(pairs, sums, self.complete_products)


class Tally(NamedTuple):
    """Sums for a set of people: how many answered anything, how often each step of each item was chosen."""

    respondents: Floats
    blank: Floats
    straight_lined: Floats
    steps: Floats
    composites: tuple[CompositeTally, ...]


def stacked(tallies: Sequence[Tally]) -> Tally:
    """Several groups' sums as one, groups first."""
    composites = tuple(
        CompositeTally(*(np.stack(parts) for parts in zip(*group, strict=True)))
        for group in zip(*(tally.composites for tally in tallies), strict=True)
    )
    return Tally(
        respondents=np.stack([tally.respondents for tally in tallies]),
        blank=np.stack([tally.blank for tally in tallies]),
        straight_lined=np.stack([tally.straight_lined for tally in tallies]),
        steps=np.stack([tally.steps for tally in tallies]),
        composites=composites,
    )


def added(tallies: Iterable[Tally]) -> Tally:
    """The sums of all these people together."""
    return reduce(_add, tallies)


def _add(one: Tally, other: Tally) -> Tally:
    composites = tuple(
        CompositeTally(*map(operator.add, mine, theirs))
        for mine, theirs in zip(one.composites, other.composites, strict=True)
    )
    return Tally(
        respondents=one.respondents + other.respondents,
        blank=one.blank + other.blank,
        straight_lined=one.straight_lined + other.straight_lined,
        steps=one.steps + other.steps,
        composites=composites,
    )


def tally_people(plan: Plan, answers: NDArray[np.int8], rows: NDArray[np.intp] | None = None) -> Tally:
    """The sums over all people, or over those in `rows`."""
    return added(_tally_block(plan, block) for block in _blocks(answers, rows))


def _blocks(answers: NDArray[np.int8], rows: NDArray[np.intp] | None) -> Iterator[NDArray[np.int8]]:
    people = len(answers) if rows is None else len(rows)
    for start in range(0, max(people, 1), BLOCK):
        yield answers[start : start + BLOCK] if rows is None else answers[rows[start : start + BLOCK]]


def _tally_block(plan: Plan, answers: NDArray[np.int8]) -> Tally:
    steps = plan.steps(answers)
    blank = np.count_nonzero(steps.min(axis=0, initial=plan.blank) == plan.blank)
    return Tally(
        respondents=_number(len(answers) - blank),
        blank=_number(blank),
        straight_lined=_number(np.count_nonzero(straight_lined(plan, steps))),
        steps=_count_steps(steps, plan.blank + 1),
        composites=tuple(
            tally_composite(composite, steps[composite.columns], plan.missing)
            for composite in plan.composites
        ),
    )


def _count_steps(steps: NDArray[np.uint8], kinds: int) -> Floats:
    """How often each item has each step. Both ways count the same; each is quick where it is used."""
    items, people = steps.shape
    if people > MANY and kinds < FEW:
        counts = [[np.count_nonzero(row == kind) for kind in range(kinds)] for row in steps]
        return np.array(counts, dtype=np.float64)
    places = steps + np.arange(items)[:, None] * kinds
    return np.bincount(places.ravel(), minlength=items * kinds).reshape(items, kinds).astype(np.float64)


def tally_composite(composite: CompositePlan, steps: NDArray[np.uint8], missing: int) -> CompositeTally:
    """The sums for one composite from the steps of its items, items × people.

    Single precision is exact here as long as no sum over a block passes 2^24.
    """
    valid = steps < missing
    everything = valid.all(axis=0)
    answered = valid.sum(axis=0, dtype=np.uint16)
    values = steps * valid
    k, exact = len(steps), np.float32 if missing**2 * BLOCK < 2**24 else np.float64
    both: NDArray[np.floating] = np.concatenate([values, valid]).astype(exact)
    of_all = both @ both.T
    complete = both[:k] * everything
    of_complete = complete @ both.T
    return CompositeTally(
        pairs=of_all[k:, k:].astype(np.float64),
        sums=of_all[:k, k:].astype(np.float64),
        products=of_all[:k, :k].astype(np.float64),
        complete=_number(np.count_nonzero(everything)),
        complete_sums=of_complete[:, k].astype(np.float64),
        complete_products=of_complete[:, :k].astype(np.float64),
        **_tally_scores(composite, values, valid, answered),
    )


def _tally_scores(
    composite: CompositePlan,
    values: NDArray[np.uint8],
    valid: NDArray[np.bool_],
    answered: NDArray[np.uint16],
) -> dict[str, Floats]:
    enough = answered >= composite.least_answered
    if composite.is_even:
        totals = values.sum(axis=0, dtype=np.uint16) * composite.weights[0] + answered * composite.offsets[0]
    else:
        totals = composite.weights @ values + composite.offsets @ valid
    scores = totals / np.maximum(answered, 1) * enough
    agreeing = np.count_nonzero(scores >= AGREES_FROM - ROUNDING) if composite.counts_people else 0
    return {
        "scored": _number(np.count_nonzero(enough)),
        "score_sum": _number(scores.sum()),
        "score_squares": _number(np.square(scores).sum()),
        "agreeing": _number(agreeing),
    }


def _number(value: float | np.integer | np.floating) -> Floats:
    return np.array(value, dtype=np.float64)
