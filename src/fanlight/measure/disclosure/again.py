"""May these answers be released, given what was released before? A closed round is never released twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from fanlight.measure.disclosure.counted import Counted
from fanlight.measure.disclosure.group import EVERYBODY
from fanlight.measure.disclosure.policy import Policy
from fanlight.measure.disclosure.released import Released


class Ground(Enum):
    """Why a further release is refused; `words` is what people read."""

    SAME_ROUND = "same-round"
    OVERLAP = "overlap"
    POOLED_GROUPS = "pooled-groups"
    POOLED_FEW = "pooled-few"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Ground.SAME_ROUND: (
        "This round has been released. The same answers are not cut in another way: what is left over between the "
        "two would be a small group."
    ),
    Ground.OVERLAP: (
        "Some of these answers were in an earlier release. The difference between the two would be a group that was "
        "withheld."
    ),
    Ground.POOLED_GROUPS: "Rounds are pooled for one team as a whole, not for groups within it.",
    Ground.POOLED_FEW: (
        "Pooling rounds adds answers, not people. The team itself must have as many people as the smallest group "
        "that may be shown."
    ),
}


@dataclass(frozen=True)
class Refusal:
    """A further release that may not be made, and why."""

    ground: Ground

    @property
    def words(self) -> str:
        return self.ground.words


class NotAgain(ValueError):  # noqa: N818 (it reads as the answer that was given)
    """A release was asked for that may not be made beside an earlier one."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.words)
        self.refusal = refusal


def further_release(counted: Counted, policy: Policy, earlier: Iterable[Released]) -> Refusal | None:
    """Why these counts may not be released beside the earlier releases; `None` if they may.

    `earlier`: every release that holds answers of one of the same rounds (others do no harm). The rules:

    - A round that has been released is not released again, whatever the cut. This holds after teams were
      reorganised, after a late answer, and after somebody withdrew theirs.
    - Several rounds may be pooled only if none of them was released by itself, not even as "too few answered"
      (ten and ten at most, and twenty together, is ten and ten); and only for the whole of a team that has at
      least the minimum of people. After that none of the pooled rounds is released by itself.

    Whether the figures of a new round may stand beside those of an earlier one is no question of this
    function: its respondents answered anew, and no sum ties the two together. See the method sheet on what
    can be guessed.

    >>> from fanlight.measure.disclosure import EVERYBODY, Question, Shape, release
    >>> asked = Shape(frozenset({"spring"}), (Question("q1", ("no", "not sure", "yes"), frozenset({2})),))
    >>> spring = Counted.from_leaves(asked, {EVERYBODY: (14, [[4, 3, 6]])})
    >>> further_release(spring, Policy(), []) is None
    True
    >>> further_release(spring, Policy(), [release(spring, Policy())]).ground
    <Ground.SAME_ROUND: 'same-round'>
    """
    rounds = counted.shape.rounds
    for release in earlier:
        before = release.shape.rounds
        if before == rounds:
            return Refusal(Ground.SAME_ROUND)
        if before & rounds:
            return Refusal(Ground.OVERLAP)
    return _pooled(counted, policy) if len(rounds) > 1 else None


def _pooled(counted: Counted, policy: Policy) -> Refusal | None:
    if counted.tree.groups != (EVERYBODY,):
        return Refusal(Ground.POOLED_GROUPS)
    return Refusal(Ground.POOLED_FEW) if counted.population[0] < policy.minimum else None
