"""Score a matrix of answers with an instrument."""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.instruments import Instrument
from fanlight.measure.scoring import cautions
from fanlight.measure.scoring.cautions import Caution
from fanlight.measure.scoring.figures import group_scores
from fanlight.measure.scoring.group_agreement import icc_from_sums
from fanlight.measure.scoring.plan import LARGEST_CODE, MISSING, SMALLEST_CODE, Plan, plan
from fanlight.measure.scoring.response_patterns import items_against_the_rest
from fanlight.measure.scoring.scores import BetweenGroups, Grouping, GroupScores, Scores
from fanlight.measure.scoring.tally import Tally, added, stacked, tally_people

ENOUGH_FORMS = 30
NO_SCALE_HAS_IT = SMALLEST_CODE - 1


def score(
    instrument: Instrument,
    answers: NDArray[np.integer],
    *,
    groupings: Sequence[Grouping] = (),
    population: int | None = None,
    already_reversed: bool = False,
) -> Scores:
    """Every figure of a questionnaire, for everybody and for each group.

    Parameters: `answers`, raw codes, people × items in the order of `instrument.items`, MISSING (−128) where
    there is none; `groupings`, each divides the people once more (they are not crossed); `population`, the
    people who could have answered, for the finite population correction; `already_reversed`, when the
    negatively worded items were turned round before.
    Missing data: blanks and the scale's "does not apply" and "rather not say" are missing. A row without any
    answer is not a respondent. A code that the scale does not know is left out and a caution says so.
    Formulas: see `item_agreement`, `composite_agreement`, `scale_scores`, `cronbach_alpha` (pairwise and
    listwise), `feldt_interval`, `omega_total`, `r_wg_j`, `intraclass_correlation` (k0; on people's scores),
    `wilson`. The tests hold them equal.
    Errors: ValueError when the shape does not fit the instrument, or a population is smaller than the
    answers to an item.

    >>> from fanlight.measure.instruments import load
    >>> pulse = load("fanlight-pulse")
    >>> result = score(pulse, np.array([[4, 5, 3, 4, 2, 5], [5, 4, 4, MISSING, 2, 1]]))
    >>> first = result.everybody.items[0]
    >>> first.code, first.valid, first.positive, first.percent_positive, first.mean
    ('T1', 2, 2, 100.0, 4.5)
    """
    matrix = _as_bytes(instrument, answers)
    ready = plan(instrument, already_reversed=already_reversed)
    divided = [_tally_groups(ready, matrix, grouping) for grouping in groupings]
    everybody = added(divided[0]) if divided else tally_people(ready, matrix)
    groups = group_scores(ready, stacked([everybody]), column=None, labels=[None], populations=[population])
    between: list[BetweenGroups] = []
    for grouping, tallies in zip(groupings, divided, strict=True):
        if not grouping.labels:
            continue
        sums = stacked(tallies[:-1])
        groups += group_scores(
            ready,
            sums,
            column=grouping.column,
            labels=grouping.labels,
            populations=[grouping.populations.get(label) for label in grouping.labels],
        )
        between += _between(ready, sums, grouping.column)
    notes = [
        *_about_forms(ready, everybody, matrix, already_reversed=already_reversed),
        *_about_groups(groups, groupings, divided),
    ]
    return Scores(instrument.id, instrument.version, tuple(groups), tuple(between), tuple(notes))


def _as_bytes(instrument: Instrument, answers: NDArray[np.integer]) -> NDArray[np.int8]:
    if answers.ndim != 2 or answers.shape[1] != len(instrument.items):
        raise ValueError(
            f"answers must be people × {len(instrument.items)} items, in the order of {instrument.id}’s items"
        )
    if answers.dtype == np.int8:
        return answers.astype(np.int8, copy=False)
    is_possible = (answers == MISSING) | ((answers >= SMALLEST_CODE) & (answers <= LARGEST_CODE))
    return np.where(is_possible, answers, NO_SCALE_HAS_IT).astype(np.int8)


def _tally_groups(plan: Plan, answers: NDArray[np.int8], grouping: Grouping) -> list[Tally]:
    """The sums of each group in turn, and last of the people who are in none."""
    if len(grouping.index) != len(answers):
        raise ValueError(f"the grouping by {grouping.column} must have one place for each row of answers")
    places = np.where(grouping.index < 0, len(grouping.labels), grouping.index)
    order = np.argsort(places, kind="stable")
    bounds = np.searchsorted(places[order], np.arange(len(grouping.labels) + 2))
    return [tally_people(plan, answers, order[start:end]) for start, end in itertools.pairwise(bounds)]


def _between(plan: Plan, sums: Tally, column: str) -> list[BetweenGroups]:
    found = []
    for composite, one in zip(plan.composites, sums.composites, strict=True):
        icc = icc_from_sums(one.scored, one.score_sum, one.score_squares)
        found.append(
            BetweenGroups(
                by=column,
                composite=composite.code,
                icc1=icc.icc1 if icc else None,
                icc2=icc.icc2 if icc else None,
            )
        )
    return found


def _about_forms(
    plan: Plan, everybody: Tally, answers: NDArray[np.int8], *, already_reversed: bool
) -> list[Caution]:
    notes = []
    if everybody.blank:
        notes.append(cautions.blank_forms(int(everybody.blank)))
    if everybody.straight_lined:
        notes.append(cautions.straight_lined(int(everybody.straight_lined), int(everybody.respondents)))
    outside = everybody.steps[:, plan.outside]
    notes += [cautions.outside_scale(plan.codes[i], int(outside[i])) for i in np.flatnonzero(outside)]
    unanswered = everybody.steps[:, : plan.missing].sum(axis=1) == 0
    if everybody.respondents and unanswered.any():
        notes.append(cautions.nobody_answered([plan.codes[i] for i in np.flatnonzero(unanswered)]))
    against = items_against_the_rest(plan, answers)
    if against.negative_items:
        negative = int(plan.is_negative.sum())
        notes.append(
            cautions.reversed_twice(
                against.negative_items, negative=negative, already_reversed=already_reversed
            )
        )
    if against.positive_items:
        notes.append(cautions.runs_against(against.positive_items))
    return notes


def _about_groups(
    groups: Sequence[GroupScores], groupings: Sequence[Grouping], divided: Sequence[Sequence[Tally]]
) -> list[Caution]:
    notes = []
    small = [_name(group) for group in groups if _rests_on_few(group)]
    if small:
        notes.append(cautions.too_few(small, least=ENOUGH_FORMS))
    for grouping, tallies in zip(groupings, divided, strict=True):
        if tallies[-1].respondents:
            notes.append(cautions.no_group(grouping.column, int(tallies[-1].respondents)))
    unsized = [_name(group) for group in groups if group.population is None]
    if unsized and len(unsized) < len(groups):
        notes.append(cautions.no_population(unsized))
    return notes


def _rests_on_few(group: GroupScores) -> bool:
    with_several_items = [composite for composite in group.composites if composite.alpha is not None]
    return any(composite.complete < ENOUGH_FORMS for composite in with_several_items)


def _name(group: GroupScores) -> str:
    return "everybody" if group.column is None else f"{group.column} {group.label}"
