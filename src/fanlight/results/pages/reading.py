"""One group's release, read in the questionnaire's own words: what stood out, then theme by theme."""

from dataclasses import dataclass

from fanlight.design.english import listed, number
from fanlight.measure.changed import Changed, Verdict
from fanlight.measure.disclosure import (
    EVERYBODY,
    Band,
    Bounded,
    Group,
    Percentage,
    Question,
    QuestionResult,
    Shown,
    Span,
    Withheld,
)
from fanlight.results.pages.likeness import Likeness
from fanlight.results.pages.sentences import (
    Asked,
    choosing,
    headline,
    how_many,
    on_average,
    seen,
    sureness,
    verdict,
)

OTHERS = "other-questions"


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


@dataclass(frozen=True)
class Finding:
    """One thing that stood out, and the theme it belongs to."""

    statement: StatementReading
    theme: str
    focus: str | None

    @property
    def words(self) -> str:
        return f"{self.statement.how_many}: {self.statement.quoted}"

    @property
    def how_sure(self) -> str:
        is_clear = not self.statement.has_become(Verdict.CHANCE)
        verdict = self.statement.verdict if is_clear else ""
        return " ".join(filter(None, (self.statement.sureness, self.statement.seen, verdict)))


@dataclass(frozen=True, kw_only=True)
class ThemeReading:
    """A theme of the questionnaire: its own figure (the mean of its statements' figures), and its statements."""

    code: str
    title: str
    why: str
    focus: str | None
    positive: Percentage | None
    statements: tuple[StatementReading, ...]

    @property
    def withheld(self) -> Withheld | None:
        return self.positive if isinstance(self.positive, Withheld) else None

    @property
    def summary(self) -> str:
        """The theme in two or three sentences."""
        parts = (on_average(self.positive), self._apart(), self._likeness())
        return " ".join(filter(None, parts))

    def _apart(self) -> str:
        known = [(each, each.lies_in) for each in self.statements]
        spans = [(each, span) for each, span in known if span is not None]
        if len(spans) < 2:
            return ""
        top, highest = max(spans, key=lambda pair: (pair[1].low, pair[0].code))
        bottom, lowest = min(spans, key=lambda pair: (pair[1].high, pair[0].code))
        if highest.low <= lowest.high:
            return "The statements lie too close together to tell them apart."
        return f"Clearly apart: {top.with_figure} and {bottom.with_figure}."

    def _likeness(self) -> str:
        """Which statements people see alike, and which in two camps."""
        alike, camps, spread = (
            [f"“{each.label}”" for each in self.statements if each.likeness is kind]
            for kind in (Likeness.ALIKE, Likeness.TWO_CAMPS, Likeness.SPREAD)
        )
        words = []
        if len(alike) == len(self.statements):
            words.append("People see all of this alike.")
        elif alike:
            words.append(f"People see most alike: {listed(alike)}.")
        if camps:
            words.append(f"People see this differently, in two camps: {listed(camps)}.")
        if spread:
            words.append(f"Opinions are spread: {listed(spread)}.")
        return " ".join(words)

    @property
    def compared(self) -> tuple[StatementReading, ...]:
        """The statements that were asked in the round before too."""
        return tuple(each for each in self.statements if each.change)

    @property
    def what_changed(self) -> str:
        """Since the round before, in a line; nothing where nothing can be compared."""
        known = [each for each in self.compared if isinstance(each.change, Changed)]
        if not known:
            return ""
        better, worse = (
            sum(each.has_become(kind) for each in known) for kind in (Verdict.BETTER, Verdict.WORSE)
        )
        parts = [f"{number(better)} better"] if better else []
        parts += [f"{number(worse)} worse"] if worse else []
        if better + worse < len(known):
            parts.append("the rest could be chance" if parts else "what moved could be chance")
        return f"Since last time: {listed(parts)}"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All that is said of one group. `others` are the statements that belong to no theme.

    `since` names the round before, where there is one with the same statements.
    """

    group: Group
    respondents: Shown[Band] | Withheld
    strengths: tuple[Finding, ...]
    worth_talking_about: tuple[Finding, ...]
    line: float | None
    themes: tuple[ThemeReading, ...]
    others: tuple[StatementReading, ...]
    since: str = ""

    @property
    def name(self) -> str:
        """The group's name. A mere number says what it numbers: "education 3"."""
        name = str(self.group)
        return name if any(letter.isalpha() for letter in name) else f"{self.group.split} {name}"

    @property
    def whose(self) -> str:
        """The group's name where it must be said; nothing for everybody."""
        return "" if self.is_everybody else self.name

    @property
    def withheld(self) -> Withheld | None:
        return self.respondents if isinstance(self.respondents, Withheld) else None

    @property
    def is_everybody(self) -> bool:
        return self.group == EVERYBODY

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.strengths + self.worth_talking_about

    @property
    def statements(self) -> tuple[StatementReading, ...]:
        """Every statement once, in the order of the themes, those in no theme last."""
        once = {each.code: each for theme in self.themes for each in theme.statements}
        return (*once.values(), *self.others)

    def that_became(self, verdict: Verdict) -> tuple[StatementReading, ...]:
        return tuple(each for each in self.statements if each.has_become(verdict))

    @property
    def compared(self) -> tuple[StatementReading, ...]:
        """The statements of which a change can be said, whatever it is."""
        return tuple(each for each in self.statements if isinstance(each.change, Changed))

    @property
    def all_themes(self) -> tuple[ThemeReading, ...]:
        """The themes in the questionnaire's order, and what belongs to none as the last."""
        if not self.others:
            return self.themes
        last = ThemeReading(
            code=OTHERS, title="Other questions", why="", focus=None, positive=None, statements=self.others
        )
        return (*self.themes, last)

    @property
    def headline(self) -> str:
        """What stood out, in one line."""
        if self.withheld:
            return "Too few people answered to show results"
        return headline(len(self.strengths), len(self.worth_talking_about))


def runs_downwards(question: Question) -> bool:
    """Whether the good answers are printed first, so that the shares must be turned to run towards them."""
    if not question.positive:
        return False
    last = len(question.categories) - 1
    return sum(question.positive) / len(question.positive) < last / 2
