"""The attack with a solver: every published figure of a round as an inequality, all at once."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.disclosure.counted import Shape
from fanlight.measure.disclosure.figures import NOTHING, Figures
from fanlight.measure.disclosure.group import Ints, Tree
from fanlight.measure.disclosure.inferred import BOUNDLESS
from fanlight.measure.disclosure.policy import Policy
from fanlight.measure.disclosure.withholding import State

MOST_UNKNOWNS = 2500
NEAR = 1e-6
FOUND, NONE = 0, 2  # what the solver's status says
Reals = NDArray[np.float64]
Term = tuple[int, float]


class Untrue(ValueError):  # noqa: N818 (it reads as what is wrong)
    """The published figures cannot all be true at once."""


@dataclass(eq=False)
class Knowledge:
    """What is published, as rows of `least ≤ Σ weight · unknown ≤ most`.

    The unknowns: the respondents of each group, then the answers in each category of each question there.
    """

    tree: Tree
    shape: Shape
    figures: Figures
    policy: Policy
    entries: list[tuple[int, int, float]] = field(default_factory=list)
    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._sums()
        for group in range(len(self.tree)):
            questions = range(len(self.shape.questions))
            for place in questions:
                self._row([*self._valid(group, place), (group, -1.0)], most=0)
                self._question(group, place)
            if questions:
                every = [term for place in questions for term in self._valid(group, place)]
                self._row([*every, (group, -1.0)], least=0)

    @property
    def unknowns(self) -> int:
        return unknowns(self.tree, self.shape)

    def _row(self, terms: list[Term], least: float = -np.inf, most: float = np.inf) -> None:
        self.entries += [(len(self.least), unknown, weight) for unknown, weight in terms]
        self.least.append(least)
        self.most.append(most)

    def _answer(self, group: int, place: int, category: int) -> int:
        width = self.shape.width
        return len(self.tree) + (group * len(self.shape.questions) + place) * width + category

    def _valid(self, group: int, place: int, weight: float = 1.0) -> list[Term]:
        size = len(self.shape.questions[place].categories)
        return [(self._answer(group, place, category), weight) for category in range(size)]

    def _sums(self) -> None:
        """Families add up: in respondents, and in every category of every question."""
        for family, head in enumerate(self.tree.head.tolist()):
            members = np.flatnonzero(self.tree.family == family).tolist()
            self._row([(head, -1.0), *((member, 1.0) for member in members)], 0, 0)
            for place, question in enumerate(self.shape.questions):
                for category in range(len(question.categories)):
                    parts = [(self._answer(member, place, category), 1.0) for member in members]
                    self._row([(self._answer(head, place, category), -1.0), *parts], 0, 0)

    def _question(self, group: int, place: int) -> None:
        figures, state = self.figures, self.figures.state[group, place]
        if state == State.WITHHELD:
            if group == 0 and figures.respondents[0] != NOTHING:
                self._row(self._valid(group, place), most=self.policy.minimum - 1)
            return
        band = self.policy.band(int(figures.valid[group, place]))
        self._row(self._valid(group, place), band.low, np.inf if band.high is None else band.high)
        question = self.shape.questions[place]
        parts = [
            (
                [category],
                figures.share_low[group, place, category],
                figures.share_high[group, place, category],
            )
            for category in range(len(question.categories))
        ]
        if question.positive:
            ends = figures.positive_low[group, place], figures.positive_high[group, place]
            parts.append((sorted(question.positive), *ends))
        for categories, low, high in parts:
            self._share(group, place, categories, (int(low), int(high)), is_bound=state == State.BOUNDED)
        if question.scores and state == State.SHOWN:
            self._mean(group, place, question.scores)

    def _share(
        self, group: int, place: int, categories: list[int], ends: tuple[int, int], *, is_bound: bool
    ) -> None:
        """A whole per cent: halves are rounded upwards. A bound: few are outside, and how few is in the policy."""
        low, high = ends
        if low == NOTHING:
            return
        part = [(self._answer(group, place, category), 1.0) for category in categories]
        if is_bound:
            if high == 100:
                everybody = [(unknown, -1.0) for unknown, _ in part]
                self._row([*self._valid(group, place), *everybody], most=self.policy.exceptions)
            elif low == 0:
                self._row(part, most=self.policy.exceptions)
            return
        parts = [(unknown, 200.0) for unknown, _ in part]
        self._row([*parts, *self._valid(group, place, -(2.0 * low - 1))], least=0)
        self._row([*parts, *self._valid(group, place, -(2.0 * low + 1))], most=-1)

    def _mean(self, group: int, place: int, scores: tuple[float, ...]) -> None:
        mean, half = self.figures.mean[group, place], 0.5 * 10.0**-self.policy.mean_decimals + 1e-9
        terms = [
            (self._answer(group, place, category), score - mean) for category, score in enumerate(scores)
        ]
        self._row([(unknown, away - half) for unknown, away in terms], most=NEAR)
        self._row([(unknown, away + half) for unknown, away in terms], least=-NEAR)


def unknowns(tree: Tree, shape: Shape) -> int:
    return len(tree) * (1 + len(shape.questions) * shape.width)


def reach_of(knowledge: Knowledge, low: Ints, high: Ints, wanted: Ints) -> list[tuple[int, float]]:
    """The least and the most that each wanted number of respondents can be, in whole numbers (∞: no upper end).

    `low` and `high`: what bands say of each group's respondents. A linear programme for each end, rounded inwards.
    Raises `Untrue` if the figures contradict one another.
    """
    from scipy import sparse
    from scipy.optimize import Bounds, LinearConstraint, milp

    rows, columns, weights = zip(*knowledge.entries, strict=True)
    shape = len(knowledge.least), knowledge.unknowns
    matrix = sparse.csr_array((weights, (rows, columns)), shape=shape)
    matrix.sum_duplicates()
    bounds = Bounds(np.zeros(knowledge.unknowns), np.full(knowledge.unknowns, np.inf))
    bounds.lb[: len(low)], bounds.ub[: len(low)] = low, np.where(high < BOUNDLESS, high, np.inf)
    told = LinearConstraint(matrix, np.array(knowledge.least), np.array(knowledge.most))
    ends = []
    for group in wanted.tolist():
        pair = []
        for sign in (1.0, -1.0):
            objective = np.zeros(knowledge.unknowns)
            objective[group] = sign
            result = milp(objective, bounds=bounds, constraints=told)
            if result.status == NONE:
                raise Untrue("the published figures cannot all be true at once")
            pair.append(sign * result.fun if result.status == FOUND else np.inf)
        ends.append((int(np.ceil(pair[0] - NEAR)), float(np.floor(pair[1] + NEAR))))
    return ends
