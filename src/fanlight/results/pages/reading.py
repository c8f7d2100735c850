"""One group's release, read in the questionnaire's own words: what stood out, then focus by focus."""

from dataclasses import dataclass

from fanlight.design.english import share
from fanlight.measure.disclosure import (
    Band,
    Bounded,
    GroupResult,
    Percentage,
    QuestionResult,
    Shown,
    Span,
    Withheld,
)
from fanlight.measure.findings import Candidate, stand_out
from fanlight.measure.instruments import Composite, Instrument, Item

WIDE = 25  # per cent: an interval wider than this is called rough


@dataclass(frozen=True)
class Finding:
    """One thing that stood out, in words."""

    code: str
    statement: str
    words: str
    sureness: str
    focus: str


@dataclass(frozen=True)
class StatementResult:
    """One statement: its words, its answers, or why they are withheld."""

    code: str
    statement: str
    label: str
    is_negative: bool
    result: QuestionResult

    @property
    def withheld_words(self) -> str | None:
        return self.result.valid.words if isinstance(self.result.valid, Withheld) else None


@dataclass(frozen=True)
class FocusResult:
    """One theme of the questionnaire and its statements."""

    code: str
    title: str
    why: str
    focus: str | None
    positive: Percentage | None
    statements: tuple[StatementResult, ...]


@dataclass(frozen=True)
class Reading:
    """All that is said of one group."""

    respondents: Shown[Band] | Withheld
    strengths: tuple[Finding, ...]
    worth_talking_about: tuple[Finding, ...]
    focuses: tuple[FocusResult, ...]

    @property
    def is_withheld(self) -> bool:
        return isinstance(self.respondents, Withheld)


def candidate_of(result: QuestionResult) -> Candidate | None:
    """What the rule for standing out may know of a statement; None where nothing is shown."""
    match result.positive, result.interval:
        case Shown(positive), Shown(Span(low, high)):
            return Candidate(result.code, positive, low, high)
        case Bounded(low, high), _:
            return Candidate(result.code, None, low, high)
    return None


def read_group(instrument: Instrument, group: GroupResult) -> Reading:
    found = stand_out(candidate for result in group.questions if (candidate := candidate_of(result)))
    return Reading(
        respondents=group.respondents,
        strengths=tuple(_finding(instrument, group.question(code)) for code in found.strengths),
        worth_talking_about=tuple(
            _finding(instrument, group.question(code)) for code in found.worth_talking_about
        ),
        focuses=tuple(_focus(instrument, group, composite) for composite in instrument.composites),
    )


def wording(item: Item) -> str:
    return item.wording.in_language("en") if item.wording else item.label()


def _finding(instrument: Instrument, result: QuestionResult) -> Finding:
    item = instrument.item(result.code)
    return Finding(
        code=item.code,
        statement=wording(item),
        words=in_words(item, result),
        sureness=sureness(result),
        focus=(item.focus or "").replace("_", "-"),
    )


def in_words(item: Item, result: QuestionResult) -> str:
    """How many are on the good side of a statement, as people say it."""
    verb = "disagree" if item.is_negative else "agree"
    match result.positive:
        case Shown(percent):
            return f"{share(percent).capitalize()} of those who answered {verb}."
        case Bounded() as bound:
            return f"{str(bound).capitalize()} {verb}."
    return ""


def sureness(result: QuestionResult) -> str:
    """How far the figure could be off, in words."""
    match result.interval:
        case Shown(Span(low, high)) if low == high:
            return "Everybody answered, so this is exact."
        case Shown(Span(low, high)) if high - low > WIDE:
            return f"Rough: if everybody had answered, it could be anything from {low}% to {high}%."
        case Shown(Span(low, high)):
            return f"Close: if everybody had answered, it would lie between {low}% and {high}%."
    return "Only a bound is shown, because nearly everybody answered alike."


def _focus(instrument: Instrument, group: GroupResult, part: Composite) -> FocusResult:
    shown = {result.code: result.positive for result in group.composites}
    return FocusResult(
        code=part.code,
        title=part.title.in_language("en"),
        why=part.why.in_language("en") if part.why else "",
        focus=part.focus.value.replace("_", "-") if part.focus else None,
        positive=shown.get(part.code),
        statements=tuple(_statement(item, group) for item in instrument.items_of(part)),
    )


def _statement(item: Item, group: GroupResult) -> StatementResult:
    return StatementResult(
        code=item.code,
        statement=wording(item),
        label=item.label(),
        is_negative=item.is_negative,
        result=group.question(item.code),
    )
