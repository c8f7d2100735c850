"""The figures that are published, worked out from cells that are shown and from nothing else."""

import math
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.disclosure.counted import Counted
from fanlight.measure.disclosure.group import Ints
from fanlight.measure.disclosure.policy import Policy
from fanlight.measure.disclosure.withholding import Decision, State, outside, positive_answers
from fanlight.measure.scoring import wilson

NOTHING = -1
NEARLY_WHOLE = 1e-9


@dataclass(frozen=True, eq=False)
class Figures:
    """Arrays of what may be shown; `NOTHING` (−1; NaN for means) stands for withheld or not asked.

    `respondents` (groups,) and `valid` (groups, questions): the low end of a band. All percentages are whole
    and come as a low and a high end, equal where the figure itself is shown. `share` (groups, questions,
    categories), `positive`, `interval` and `mean` (groups, questions), `composite` (groups, composites).
    """

    respondents: Ints
    state: Ints
    valid: Ints
    share_low: Ints
    share_high: Ints
    positive_low: Ints
    positive_high: Ints
    interval_low: Ints
    interval_high: Ints
    mean: NDArray[np.float64]
    composite_low: Ints
    composite_high: Ints

    def __post_init__(self) -> None:
        for each in fields(self):
            getattr(self, each.name).setflags(write=False)


def whole_per_cent(part: Ints, whole: Ints) -> Ints:
    """part / whole in whole per cents, halves upwards, in integers. `NOTHING` where the whole is 0."""
    return np.where(whole > 0, (200 * part + whole) // np.maximum(2 * whole, 1), NOTHING)


def bands(counts: Ints, policy: Policy) -> Ints:
    """The low end of the band each count falls into (0 below the minimum)."""
    edges = np.array((0, *policy.band_edges), dtype=np.int64)
    return np.asarray(edges[np.searchsorted(edges, counts, side="right") - 1])


def publish(counted: Counted, decision: Decision, policy: Policy) -> Figures:
    """The figures of a decision. Nothing here reads a cell that the decision withholds."""
    shown = decision.answers == State.SHOWN
    valid = np.where(shown, counted.valid, 0)
    answers = np.where(shown[:, :, None], counted.answers, 0)
    share = np.where(_is_category(counted), whole_per_cent(answers, valid[:, :, None]), NOTHING)
    asked = np.array([bool(question.positive) for question in counted.shape.questions], dtype=bool)
    favourable = np.where(shown, positive_answers(counted), 0)
    positive = np.where(asked, whole_per_cent(favourable, valid), NOTHING)
    low, high = _interval(favourable, valid, counted.population)
    has_interval = shown & asked
    exact = np.where(has_interval, 100 * favourable / np.maximum(valid, 1), np.nan)
    share_low, share_high, positive_low, positive_high = (
        share.copy(),
        share.copy(),
        positive.copy(),
        positive.copy(),
    )
    for place in np.flatnonzero(decision.answers[0] == State.BOUNDED):
        _bound(counted, policy, int(place), (share_low, share_high, positive_low, positive_high))
    composite_low, composite_high = _composites(counted, exact, positive_low, positive_high)
    seen = shown | (decision.answers == State.BOUNDED)
    return Figures(
        respondents=np.where(decision.groups, bands(counted.respondents, policy), NOTHING),
        state=decision.answers.astype(np.int64),
        valid=np.where(seen, bands(counted.valid, policy), NOTHING),
        share_low=share_low,
        share_high=share_high,
        positive_low=positive_low,
        positive_high=positive_high,
        interval_low=np.where(has_interval, low, NOTHING),
        interval_high=np.where(has_interval, high, NOTHING),
        mean=_means(counted, answers, valid, policy),
        composite_low=composite_low,
        composite_high=composite_high,
    )


def _is_category(counted: Counted) -> NDArray[np.bool_]:
    sizes = np.array([len(question.categories) for question in counted.shape.questions], dtype=np.int64)
    return np.asarray(np.arange(counted.shape.width) < sizes[:, None])


def _interval(positive: Ints, valid: Ints, population: Ints) -> tuple[Ints, Ints]:
    """Wilson's 95% interval with finite population correction, in whole per cents, rounded outwards.

    See `fanlight.measure.scoring.wilson`. Each different case is worked out once.
    """
    people = np.broadcast_to(population[:, None], positive.shape)
    people = np.where(people >= 0, np.maximum(people, valid), NOTHING)
    cases, which = np.unique(
        np.stack([positive, valid, people], axis=-1).reshape(-1, 3), axis=0, return_inverse=True
    )
    ends = np.zeros((len(cases), 2), dtype=np.int64)
    for place, (part, whole, size) in enumerate(cases.tolist()):
        around = wilson(part, whole, population=None if size < 0 else size)
        if around is not None:
            low, high = 100 * around.low, 100 * around.high
            ends[place] = math.floor(low + NEARLY_WHOLE), math.ceil(high - NEARLY_WHOLE)
    result = ends[which.reshape(-1)].reshape(*positive.shape, 2)
    return result[..., 0], result[..., 1]


def _means(counted: Counted, answers: Ints, valid: Ints, policy: Policy) -> NDArray[np.float64]:
    result = np.full(valid.shape, np.nan)
    for place, question in enumerate(counted.shape.questions):
        if question.scores:
            scores = np.array(question.scores, dtype=float)
            sums = answers[:, place, : len(scores)] @ scores
            known = valid[:, place] > 0
            result[known, place] = np.round(sums[known] / valid[known, place], policy.mean_decimals)
    return result


def _bound(counted: Counted, policy: Policy, place: int, arrays: tuple[Ints, Ints, Ints, Ints]) -> None:
    """Write the bounds of a question that nearly everybody answered alike (the group of everybody only)."""
    share_low, share_high, positive_low, positive_high = arrays
    step = policy.bound(int(counted.valid[0, place]))
    if step is None:
        return
    size = len(counted.shape.questions[place].categories)
    others = outside(counted)[0, place]
    alike = others <= policy.exceptions
    if alike[:size].any():
        top = int(np.argmin(others[:size]))
        share_low[0, place, :size], share_high[0, place, :size] = 0, 100 - step
        share_low[0, place, top], share_high[0, place, top] = step, 100
    if alike[-2]:
        positive_low[0, place], positive_high[0, place] = step, 100
    elif alike[-1]:
        positive_low[0, place], positive_high[0, place] = 0, 100 - step


def _composites(counted: Counted, exact: NDArray[np.float64], low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """The mean of the percentages; a bound where one is bounded; nothing where one is withheld."""
    groups, themes = len(counted.tree), len(counted.shape.composites)
    lows, highs = np.full((groups, themes), NOTHING), np.full((groups, themes), NOTHING)
    for column, composite in enumerate(counted.shape.composites):
        places = [counted.shape.place(code) for code in composite.questions]
        precise = exact[:, places].mean(axis=1)
        bounded = (low[:, places] >= 0).all(axis=1)
        lows[bounded, column] = np.floor(low[bounded][:, places].mean(axis=1))
        highs[bounded, column] = np.ceil(high[bounded][:, places].mean(axis=1))
        known = np.isfinite(precise)
        lows[known, column] = highs[known, column] = np.floor(precise[known] + 0.5)
    return lows.astype(np.int64), highs.astype(np.int64)
