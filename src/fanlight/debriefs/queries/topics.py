"""What a team may talk about: what stood out in its release, as things to put before a room."""

from collections.abc import Sequence
from dataclasses import dataclass

from fanlight.design.charts import Answers, Bound
from fanlight.design.english import capital, share
from fanlight.guide.queries import Focus
from fanlight.measure.disclosure import Bounded, QuestionResult, Shown, Span, Withheld
from fanlight.measure.findings import Candidate, stand_out
from fanlight.measure.instruments import Instrument, Item
from fanlight.results.queries import released
from fanlight.surveys.models import Round

WIDE = 25  # per cent: an interval wider than this is called rough


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One thing that stood out. `answers` is what its chart draws."""

    code: str
    statement: str
    words: str
    how_sure: str
    focus: Focus | None
    is_strength: bool
    is_turned: bool
    answers: Answers | None

    @property
    def words_for_room(self) -> str:
        """How many, short enough for a heading."""
        return self.words.replace(" of those who answered", "").rstrip(".")

    @property
    def for_everybody(self) -> str:
        """Without any figure, for whoever may pass by: what was asked, and on which side people are."""
        few = "Many disagree" if self.is_turned else "Many agree"
        return f"{few}: “{self.statement}”" if self.is_strength else f"“{self.statement}”"


@dataclass(frozen=True)
class Topics:
    """What stood out in a round. `is_released` is false before the close; `is_withheld` where too few answered."""

    strengths: tuple[Topic, ...] = ()
    worth_talking_about: tuple[Topic, ...] = ()
    is_released: bool = False
    is_withheld: bool = False

    @property
    def all(self) -> tuple[Topic, ...]:
        return self.strengths + self.worth_talking_about

    @property
    def has_numbers(self) -> bool:
        return bool(self.all)


def topics_of(round: Round) -> Topics:
    """What stood out in a round, by the same rule as on its results page."""
    release = released(round)
    if release is None:
        return Topics()
    group = release.result()
    if isinstance(group.respondents, Withheld):
        return Topics(is_released=True, is_withheld=True)
    found = stand_out(candidate for result in group.questions if (candidate := _candidate(result)))

    def topics(codes: Sequence[str], *, is_strength: bool) -> tuple[Topic, ...]:
        return tuple(_topic(round.instrument, group.question(code), is_strength) for code in codes)

    return Topics(
        strengths=topics(found.strengths, is_strength=True),
        worth_talking_about=topics(found.worth_talking_about, is_strength=False),
        is_released=True,
    )


def _candidate(result: QuestionResult) -> Candidate | None:
    match result.positive, result.interval:
        case Shown(positive), Shown(Span(low, high)):
            return Candidate(result.code, positive, low, high)
        case Bounded(low, high), _:
            return Candidate(result.code, None, low, high)
    return None


def _topic(instrument: Instrument, result: QuestionResult, is_strength: bool) -> Topic:
    item = instrument.item(result.code)
    return Topic(
        code=item.code,
        statement=item.wording.in_language("en") if item.wording else item.label(),
        words=_words(item, result),
        how_sure=_how_sure(result),
        focus=Focus(item.focus) if item.focus else None,
        is_strength=is_strength,
        is_turned=item.is_negative,
        answers=_answers(item, result),
    )


def _words(item: Item, result: QuestionResult) -> str:
    verb = "disagree" if item.is_negative else "agree"
    match result.positive:
        case Shown(percent):
            return f"{capital(share(percent))} of those who answered {verb}."
        case Bounded() as bound:
            return f"{capital(str(bound))} {verb}."
    return ""


def _how_sure(result: QuestionResult) -> str:
    match result.interval:
        case Shown(Span(low, high)) if low == high:
            return "Everybody answered, so this is exact."
        case Shown(Span(low, high)) if high - low > WIDE:
            return f"Rough: if everybody had answered, it could be anything from {low}% to {high}%."
        case Shown(Span(low, high)):
            return f"Close: if everybody had answered, it would lie between {low}% and {high}%."
    return "Only a bound is shown, because nearly everybody answered alike."


def _answers(item: Item, result: QuestionResult) -> Answers | None:
    """What a chart may draw: the shares where all are shown, else the figure or its bound."""
    shares = [int(share.value) for share in result.distribution if isinstance(share, Shown)]
    complete = tuple(shares) if len(shares) == len(result.distribution) else ()
    drawn = complete[::-1] if _runs_downwards(result) else complete
    label = item.label()
    match result.positive, result.interval:
        case Shown(positive), Shown(Span(low, high)):
            return Answers(
                label=label,
                shares=drawn,
                positive=int(positive),
                low=low,
                high=high,
                is_turned=item.is_negative,
            )
        case Bounded(low, 100), _:
            return Answers(label=label, positive=low, bound=Bound.AT_LEAST, is_turned=item.is_negative)
        case Bounded(_, high), _:
            return Answers(label=label, positive=high, bound=Bound.AT_MOST, is_turned=item.is_negative)
    return None


def _runs_downwards(result: QuestionResult) -> bool:
    """Whether the good answers are printed first."""
    positive = result.question.positive
    last = len(result.question.categories) - 1
    return bool(positive) and sum(positive) / len(positive) < last / 2
