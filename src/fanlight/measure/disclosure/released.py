"""`Released`: what may be shown of a round. Only `release` makes one, and it never holds a raw count."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fanlight.measure.disclosure.cell import Bounded, PerCent, Reason, Shown, Span, Withheld
from fanlight.measure.disclosure.counted import Composite, Question, Shape
from fanlight.measure.disclosure.figures import NOTHING, Figures
from fanlight.measure.disclosure.group import EVERYBODY, Group, Tree
from fanlight.measure.disclosure.policy import Band, Policy
from fanlight.measure.disclosure.withholding import State

Percentage = Shown[PerCent] | Bounded | Withheld
_DOOR = object()


@dataclass(frozen=True)
class QuestionResult:
    """One question in one group.

    `valid`: how many answered it, as a band. `distribution`: whole per cents in each category. `positive`:
    per cent positive, and `interval` its 95% interval; both `None` where the question has no positive
    categories. `mean`: `None` where the categories have no scores.
    """

    question: Question
    valid: Shown[Band] | Withheld
    distribution: tuple[Percentage, ...]
    positive: Percentage | None
    interval: Shown[Span] | Withheld | None
    mean: Shown[float] | Withheld | None

    @property
    def code(self) -> str:
        return self.question.code

    @property
    def is_withheld(self) -> bool:
        return isinstance(self.valid, Withheld)


@dataclass(frozen=True)
class CompositeResult:
    """One theme in one group: the mean of its questions' per cent positive."""

    composite: Composite
    positive: Percentage

    @property
    def code(self) -> str:
        return self.composite.code


@dataclass(frozen=True)
class GroupResult:
    """Everything that may be shown of one group."""

    group: Group
    respondents: Shown[Band] | Withheld
    questions: tuple[QuestionResult, ...]
    composites: tuple[CompositeResult, ...]

    @property
    def is_withheld(self) -> bool:
        return isinstance(self.respondents, Withheld)

    def question(self, code: str) -> QuestionResult:
        return next(result for result in self.questions if result.code == code)

    def composite(self, code: str) -> CompositeResult:
        return next(result for result in self.composites if result.code == code)


class Released:
    """What may be shown of a round, decided once.

    There is no way to make one but `release(counted, policy)`, or `from_document` of a document that one
    wrote. Both attack the result before anybody sees it. Reading: `groups`, `result(group)`,
    `children(group)`.
    """

    __slots__ = ("_figures", "_policy", "_shape", "_tree")
    _figures: Figures
    _policy: Policy
    _shape: Shape
    _tree: Tree

    def __init__(self, door: object, shape: Shape, tree: Tree, figures: Figures, policy: Policy) -> None:
        if door is not _DOOR:
            raise TypeError("a Released is made by release(counted, policy) and in no other way")
        for name, value in [("_shape", shape), ("_tree", tree), ("_figures", figures), ("_policy", policy)]:
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Released does not change")

    def __repr__(self) -> str:
        return f"Released({len(self._tree)} groups, {len(self._shape.questions)} questions)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Released) and self.to_document() == other.to_document()

    def __hash__(self) -> int:
        return hash((self._shape.rounds, self._tree.groups))

    def __reduce__(self) -> tuple[Any, ...]:
        from fanlight.measure.disclosure.document import from_document

        return from_document, (self.to_document(),)

    @property
    def policy(self) -> Policy:
        return self._policy

    @property
    def shape(self) -> Shape:
        """What was asked, and the rounds the respondents come from."""
        return self._shape

    @property
    def groups(self) -> tuple[Group, ...]:
        """Every group, everybody first, then by split and path; the withheld ones too."""
        return self._tree.groups

    @property
    def shows_nothing(self) -> bool:
        """Whether everything is withheld, the group of everybody too."""
        return bool(self._figures.respondents[0] == NOTHING)

    def children(self, group: Group) -> tuple[Group, ...]:
        place = self._tree.position[group]
        return tuple(
            each for each, above in zip(self.groups, self._tree.parent, strict=True) if above == place
        )

    def result(self, group: Group = EVERYBODY) -> GroupResult:
        """What may be shown of one group. `KeyError` for a group that is not in this release."""
        place = self._tree.position[group]
        questions = tuple(self._question(place, column) for column in range(len(self._shape.questions)))
        composites = tuple(self._composite(place, column) for column in range(len(self._shape.composites)))
        return GroupResult(group, self._respondents(place), questions, composites)

    def results(self) -> Iterator[GroupResult]:
        return (self.result(group) for group in self.groups)

    def to_document(self) -> dict[str, Any]:
        """The release as plain lists and numbers, to be kept as JSON. `from_document` reads it back."""
        from fanlight.measure.disclosure.document import to_document

        return to_document(self._shape, self._tree, self._figures, self._policy)

    def _respondents(self, place: int) -> Shown[Band] | Withheld:
        low = int(self._figures.respondents[place])
        if low == NOTHING:
            return Withheld(Reason.SMALL_GROUP if place else Reason.TOO_FEW)
        return Shown(self._policy.band(low))

    def _question(self, place: int, column: int) -> QuestionResult:
        figures, question = self._figures, self._shape.questions[column]
        reason = self._reason(place, column)
        withheld = Withheld(reason)
        low = int(figures.valid[place, column])
        span = int(figures.interval_low[place, column]), int(figures.interval_high[place, column])
        mean = float(figures.mean[place, column])
        positive, interval, average = None, None, None
        if question.positive:
            ends = figures.positive_low[place, column], figures.positive_high[place, column]
            positive = _percentage(int(ends[0]), int(ends[1]), reason)
            interval = withheld if span[0] == NOTHING else Shown(Span(*span))
        if question.scores:
            average = withheld if mean != mean else Shown(mean)
        return QuestionResult(
            question=question,
            valid=withheld if low == NOTHING else Shown(self._policy.band(low)),
            distribution=tuple(
                _percentage(int(ends[0]), int(ends[1]), reason)
                for ends in zip(
                    figures.share_low[place, column, : len(question.categories)],
                    figures.share_high[place, column, : len(question.categories)],
                    strict=True,
                )
            ),
            positive=positive,
            interval=interval,
            mean=average,
        )

    def _reason(self, place: int, column: int) -> Reason:
        if self._figures.respondents[place] == NOTHING:
            return Reason.SMALL_GROUP if place else Reason.TOO_FEW
        if self._figures.state[place, column] == State.BOUNDED:
            return Reason.ALL_ALIKE
        return Reason.QUESTION if place else Reason.TOO_FEW_ANSWERS

    def _composite(self, place: int, column: int) -> CompositeResult:
        low, high = self._figures.composite_low[place, column], self._figures.composite_high[place, column]
        group_is_withheld = self._figures.respondents[place] == NOTHING
        reason = self._reason(place, 0) if group_is_withheld else Reason.PART_WITHHELD
        return CompositeResult(self._shape.composites[column], _percentage(int(low), int(high), reason))


def _percentage(low: int, high: int, reason: Reason) -> Percentage:
    if low == NOTHING:
        return Withheld(reason)
    return Shown(PerCent(low)) if low == high else Bounded(low, high)


def through_the_door(shape: Shape, tree: Tree, figures: Figures, policy: Policy) -> Released:
    """Make a `Released`, unless its own attack opens it. Only `release` and `from_document` call this."""
    from fanlight.measure.disclosure.attack import Opened, attack

    released = Released(_DOOR, shape, tree, figures, policy)
    found = attack(released)
    if found.opened:
        raise Opened(found)
    return released
