"""Forms and items that look wrong: straight lines down the page, and items reversed twice."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.scoring.covariance import Floats, Moments
from fanlight.measure.scoring.plan import Plan

LEAST_ANSWERS = 5
LEAST_PEOPLE = 10
SAMPLE = 4_000
CLEARLY_NEGATIVE = -0.1
STANDARD_ERRORS = 3.0


def straight_lined(plan: Plan, steps: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which people gave the same raw answer throughout, negatively worded statements included.

    Looked at: items of composites that share the instrument's main scale. A form counts when at least five
    of them are answered, of both polarities, all with the same box on paper. Such a form contradicts
    itself, unless the box is the middle one. Source: AHRQ's guides advise leaving such forms out; Fanlight
    counts them and says how many there are.

    Parameters: `steps` of items × people (see `Plan`). Returns one truth value a person.
    """
    agreeing, reversed_ones = (
        steps[plan.on_main_scale & (plan.is_negative == polarity)] for polarity in (False, True)
    )
    if not len(agreeing) or not len(reversed_ones):
        return np.zeros(steps.shape[1], dtype=np.bool_)
    low, high, answers = _range(agreeing, plan.missing)
    low_reversed, high_reversed, more_answers = _range(reversed_ones, plan.missing)
    is_flat = (
        (low == high) & (low_reversed == high_reversed) & (low == plan.top_step - low_reversed.astype(int))
    )
    found: NDArray[np.bool_] = (
        is_flat & (answers > 0) & (more_answers > 0) & (answers + more_answers >= LEAST_ANSWERS)
    )
    return found


def _range(
    steps: NDArray[np.uint8], missing: int
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint16]]:
    """For each person the lowest and the highest step, and how many items are answered."""
    valid = steps < missing
    return steps.min(axis=0), (steps * valid).max(axis=0), valid.sum(axis=0, dtype=np.uint16)


@dataclass(frozen=True, slots=True)
class AgainstTheRest:
    """Items that correlate negatively with what they belong to, after scoring."""

    negative_items: tuple[str, ...]
    positive_items: tuple[str, ...]


def items_against_the_rest(plan: Plan, answers: NDArray[np.int8]) -> AgainstTheRest:
    """Find items that look reversed twice, or reversed by mistake.

    Method: each item is correlated with the sum of the positively worded items of its composite, itself left
    out; a composite of negatively worded items only is held against the positively worded items of all
    composites. An item is named when the correlation is below −0.1 and more than three standard errors
    below 0 (Fisher's z, 1/√(n − 3)). A file whose negatively worded items were reversed before it came here
    shows up so: in a case at eight hospitals an item read 20.8% positive where 50.8% was true.
    A large file is sampled, every n-th person, to about 4,000: a warning needs no more.

    Parameters: `answers`, raw codes, people × items. Missing data: pairwise. Nothing is named with fewer
    than ten people.
    """
    sample = answers[:: max(len(answers) // SAMPLE, 1)]
    steps = plan.steps(sample)
    valid = steps < plan.missing
    values, weights = np.where(valid, steps, 0).astype(np.float64), valid.astype(np.float64)
    moments = Moments(weights @ weights.T, values @ weights.T, values @ values.T)
    covariance = moments.covariance()
    found: dict[bool, list[str]] = {True: [], False: []}
    for item, anchors in _anchors(plan):
        if _is_against(covariance, moments.pairs, item, anchors):
            found[bool(plan.is_negative[item])].append(plan.codes[item])
    return AgainstTheRest(tuple(found[True]), tuple(found[False]))


def _anchors(plan: Plan) -> list[tuple[int, NDArray[np.intp]]]:
    """Each item of a composite with the positively worded items that it is held against."""
    everywhere = np.flatnonzero(plan.on_main_scale & ~plan.is_negative)
    anchors: dict[int, NDArray[np.intp]] = {}
    for composite in plan.composites:
        inside = composite.columns[~plan.is_negative[composite.columns]]
        for item in composite.columns:
            others = inside if len(inside) else everywhere
            anchors[int(item)] = others[others != item]
    return [(item, others) for item, others in sorted(anchors.items()) if len(others)]


def _is_against(covariance: Floats, pairs: Floats, item: int, anchors: NDArray[np.intp]) -> bool:
    people = pairs[item, anchors].min()
    variance = covariance[item, item] * covariance[np.ix_(anchors, anchors)].sum()
    if people < LEAST_PEOPLE or not variance > 0:
        return False
    r = float(covariance[item, anchors].sum() / math.sqrt(variance))
    return r < CLEARLY_NEGATIVE and math.atanh(max(r, -0.999999)) * math.sqrt(people - 3) < -STANDARD_ERRORS
