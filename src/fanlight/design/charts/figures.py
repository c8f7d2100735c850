"""What charts are given: whole per cents, words for people, and whether a figure may be shown at all."""

from dataclasses import dataclass
from enum import Enum


class Bound(Enum):
    """How exactly a figure may be given. In a small group that agrees, only that it is high."""

    EXACTLY = ""
    AT_LEAST = "at least "
    AT_MOST = "at most "


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers to one statement.

    `shares` run from the least to the most favourable answer, in whole per cents; `positive` is the share of
    favourable answers, from `low` to `high`. Where that is not who agrees, the shares are turned by the caller,
    who says in `turned` what the figure counts: "% who say no". `withheld` is the reason, in words, why
    nothing is shown. With a `bound` other than EXACTLY there are no shares: they would give the figure away.
    """

    label: str
    shares: tuple[int, ...] = ()
    positive: int | None = None
    low: int | None = None
    high: int | None = None
    bound: Bound = Bound.EXACTLY
    turned: str = ""
    is_whole: bool = False
    withheld: str = ""

    def __post_init__(self) -> None:
        if not self.withheld and self.positive is None:
            raise ValueError(f"“{self.label}” has neither a figure nor a reason for withholding one.")
        if self.withheld and (self.shares or self.positive is not None):
            raise ValueError(f"“{self.label}” is withheld, so it can carry no figure.")
        if self.bound is not Bound.EXACTLY and self.shares:
            raise ValueError(
                f"“{self.label}” is given as a bound, so its answers cannot be shown one by one."
            )


@dataclass(frozen=True, kw_only=True)
class Level:
    """One figure with its interval, and, if there was a round before, the figure then."""

    label: str
    value: int | None = None
    low: int | None = None
    high: int | None = None
    before: int | None = None
    bound: Bound = Bound.EXACTLY
    withheld: str = ""

    def __post_init__(self) -> None:
        if bool(self.withheld) == (self.value is not None):
            raise ValueError(f"“{self.label}” needs either a figure or a reason for withholding it.")


class Way(Enum):
    """Which way a figure has gone, if that is sure. The verdict says it in words too."""

    BETTER = "better"
    WORSE = "worse"
    UNSURE = "unsure"


@dataclass(frozen=True, kw_only=True)
class Change:
    """Two rounds of one figure. `low` and `high` bound the difference in points.

    `verdict` is a word or two, `detail` what more there is to say.
    """

    label: str
    before: int | None = None
    now: int | None = None
    low: int | None = None
    high: int | None = None
    verdict: str = ""
    detail: str = ""
    way: Way = Way.UNSURE
    withheld: str = ""

    def __post_init__(self) -> None:
        has_both = self.before is not None and self.now is not None
        if bool(self.withheld) == has_both:
            raise ValueError(f"“{self.label}” needs either both figures or a reason for withholding them.")


def said(value: int, bound: Bound = Bound.EXACTLY, low: int | None = None, high: int | None = None) -> str:
    """A figure as a sentence has it: "68%, somewhere from 58% to 76%"."""
    words = f"{bound.value}{value}%"
    if bound is not Bound.EXACTLY or low is None or high is None:
        return words
    return f"{words}, known exactly" if low == high else f"{words}, somewhere from {low}% to {high}%"
