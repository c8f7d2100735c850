"""One statement of a release, read in the questionnaire's own words: its figure, its change, and what each counts."""

from dataclasses import dataclass

from fanlight.measure.changed import Changed, Verdict
from fanlight.measure.disclosure import (
    Band,
    Bounded,
    Percentage,
    Question,
    QuestionResult,
    Shown,
    Span,
    Withheld,
)
from fanlight.results.pages.likeness import Likeness
from fanlight.results.pages.sentences import Asked, choosing, how_many, seen, sureness, verdict


@dataclass(frozen=True)
class NotCompared:
    """A statement was asked both times, but no change may be said; `words` says why."""

    words: str


@dataclass(frozen=True, kw_only=True)
class StatementReading:
    """One statement: its words, what may be shown of its answers, and the reason for what may not.

    `change` is None where the statement was not asked before.
    """

    code: str
    statement: str
    label: str
    is_negative: bool
    result: QuestionResult
    asked: Asked
    likeness: Likeness | None
    change: Changed | NotCompared | None = None

    @property
    def question(self) -> Question:
        return self.result.question

    @property
    def turned(self) -> str:
        """What its figure counts, where the statement is of something bad; else nothing."""
        return f"% who {choosing(self.question)}" if self.is_negative and self.question.positive else ""

    @property
    def name(self) -> str:
        """Its short name beside a figure, with what that counts where people could take it the other way."""
        return f"{self.label} ({self.turned})" if self.turned else self.label

    @property
    def in_full(self) -> str:
        """Its words beside a figure, in the same way."""
        return f"{self.statement} ({self.turned})" if self.turned else self.statement

    @property
    def positive(self) -> Percentage | None:
        """Per cent positive; None where no answer is good or bad news."""
        return self.result.positive

    @property
    def interval(self) -> Span | None:
        return self.result.interval.value if isinstance(self.result.interval, Shown) else None

    @property
    def lies_in(self) -> Span | None:
        """Where the figure lies for sure, or very likely: its bound or its interval. None where it is withheld."""
        if isinstance(self.positive, Bounded):
            return Span(self.positive.low, self.positive.high)
        return self.interval

    @property
    def answered(self) -> Shown[Band] | Withheld:
        return self.result.valid

    @property
    def shares(self) -> tuple[Percentage, ...]:
        """The share of each answer, in the order in which it was printed."""
        return self.result.distribution

    @property
    def favourable_last(self) -> tuple[Percentage, ...]:
        """The share of each answer, from the least to the most favourable."""
        return self.shares[::-1] if runs_downwards(self.question) else self.shares

    @property
    def mean(self) -> float | None:
        return self.result.mean.value if isinstance(self.result.mean, Shown) else None

    @property
    def withheld(self) -> Withheld | None:
        return self.answered if isinstance(self.answered, Withheld) else None

    @property
    def is_held_back(self) -> bool:
        """Whether less is shown than there was to show: nothing, or only a bound."""
        return self.withheld is not None or isinstance(self.positive, Bounded)

    @property
    def how_many(self) -> str:
        return how_many(self.positive, self.question)

    @property
    def sureness(self) -> str:
        return sureness(self.positive, self.interval, self.asked)

    @property
    def seen(self) -> str:
        return seen(self.likeness)

    @property
    def verdict(self) -> str:
        """What may be said of the change since the round before, in a sentence."""
        return verdict(self.change) if isinstance(self.change, Changed) else ""

    def has_become(self, verdict: Verdict) -> bool:
        return isinstance(self.change, Changed) and self.change.verdict is verdict

    @property
    def with_figure(self) -> str:
        """Its short name with its figure, as a sentence has them."""
        doing = f" {choosing(self.question)}" if self.turned else ""
        return f"“{self.label}” ({self.positive}{doing})"

    @property
    def quoted(self) -> str:
        """The statement as a sentence has it; a bare code is not a quotation."""
        return self.statement if self.statement.endswith(self.code) else f"“{self.statement}”"


def runs_downwards(question: Question) -> bool:
    """Whether the good answers are printed first, so that the shares must be turned to run towards them."""
    if not question.positive:
        return False
    last = len(question.categories) - 1
    return sum(question.positive) / len(question.positive) < last / 2
