"""What to withhold, so that nothing shown can be subtracted from anything else shown. Exact on trees."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.disclosure.counted import Counted
from fanlight.measure.disclosure.group import Ints, Tree
from fanlight.measure.disclosure.policy import Policy

Truths = NDArray[np.bool_]


class State(IntEnum):
    """What is done with one question in one group."""

    SHOWN = 0
    BOUNDED = 1
    WITHHELD = 2


@dataclass(frozen=True)
class Decision:
    """Which groups are shown, (groups,), and each question's `State` there, (groups, questions)."""

    groups: Truths
    answers: NDArray[np.int8]


def cheapest_cover(tree: Tree, weight: Ints, unsafe: Truths, parts: Ints, least: Ints) -> Truths:
    """Which cells to show, withholding the least total `weight`, for many tables over one tree at once.

    Shapes: `weight` and `unsafe` (groups, tables), `parts` (groups, tables, quantities), `least`
    (quantities,).

    The rules: an unsafe cell is not shown; nothing is shown below a cell that is not; where the head of a
    family is shown, the withheld members of the family are none, or at least two with a sum of at least
    `least` in every quantity. Every safe cell must meet `least` by itself. Then one more member is always
    enough to cover a family, each family's choice is independent of the others given the costs below it, and
    one pass up and one pass down the tree find the true minimum, in time proportional to the number of cells.

    Ties go to the first group in the tree's order. Counts are not changed; nothing is random.
    """
    shown_cost = np.zeros(weight.shape, dtype=np.int64)
    hidden_cost = weight.astype(np.int64)
    cover = np.zeros(weight.shape, dtype=bool)
    for members in tree.levels():
        starts = np.flatnonzero(np.diff(tree.family[members], prepend=-2))
        head = tree.head[tree.family[members[starts]]]
        sizes = np.diff(starts, append=len(members))
        forced = unsafe[members]
        lacking = _lacking(forced, parts[members], least, starts)
        extra = np.where(forced, np.iinfo(np.int64).max, hidden_cost[members] - shown_cost[members])
        cheapest = np.minimum.reduceat(extra, starts, axis=0)
        lacking &= cheapest < np.iinfo(np.int64).max
        candidate = (extra == np.repeat(cheapest, sizes, axis=0)) & np.repeat(lacking, sizes, axis=0)
        place = np.where(candidate, np.arange(len(members))[:, None], len(members))
        first = np.repeat(np.minimum.reduceat(place, starts, axis=0), sizes, axis=0)
        cover[members] = candidate & (place == first)
        spent = np.where(forced | cover[members], hidden_cost[members], shown_cost[members])
        np.add.at(shown_cost, head, np.add.reduceat(spent, starts, axis=0))
        np.add.at(hidden_cost, head, np.add.reduceat(hidden_cost[members], starts, axis=0))
    shown = ~unsafe & ~cover
    for members in reversed(tree.levels()):
        shown[members] &= shown[tree.parent[members]]
    return shown


def _lacking(forced: Truths, parts: Ints, least: Ints, starts: Ints) -> Truths:
    """Families with something withheld that is not yet covered: (families, tables)."""
    number = np.add.reduceat(forced.astype(np.int64), starts, axis=0)
    sums = np.add.reduceat(parts * forced[:, :, None], starts, axis=0)
    return (number > 0) & ((number < 2) | (sums < least).any(axis=2))


def outside(counted: Counted) -> Ints:
    """For each group and question, the answers *outside* each set that "all alike" could mean.

    Shape (groups, questions, width + 2): each single category, then the positive ones, then all the others.
    A question without positive categories repeats its number of valid answers there.
    """
    valid = counted.valid
    single = valid[:, :, None] - counted.answers
    positive = positive_answers(counted)
    asked = np.array([bool(question.positive) for question in counted.shape.questions], dtype=bool)
    sets = [np.where(asked, valid - positive, valid), np.where(asked, positive, valid)]
    return np.concatenate([single, np.stack(sets, axis=2)], axis=2)


def positive_answers(counted: Counted) -> Ints:
    """The positive answers to each question in each group: (groups, questions)."""
    mask = np.zeros((len(counted.shape.questions), counted.shape.width), dtype=np.int64)
    for place, question in enumerate(counted.shape.questions):
        mask[place, list(question.positive)] = 1
    return np.asarray((counted.answers * mask).sum(axis=2))


def needed(counted: Counted, policy: Policy) -> tuple[Ints, Ints]:
    """What each result must have enough of, alone or with others, and how much: (groups, questions, k) and (k,).

    Valid answers, and answers outside each set that "all alike" could mean.
    """
    others = outside(counted)
    parts = np.concatenate([counted.valid[:, :, None], others], axis=2)
    least = np.full(parts.shape[2], policy.exceptions + 1, dtype=np.int64)
    least[0] = policy.minimum
    return parts, least


def decide(counted: Counted, policy: Policy) -> Decision:
    """Groups first, then each question within the groups that are shown."""
    people, few = counted.respondents[:, None], np.array([policy.minimum], dtype=np.int64)
    groups = cheapest_cover(counted.tree, people, people < policy.minimum, people[:, :, None], few)[:, 0]
    parts, least = needed(counted, policy)
    unsafe = ~groups[:, None] | (parts < least).any(axis=2)
    is_shown = cheapest_cover(counted.tree, counted.valid, unsafe, parts, least)
    answers = np.where(is_shown, State.SHOWN, State.WITHHELD)
    answers[0, groups[0] & unsafe[0] & (counted.valid[0] >= policy.minimum)] = State.BOUNDED
    return Decision(groups, answers.astype(np.int8))
