"""A hostile colleague with a computer: what can be worked out from what is shown?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.disclosure.counted import Counted
from fanlight.measure.disclosure.figures import NOTHING, Figures
from fanlight.measure.disclosure.group import Group, Ints, Tree
from fanlight.measure.disclosure.inferred import BOUNDLESS, answers, band_ends, valid_answers
from fanlight.measure.disclosure.policy import Policy
from fanlight.measure.disclosure.released import Released
from fanlight.measure.disclosure.solver import MOST_UNKNOWNS, Knowledge, Untrue, reach_of, unknowns
from fanlight.measure.disclosure.withholding import Decision, State, Truths, needed


@dataclass(frozen=True)
class Reach:
    """How far an attacker gets with one number of people: it lies from `low` to `high`, both possible."""

    group: Group
    low: int
    high: int | None

    @property
    def is_recovered(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True)
class Attack:
    """What was found.

    `intervals`: how many people answered in each withheld group. `opened`: in words, each promise broken.
    `answers`: how many of the withheld results of a question were tried, and `told`: those whose answers in
    some category are known exactly and are not nought. (That nobody in several groups taken together chose a
    category may be known, as it may of any group that is shown.)
    """

    intervals: tuple[Reach, ...]
    opened: tuple[str, ...]
    answers: int = 0
    told: tuple[tuple[Group, str], ...] = ()

    @property
    def recoverable(self) -> tuple[Reach, ...]:
        return tuple(reach for reach in self.intervals if reach.is_recovered)


class Opened(RuntimeError):  # noqa: N818 (it reads as what happened)
    """A release did not withstand its own attack. This is a fault in Fanlight; nothing is released."""

    def __init__(self, found: Attack) -> None:
        super().__init__(f"the attack opened {len(found.opened)} cells; nothing is released")
        self.found = found


def propagate(tree: Tree, low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """The exact interval of every number in a tree, given bounds on each and that families add up.

    Shapes (groups, tables). The numbers are whole and not negative. One pass up (a head lies between the sums
    of its members' ends) and one pass down (a member is its head less its siblings) are enough, since the
    equations form a tree: each end is reached by whole numbers, and so is everything between.

    Source: bounds propagation on an acyclic system of sums; for a single family it is the shuttle algorithm
    (Dobra and Fienberg 2001) after one step.
    """
    low, high = np.array(low, dtype=np.int64), np.array(high, dtype=np.int64)
    levels = tree.levels()
    for members in levels:
        starts, head = _families(tree, members)
        np.maximum.at(low, head, np.add.reduceat(low[members], starts, axis=0))
        np.minimum.at(high, head, np.add.reduceat(high[members], starts, axis=0))
    for members in reversed(levels):
        starts, head = _families(tree, members)
        sizes = np.diff(starts, append=len(members))
        lows = np.repeat(low[head] - np.add.reduceat(high[members], starts, axis=0), sizes, axis=0)
        highs = np.repeat(high[head] - np.add.reduceat(low[members], starts, axis=0), sizes, axis=0)
        below, above = lows + high[members], highs + low[members]
        low[members] = np.maximum(low[members], below)
        high[members] = np.minimum(high[members], above)
    return low, high


def _families(tree: Tree, members: Ints) -> tuple[Ints, Ints]:
    starts = np.flatnonzero(np.diff(tree.family[members], prepend=-2))
    return starts, tree.head[tree.family[members[starts]]]


def check_decision(counted: Counted, decision: Decision, policy: Policy) -> None:
    """Attack a decision with every exact count of every shown cell in hand. Raises `Opened`.

    This grants the attacker more than is ever published, so whatever is worked out from shown cells alone
    (percentages, intervals, means, themes, charts) gives nothing further away.
    """
    tree, people = counted.tree, counted.respondents
    low = np.where(decision.groups, people, 0)
    high = np.where(decision.groups, people, BOUNDLESS)
    found = _groups(tree, decision.groups, low, high, policy)
    parts, wanted = needed(counted, policy)
    opened = [*found.opened, *_order(tree, decision.groups, decision.answers)]
    shown = decision.answers == State.SHOWN
    if (people[decision.groups] < policy.minimum).any():
        opened.append("a group below the minimum is shown")
    if (parts < wanted)[shown].any():
        opened.append("a question with too few answers, or with all alike, is shown")
    opened += _unions(tree, decision.groups[:, None], people[:, None, None], wanted[:1])
    opened += _unions(tree, shown, parts, wanted)
    if opened:
        raise Opened(Attack(found.intervals, tuple(opened)))


def attack(released: Released) -> Attack:
    """What can be worked out from a release, knowing all that is published and nothing else.

    Published and so known: which cells are withheld and for which stated reason, bands, whole percentages and
    bounds, that every total is the sum of its parts, and the policy. The numbers of people and of answers
    that bands and percentages allow are carried through all the sums (exact for a tree, see `propagate`), for
    each question and category. For releases that are not too large (`solver.MOST_UNKNOWNS`) a linear programme
    for each end of each interval then uses all of it at once, means included. Intervals and themes are left
    out: they follow from counts that `check_decision` has already given the attacker. A member who knows their
    own answer gains nothing that is not allowed for, because every group, shown or withheld together, must hold
    more answers outside any set of one mind than one member has.

    Raises nothing; `opened` says what was found.
    """
    policy, tree, figures = released.policy, released._tree, released._figures
    shown = figures.respondents != NOTHING
    valid_low, valid_high = valid_answers(figures, policy)
    low = np.where(shown, np.maximum(figures.respondents, valid_low.max(axis=1, initial=0)), 0)
    high = np.where(shown, band_ends(figures.respondents, policy), BOUNDLESS)
    if not shown[0]:
        high[0] = policy.minimum - 1
    found = _groups(tree, shown, low, high, policy)
    opened = [*_order(tree, shown, figures.state), *_consistent(figures)]
    try:
        intervals = found.intervals if opened else _solved(released, low, high, shown, found.intervals)
    except Untrue as error:
        intervals = found.intervals
        opened.append(str(error))
    opened = [*_narrowed(intervals, policy), *opened]
    opened += _sure_unions(tree, shown[:, None], low[:, None], high[:, None], policy)
    opened += _sure_unions(tree, figures.state == State.SHOWN, valid_low, valid_high, policy)
    tried, told, alike = _answers(released, valid_low, valid_high, high)
    opened += [f"what {group} answered to {code} is known to be all alike" for group, code in alike]
    return Attack(intervals, tuple(opened), tried, told)


Told = tuple[tuple[Group, str], ...]


def _answers(released: Released, low: Ints, high: Ints, people: Ints) -> tuple[int, Told, Told]:
    """The withheld results tried; those with a category known exactly; those known to be of one mind.

    A group of one mind: at most the `exceptions` of the policy can lie outside some category.
    """
    tree, figures, shape = released._tree, released._figures, released.shape
    hidden = (figures.state == State.WITHHELD) & (tree.parent >= 0)[:, None]
    hidden &= (figures.state == State.SHOWN)[tree.parent]
    least, most = answers(figures, shape, low, high)
    room = np.where(hidden, people[:, None], BOUNDLESS)[:, :, None]
    flat = (len(tree), -1)
    lows, highs = propagate(tree, least.reshape(flat), np.minimum(most, room).reshape(flat))
    known = ((lows == highs) & (highs > 0)).reshape(least.shape).any(axis=2) & hidden
    rest_low = least.sum(axis=2)[:, :, None] - least
    many = np.minimum(most, BOUNDLESS // 1000)  # so that sums of what is unknown stay what they are: large
    rest_high = np.minimum(many.sum(axis=2)[:, :, None] - many, high[:, :, None])
    rest_high = np.where(hidden[:, :, None], room, np.maximum(rest_high, rest_low))
    _, rest = propagate(tree, rest_low.reshape(flat), rest_high.reshape(flat))
    alike = (rest.reshape(least.shape) <= released.policy.exceptions).any(axis=2) & hidden
    named = [
        tuple(
            (tree.groups[group], shape.questions[place].code)
            for group, place in zip(*np.nonzero(each), strict=True)
        )
        for each in (known, alike)
    ]
    return int(hidden.sum()), named[0], named[1]


def _groups(tree: Tree, shown: Truths, low: Ints, high: Ints, policy: Policy) -> Attack:
    lows, highs = propagate(tree, low[:, None], high[:, None])
    intervals = tuple(
        Reach(tree.groups[place], int(lows[place, 0]), _end(int(highs[place, 0])))
        for place in np.flatnonzero(~shown)
    )
    return Attack(intervals, _narrowed(intervals, policy))


def _end(high: float) -> int | None:
    return int(high) if high < BOUNDLESS // 2 else None


def _narrowed(intervals: tuple[Reach, ...], policy: Policy) -> tuple[str, ...]:
    return tuple(
        f"the size of {reach.group} is narrowed to {reach.low} to {reach.high}"
        for reach in intervals
        if reach.low > 1 or (reach.high is not None and reach.high < policy.minimum - 1)
    )


def _solved(
    released: Released, low: Ints, high: Ints, shown: Truths, intervals: tuple[Reach, ...]
) -> tuple[Reach, ...]:
    """The intervals narrowed further by a solver, where there is something to narrow and it is not too large."""
    tree, shape = released._tree, released.shape
    if not intervals or not shown[0] or unknowns(tree, shape) > MOST_UNKNOWNS:
        return intervals
    knowledge = Knowledge(tree, shape, released._figures, released.policy)
    ends = reach_of(knowledge, low, high, np.flatnonzero(~shown))
    return tuple(
        Reach(
            reach.group,
            max(reach.low, least),
            _end(min(most, float(BOUNDLESS if reach.high is None else reach.high))),
        )
        for reach, (least, most) in zip(intervals, ends, strict=True)
    )


def _order(tree: Tree, shown: Truths, state: Ints | NDArray[np.int8]) -> list[str]:
    """Nothing is shown below something withheld or bounded; bounds stand for everybody only."""
    opened = []
    if (shown[1:] & ~shown[tree.parent[1:]]).any():
        opened.append("a group is shown inside a withheld one")
    if ((state != State.WITHHELD) & ~shown[:, None]).any():
        opened.append("a question is shown in a withheld group")
    if ((state[1:] == State.SHOWN) & (state[tree.parent[1:]] != State.SHOWN)).any():
        opened.append("a question is shown in a group inside one where it is withheld")
    if (state[1:] == State.BOUNDED).any():
        opened.append("a bound is shown for a group inside another")
    return opened


def _consistent(figures: Figures) -> list[str]:
    """A withheld cell carries no figure."""
    withheld = figures.state == State.WITHHELD
    traces = [
        figures.valid,
        figures.positive_low,
        figures.positive_high,
        figures.interval_low,
        figures.interval_high,
    ]
    carried = any((trace[withheld] != NOTHING).any() for trace in traces)
    carried |= bool(
        (figures.share_low[withheld] != NOTHING).any() or (figures.share_high[withheld] != NOTHING).any()
    )
    carried |= bool(np.isfinite(figures.mean[figures.state != State.SHOWN]).any())
    nobody = figures.respondents == NOTHING
    carried |= bool((figures.composite_low[nobody] != NOTHING).any())
    return ["a withheld cell carries a figure"] if carried else []


def _sums(tree: Tree, values: Ints) -> Ints:
    total = np.zeros((len(tree.head), *values.shape[1:]), dtype=np.int64)
    np.add.at(total, tree.family[1:], values[1:])
    return total


def _unions(tree: Tree, shown: Truths, parts: Ints, least: Ints) -> list[str]:
    """Withheld siblings under a shown head are a group like any other: two or more, and safe together."""
    hidden = ~shown & (tree.parent >= 0)[:, None] & shown[tree.parent]
    number = _sums(tree, hidden.astype(np.int64))
    sums = _sums(tree, np.where(hidden[:, :, None], parts, 0))
    bad = (number > 0) & ((number < 2) | (sums < least).any(axis=2))
    heads = sorted({str(tree.groups[tree.head[family]]) for family in np.flatnonzero(bad.any(axis=1))})
    return [
        f"what is withheld inside {head} is too small or too much alike when taken together" for head in heads
    ]


def _sure_unions(tree: Tree, shown: Truths, low: Ints, high: Ints, policy: Policy) -> list[str]:
    """Families where what is published proves that the withheld members are one, or too few."""
    hidden = ~shown & (tree.parent >= 0)[:, None] & shown[tree.parent]
    number = _sums(tree, hidden.astype(np.int64))
    most = high[tree.head] - _sums(tree, np.where(shown, low, 0))
    bad = shown[tree.head] & (number > 0) & ((number < 2) | (most < policy.minimum))
    return [f"what is withheld inside {head} is one group, or too few" for head in _heads(tree, bad)]


def _heads(tree: Tree, bad: Truths) -> list[str]:
    return sorted({str(tree.groups[tree.head[family]]) for family in np.flatnonzero(bad.any(axis=1))})
