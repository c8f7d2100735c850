"""The counts of a closed round: the one thing that must never be printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fanlight.measure.disclosure.group import EVERYBODY, CountsDisagree, Group, Ints, Tree


@dataclass(frozen=True)
class Question:
    """One question as disclosure control sees it: a code and its answer categories, in order.

    `positive`: positions of the categories that count as positive (of a negatively worded question: the ones
    that disagree). `scores`: one number for each category where a mean makes sense, else empty. "Does not
    apply" is not a category: whoever chose it did not answer.
    """

    code: str
    categories: tuple[str, ...]
    positive: frozenset[int] = frozenset()
    scores: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if len(self.categories) < 2 or len(set(self.categories)) != len(self.categories):
            raise ValueError(f"question {self.code}: two or more categories, each named once")
        if not self.positive <= set(range(len(self.categories))):
            raise ValueError(f"question {self.code}: a positive category that does not exist")
        if self.scores and len(self.scores) != len(self.categories):
            raise ValueError(f"question {self.code}: one score for each category")


@dataclass(frozen=True)
class Composite:
    """A theme: its figure is the mean of its questions' per cent positive."""

    code: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Shape:
    """What was asked, and of which rounds: everything about the counts but the counts."""

    rounds: frozenset[str]
    questions: tuple[Question, ...]
    composites: tuple[Composite, ...] = ()

    def __post_init__(self) -> None:
        codes = [question.code for question in self.questions]
        themes = [composite.code for composite in self.composites]
        if not self.rounds or not all(self.rounds):
            raise ValueError("name the round (or rounds) the answers come from")
        if len(set(codes)) != len(codes) or len(set(themes)) != len(themes):
            raise ValueError("a question or a composite is named twice")
        for composite in self.composites:
            if not composite.questions or not set(composite.questions) <= set(codes):
                raise ValueError(f"composite {composite.code}: its questions are not among those asked")
            if not all(self.question(code).positive for code in composite.questions):
                raise ValueError(f"composite {composite.code}: a question without positive categories")

    @property
    def width(self) -> int:
        """The number of categories of the question that has most (0 if nothing was asked)."""
        return max((len(question.categories) for question in self.questions), default=0)

    def question(self, code: str) -> Question:
        return self.questions[self.place(code)]

    def place(self, code: str) -> int:
        return [question.code for question in self.questions].index(code)


@dataclass(frozen=True, repr=False, eq=False)
class Counted:
    """Counts of respondents, and of answers by question and category, for every group of a tree.

    Shapes: `respondents` (groups,), `answers` (groups, questions, categories) padded with 0 to the widest
    question, `population` (groups,) with −1 where the size of a group is not known. A respondent is somebody
    who answered at least one question. Make one with `from_answers` or `from_leaves`.

    Printing shows the shape and no number, so a log or a traceback cannot leak one.

    >>> asked = Shape(frozenset({"spring"}), (Question("q1", ("no", "yes"), frozenset({1})),))
    >>> Counted.from_leaves(asked, {EVERYBODY: (12, [[4, 7]])})
    Counted(1 groups, 1 questions)
    """

    shape: Shape
    tree: Tree
    respondents: Ints
    answers: Ints
    population: Ints = field(default_factory=lambda: np.empty(0, dtype=np.int64))

    def __post_init__(self) -> None:
        groups, questions = len(self.tree), len(self.shape.questions)
        population = self.population if self.population.size else np.full(groups, -1)
        given = {"respondents": self.respondents, "answers": self.answers, "population": population}
        for name, values in given.items():
            fixed = _whole_numbers(name, values)
            fixed.setflags(write=False)
            object.__setattr__(self, name, fixed)
        wanted = (groups, questions, self.shape.width)
        if self.respondents.shape != (groups,) or self.answers.shape != wanted:
            raise CountsDisagree("the counts do not have the shape of the groups and questions")
        self._check()

    def _check(self) -> None:
        for place, question in enumerate(self.shape.questions):
            if self.answers[:, place, len(question.categories) :].any():
                raise CountsDisagree(f"question {question.code}: an answer outside its categories")
        if (self.respondents < 0).any() or (self.answers < 0).any():
            raise CountsDisagree("a count is negative")
        if (self.valid > self.respondents[:, None]).any():
            raise CountsDisagree("a question has more answers than there are respondents")
        for values in (self.respondents, self.answers):
            sums = np.zeros((len(self.tree.head), *values.shape[1:]), dtype=np.int64)
            np.add.at(sums, self.tree.family[1:], values[1:])
            same = (sums == values[self.tree.head]).all(axis=tuple(range(1, values.ndim)))
            if not same.all():
                head = self.tree.groups[self.tree.head[np.argmin(same)]]
                raise CountsDisagree(f"the groups of {head} do not add up to it")

    @property
    def valid(self) -> Ints:
        """Answers to each question in each group, whatever the category: (groups, questions)."""
        return np.asarray(self.answers.sum(axis=2))

    def __repr__(self) -> str:
        return f"Counted({len(self.tree)} groups, {len(self.shape.questions)} questions)"

    @classmethod
    def from_leaves(
        cls,
        shape: Shape,
        leaves: Mapping[Group, tuple[int, ArrayLike]],
        population: Mapping[Group, int] | None = None,
    ) -> "Counted":
        """Counts of the smallest groups: respondents, and for each question the answers in each category.

        Totals are worked out. Where there are several splits, each must divide up the same people.
        """
        tree = Tree.above(leaves)
        respondents = np.zeros(len(tree), dtype=np.int64)
        answers = np.zeros((len(tree), len(shape.questions), shape.width), dtype=np.int64)
        leaf = tree.is_leaf()
        for group, (people, counts) in leaves.items():
            place = tree.position[group]
            if not leaf[place]:
                raise CountsDisagree(f"the group {group} has people of its own and groups below it")
            respondents[place] = people
            for row, chosen in enumerate(_rows(counts, shape)):
                answers[place, row, : len(chosen)] = chosen
        _add_up(tree, respondents)
        _add_up(tree, answers)
        return cls(shape, tree, respondents, answers, _population(tree, population))

    @classmethod
    def from_answers(
        cls,
        shape: Shape,
        answers: ArrayLike,
        splits: Mapping[str, Sequence[Sequence[str]]] | None = None,
        population: Mapping[Group, int] | None = None,
    ) -> "Counted":
        """Counts from one row a respondent: `answers[r, q]` is the position of a category, −1 for none.

        `splits` names for each split the path of each respondent's group. A row without any answer is not a
        respondent.
        """
        table = _table(answers, shape)
        rows = np.flatnonzero((table >= 0).any(axis=1))
        places = {
            split: [Group(split, tuple(path)) for path in paths] for split, paths in (splits or {}).items()
        }
        for split, groups in places.items():
            if len(groups) != len(table):
                raise CountsDisagree(f"split {split}: {len(groups)} groups for {len(table)} respondents")
        tree = Tree.above(group for groups in places.values() for group in groups)
        respondents = np.zeros(len(tree), dtype=np.int64)
        counts = np.zeros((len(tree), len(shape.questions), shape.width), dtype=np.int64)
        for groups in places.values() or [[EVERYBODY] * len(table)]:
            where = np.array([tree.position[group] for group in groups], dtype=np.int64)
            np.add.at(respondents, where[rows], 1)
            for column in range(table.shape[1]):
                given = np.flatnonzero(table[:, column] >= 0)
                np.add.at(counts[:, column], (where[given], table[given, column]), 1)
        leaf = tree.is_leaf()
        mixed = np.flatnonzero(~leaf & (respondents > 0))
        if mixed.size:
            raise CountsDisagree(
                f"the group {tree.groups[mixed[0]]} has people of its own and groups below it"
            )
        _add_up(tree, respondents)
        _add_up(tree, counts)
        return cls(shape, tree, respondents, counts, _population(tree, population))


def _whole_numbers(name: str, values: ArrayLike) -> Ints:
    numbers: NDArray[np.generic] = np.asarray(values)
    if numbers.size and not np.issubdtype(numbers.dtype, np.integer):
        raise CountsDisagree(f"{name} must be whole numbers")
    return numbers.astype(np.int64)


def _table(answers: ArrayLike, shape: Shape) -> Ints:
    """One row a respondent, one column a question. Nobody may have answered yet."""
    given = np.asarray(answers)
    table = _whole_numbers("answers", given.reshape(len(given), len(shape.questions)))
    sizes = [len(question.categories) for question in shape.questions]
    wrong = np.flatnonzero((table >= sizes).any(axis=0))
    if wrong.size:
        raise CountsDisagree(f"question {shape.questions[wrong[0]].code}: an answer outside its categories")
    return table


def _rows(counts: ArrayLike, shape: Shape) -> list[Ints]:
    rows = [_whole_numbers("answers", row) for row in counts]  # type: ignore[union-attr]
    if len(rows) != len(shape.questions):
        raise CountsDisagree(f"{len(rows)} rows of answers for {len(shape.questions)} questions")
    for row, question in zip(rows, shape.questions, strict=True):
        if row.ndim != 1 or len(row) > shape.width or row[len(question.categories) :].any():
            raise CountsDisagree(f"question {question.code}: an answer outside its categories")
    return rows


def _add_up(tree: Tree, values: Ints) -> None:
    """Fill in the totals, from the deepest level up. Of several splits the first is summed."""
    first = {int(head): number for number, head in reversed(list(enumerate(tree.head)))}
    counted = np.isin(tree.family, list(first.values()))
    for level in tree.levels():
        members = level[counted[level]]
        np.add.at(values, tree.parent[members], values[members])


def _population(tree: Tree, population: Mapping[Group, int] | None) -> Ints:
    sizes = np.full(len(tree), -1, dtype=np.int64)
    for group, size in (population or {}).items():
        if group in tree.position:
            sizes[tree.position[group]] = size
    return sizes


__all__ = ["EVERYBODY", "Composite", "Counted", "CountsDisagree", "Group", "Question", "Shape"]
