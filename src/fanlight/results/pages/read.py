"""From a release to its reading."""

from dataclasses import dataclass

from fanlight.measure.changed import Changed, changed, is_same_question
from fanlight.measure.disclosure import (
    Bounded,
    GroupResult,
    PerCent,
    QuestionResult,
    Shown,
    Span,
)
from fanlight.measure.findings import Candidate, stand_out
from fanlight.measure.instruments import Composite, Instrument, Item
from fanlight.results.pages.likeness import Likeness, likeness
from fanlight.results.pages.reading import Finding, Reading, ThemeReading
from fanlight.results.pages.sentences import Asked
from fanlight.results.pages.statement import NotCompared, StatementReading, runs_downwards

LANGUAGE = "en"


@dataclass(frozen=True)
class Earlier:
    """The release of an earlier round of the same team, and how that round is called."""

    said: str
    instrument: Instrument
    result: GroupResult

    def same(self, instrument: Instrument, now: QuestionResult) -> QuestionResult | None:
        """The same statement then: the same words, the same answers. None where it was not asked."""
        if not self.instrument.has_item(now.code):
            return None
        then, item = self.instrument.item(now.code), instrument.item(now.code)
        found = next((each for each in self.result.questions if each.code == then.code), None)
        is_same = found is not None and wording(then) == wording(item) and is_same_question(found, now)
        return found if is_same else None


def read_group(
    instrument: Instrument, group: GroupResult, *, asked: Asked, earlier: Earlier | None = None
) -> Reading:
    """The reading of one group. Statements that the release does not hold (nothing was scored) are left out.

    With an earlier round, each statement that was asked then too says what has changed.
    """
    statements = {
        result.code: _statement(
            instrument.item(result.code), result, asked, _change(instrument, result, earlier)
        )
        for result in group.questions
    }
    themes = {code: composite for composite in instrument.composites for code in composite.items}
    found = stand_out(candidate for result in group.questions if (candidate := candidate_of(result)))
    finding = {code: _finding(statements[code], themes.get(code)) for code in statements}
    return Reading(
        group=group.group,
        respondents=group.respondents,
        strengths=tuple(finding[code] for code in found.strengths),
        worth_talking_about=tuple(finding[code] for code in found.worth_talking_about),
        line=found.line,
        themes=tuple(_theme(instrument, group, composite, statements) for composite in instrument.composites),
        others=tuple(statements[item.code] for item in instrument.items_alone),
        since=earlier.said if earlier and any(each.change for each in statements.values()) else "",
    )


def _change(
    instrument: Instrument, now: QuestionResult, earlier: Earlier | None
) -> Changed | NotCompared | None:
    before = earlier.same(instrument, now) if earlier else None
    if before is None or now.positive is None:
        return None
    if found := changed(before, now):
        return found
    when = "This time" if not isinstance(now.positive, Shown) else "Last time"
    there = now.positive if when == "This time" else before.positive
    if isinstance(there, Bounded):
        return NotCompared(f"{when} nearly everybody answered alike, so no exact change can be said.")
    return NotCompared(f"{when} too little could be shown to say what has changed.")


def candidate_of(result: QuestionResult) -> Candidate | None:
    """What the rule for standing out may know of a statement; None where nothing is shown."""
    match result.positive, result.interval:
        case Shown(positive), Shown(Span(low, high)):
            return Candidate(result.code, positive, low, high)
        case Bounded(low, high), _:
            return Candidate(result.code, None, low, high)
    return None


def wording(item: Item) -> str:
    """What was asked; the bare code where the words may not be held."""
    about = f"{item.about.in_language(LANGUAGE)}: " if item.about else ""
    return about + (item.wording.in_language(LANGUAGE) if item.wording else item.label())


def _statement(
    item: Item, result: QuestionResult, asked: Asked, change: Changed | NotCompared | None
) -> StatementReading:
    return StatementReading(
        code=item.code,
        statement=wording(item),
        label=item.label(LANGUAGE),
        is_negative=item.is_negative,
        result=result,
        asked=asked,
        likeness=_likeness(result),
        change=change,
    )


def _likeness(result: QuestionResult) -> Likeness | None:
    shares = [share.value for share in result.distribution if isinstance(share, Shown)]
    question = result.question
    if len(shares) != len(question.categories) or not question.positive:
        return None
    towards: list[PerCent] = shares[::-1] if runs_downwards(question) else shares
    return likeness(towards, favourable=len(question.positive))


def _finding(statement: StatementReading, theme: Composite | None) -> Finding:
    title = theme.title.in_language(LANGUAGE) if theme else ""
    return Finding(statement=statement, theme=title, focus=_focus(theme))


def _focus(theme: Composite | None) -> str | None:
    return theme.focus.value if theme and theme.focus else None


def _theme(
    instrument: Instrument, group: GroupResult, theme: Composite, statements: dict[str, StatementReading]
) -> ThemeReading:
    shown = {result.code: result.positive for result in group.composites}
    return ThemeReading(
        code=theme.code,
        title=theme.title.in_language(LANGUAGE),
        why=theme.why.in_language(LANGUAGE) if theme.why else "",
        focus=_focus(theme),
        positive=shown.get(theme.code),
        statements=tuple(statements[item.code] for item in instrument.items_of(theme)),
    )
