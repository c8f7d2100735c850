"""Charts and tables of a reading. Each chart has its table; both say what the reading says and nothing more."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from markupsafe import Markup

from fanlight.design.charts import (
    WIDE,
    Answers,
    Bound,
    Change,
    Level,
    Way,
    answers_chart,
    answers_key,
    change_chart,
    change_table,
    level_chart,
    reach,
)
from fanlight.design.parts import Table
from fanlight.measure.changed import Changed, Verdict
from fanlight.measure.disclosure import Bounded, Percentage, Shown, Withheld
from fanlight.results.pages.reading import Finding, ThemeReading
from fanlight.results.pages.sentences import VERDICTS, figure, moved, span
from fanlight.results.pages.statement import NotCompared, StatementReading

DRAWN_AS_BARS = range(2, 8)  # so many answers can be told apart by their colours
FAVOURABLE = ("Unfavourable", "Favourable")
SMALL = 400
WAYS = {Verdict.BETTER: Way.BETTER, Verdict.WORSE: Way.WORSE, Verdict.CHANCE: Way.UNSURE}
Reach = tuple[int, int]


def has_bars(statements: Sequence[StatementReading]) -> bool:
    """Whether the answers can be drawn one by one; otherwise only the figure is, with its interval."""
    return all(len(each.question.categories) in DRAWN_AS_BARS for each in statements)


def reach_of(statements: Iterable[StatementReading]) -> Reach:
    """How far the bars of all these statements reach to either side, so that their charts share one scale."""
    drawn = [each for each in statements if each.positive is not None and has_bars([each])]
    return reach([answers_of(each) for each in drawn])


def finding_chart(finding: Finding, *, reaches: Reach, whose: str = "", width: int = SMALL) -> Markup:
    """The answers to the one statement, to stand beside its words."""
    statement, title = finding.statement, titled(finding.words, whose)
    if not has_bars([statement]):
        return level_chart([_level(statement, label=" ")], title=title, width=width)
    row = answers_of(statement)
    return answers_chart([row], title=title, has_labels=False, has_key=False, reaches=reaches, width=width)


def key_of(findings: Sequence[Finding]) -> Markup:
    """What the colours of the findings' charts mean."""
    lengths = {len(each.statement.question.categories) for each in findings}
    many = lengths.pop() if len(lengths) == 1 else 5
    return answers_key(FAVOURABLE, many=many if many in DRAWN_AS_BARS else 5)


def theme_chart(theme: ThemeReading, *, reaches: Reach, whose: str = "", width: int = WIDE) -> Markup | None:
    """The statements of a theme on one scale; None where none of them has good or bad answers."""
    scored = [each for each in theme.statements if each.positive is not None]
    if not scored:
        return None
    title = titled(theme.title, whose)
    if has_bars(scored):
        rows = [answers_of(each) for each in scored]
        return answers_chart(rows, title=title, ends=_ends(scored), reaches=reaches, width=width)
    return level_chart([_level(each) for each in scored], title=title, width=width)


def changes_chart(statements: Sequence[StatementReading], *, title: str, width: int = WIDE) -> Markup:
    """Before and now on one line, for statements that were asked both times."""
    return change_chart(_changes(statements), title=title, width=width)


def changes_table(statements: Sequence[StatementReading], *, caption: str) -> Table:
    return change_table(_changes(statements), caption=caption)


def changes_in_words(statements: Sequence[StatementReading]) -> str:
    return " ".join(_change_sentence(each) for each in statements)


def _change_sentence(statement: StatementReading) -> str:
    match statement.change:
        case Changed(before, now):
            return f"{statement.name}: {before}% positive before, {now}% now. {statement.verdict}"
        case NotCompared(words):
            return f"{statement.name}: {words}"
    return ""


def _changes(statements: Sequence[StatementReading]) -> list[Change]:
    return [_changed(each) for each in statements if each.change]


def _changed(statement: StatementReading) -> Change:
    match statement.change:
        case Changed(before, now, low, high):
            verdict = statement.change.verdict
            return Change(
                label=statement.name,
                before=before,
                now=now,
                low=low,
                high=high,
                verdict=VERDICTS[verdict],
                detail=moved(low, high),
                way=WAYS[verdict],
            )
        case NotCompared(words):
            return Change(label=statement.name, withheld=words)
    raise ValueError("a statement that was not asked before has no place in a chart of changes")


def titled(title: str, whose: str) -> str:
    """A chart's name, with the group it is about where there are several."""
    return f"{whose}: {title}" if whose else title


def in_words(statements: Sequence[StatementReading]) -> str:
    """What a chart shows, for those who cannot see it."""
    return " ".join(_sentence(each) for each in statements)


def answer_tables(statements: Sequence[StatementReading], *, caption: str) -> tuple[Table, ...]:
    """One table for each scale of answers. A row of two cells says why nothing is shown."""
    tables = []
    for categories, members in groupby(statements, key=lambda each: each.question.categories):
        columns = ("Statement", *categories, "Positive", "Somewhere from", "Answers")
        tables.append(Table(caption=caption, columns=columns, rows=tuple(_row(each) for each in members)))
    return tuple(tables)


def _row(statement: StatementReading) -> tuple[str, ...]:
    name = statement.in_full
    if statement.withheld:
        return name, statement.withheld.words
    shares = (figure(share) for share in statement.shares)
    return (
        f"{name}{_why_some_is_withheld(statement)}",
        *shares,
        figure(statement.positive),
        span(statement.interval),
        str(statement.answered),
    )


def _why_some_is_withheld(statement: StatementReading) -> str:
    """The reason of the cells that say "withheld", once, at the head of their row."""
    reasons = dict.fromkeys(share.words for share in statement.shares if isinstance(share, Withheld))
    if reasons and isinstance(statement.positive, Bounded):
        return " (Nearly everybody answered alike, so how many chose which answer is withheld.)"
    return f" ({' '.join(reasons)})" if reasons else ""


def _sentence(statement: StatementReading) -> str:
    if statement.withheld:
        return f"{statement.name}: {statement.withheld.words}"
    between = f", somewhere from {statement.interval}" if statement.interval else ""
    return f"{statement.name}: {figure(statement.positive)} positive{between}."


def _ends(statements: Sequence[StatementReading]) -> tuple[str, str]:
    """What stands at the two ends of the key: the answers' own names, if all statements have the same."""
    names = {(each.question.categories[0], each.question.categories[-1]) for each in statements}
    if any(each.is_negative for each in statements) or len(names) > 1:
        return FAVOURABLE
    return names.pop()


def bounded(positive: Percentage | None) -> tuple[int, Bound]:
    """A figure as a chart takes it: the number, and whether it is one or only a bound."""
    match positive:
        case Shown(percent):
            return int(percent), Bound.EXACTLY
        case Bounded(low, 100):
            return low, Bound.AT_LEAST
        case Bounded(_, high):
            return high, Bound.AT_MOST
    raise ValueError("a statement without a figure has no place in a chart")


def answers_of(statement: StatementReading) -> Answers:
    """What a chart of bars draws of a statement."""
    if statement.withheld:
        return Answers(label=statement.label, withheld=statement.withheld.words)
    value, bound = bounded(statement.positive)
    shares = [int(share.value) for share in statement.favourable_last if isinstance(share, Shown)]
    interval = statement.interval
    return Answers(
        label=statement.label,
        shares=tuple(shares) if bound is Bound.EXACTLY else (),
        positive=value,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        bound=bound,
        turned=statement.turned,
    )


def _level(statement: StatementReading, label: str = "") -> Level:
    label = label or statement.name
    if statement.withheld:
        return Level(label=label, withheld=statement.withheld.words)
    value, bound = bounded(statement.positive)
    interval = statement.interval
    low, high = (interval.low, interval.high) if interval else (None, None)
    return Level(label=label, value=value, low=low, high=high, bound=bound)
