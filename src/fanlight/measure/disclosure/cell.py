"""What stands in a cell of a result: a value, a bound, or a reason why there is neither."""

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Reason(Enum):
    """Why something is withheld. The value is the stored code; `words` is what people read.

    Reasons are knowledge: "would reveal another" says that a number is not small. So below a total one shared
    reason stands for "too few" and for "would reveal another", and an attacker cannot tell which it was.
    """

    TOO_FEW = "too-few"
    SMALL_GROUP = "too-few-or-would-reveal-another"
    TOO_FEW_ANSWERS = "too-few-answered"
    ALL_ALIKE = "all-answers-alike"
    QUESTION = "question-withheld-here"
    PART_WITHHELD = "part-withheld"
    MARKED = "marked-or-would-reveal-another"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Reason.TOO_FEW: "Too few people answered to show anything without pointing to somebody.",
    Reason.SMALL_GROUP: "Too few to be shown, or showing this would give away a small number beside it.",
    Reason.TOO_FEW_ANSWERS: "Too few people answered this question.",
    Reason.ALL_ALIKE: (
        "Nearly everybody gave the same answer, so an exact figure would tell what each person said."
    ),
    Reason.QUESTION: (
        "Too few people here answered this question, or nearly all answered alike, or showing it would "
        "reveal the answers of another group."
    ),
    Reason.PART_WITHHELD: "One of the questions in this theme is withheld, so the theme is withheld too.",
    Reason.MARKED: "This number was marked to be withheld, or showing it would reveal one that was.",
}


@dataclass(frozen=True)
class Shown(Generic[Value]):
    """A value that may be shown."""

    value: Value

    def __str__(self) -> str:
        return str(self.value)


class PerCent(int):
    """A whole percentage. It is a number, and prints with its sign.

    >>> str(PerCent(46)), PerCent(46) + 1
    ('46%', 47)
    """

    def __str__(self) -> str:
        return f"{int(self)}%"


@dataclass(frozen=True)
class Bounded:
    """A percentage of which only a bound may be shown: at least `low`, at most `high` per cent.

    >>> str(Bounded(90, 100)), str(Bounded(0, 10)), str(Bounded(60, 72))
    ('at least 90%', 'at most 10%', 'between 60% and 72%')
    """

    low: int
    high: int

    def __str__(self) -> str:
        if self.high == 100:
            return f"at least {self.low}%"
        if self.low == 0:
            return f"at most {self.high}%"
        return f"between {self.low}% and {self.high}%"


@dataclass(frozen=True)
class Withheld:
    """Nothing may be shown, and why."""

    reason: Reason

    @property
    def words(self) -> str:
        return self.reason.words

    def __str__(self) -> str:
        return "withheld"


@dataclass(frozen=True)
class Span:
    """An interval of whole per cents, both ends included, widened outwards when rounded."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"{self.low}% to {self.high}%"
