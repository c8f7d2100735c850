"""The figures of a document as rows, one figure a row: what a spreadsheet, R or Python wants."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields, replace

from fanlight.measure.changed import Changed
from fanlight.measure.disclosure import Band, Bounded, Percentage, Shown, Withheld
from fanlight.results.documents.document import Document
from fanlight.results.pages.reading import Reading
from fanlight.results.pages.statement import NotCompared, StatementReading

Cell = str | int | float | None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure, or the reason why there is none. Percentages run from 0 to 100.

    `exact` holds a figure that may be shown as it is; else `at_least` and `at_most` bound it. Of a number of
    answers only a band is ever given; of a 95% interval, both ends.
    """

    group: str
    theme: str = ""
    code: str = ""
    statement: str = ""
    worded_the_other_way: str = ""
    figure: str
    answer: str = ""
    exact: int | float | None = None
    at_least: int | None = None
    at_most: int | None = None
    withheld_because: str = ""

    def cells(self) -> tuple[Cell, ...]:
        return astuple(self)


COLUMNS = tuple(field.name.replace("_", " ") for field in fields(Figure))


def figures(document: Document) -> Iterator[Figure]:
    """Every figure of the document, in its order: for each group its size, its themes, and then its statements."""
    for reading in document.readings:
        yield _people(reading.respondents, Figure(group=reading.name, figure="people who answered"))
        if not reading.withheld:
            yield from _of_group(reading)


def _of_group(reading: Reading) -> Iterator[Figure]:
    themes = {each.code: theme.title for theme in reading.themes for each in theme.statements}
    for theme in reading.themes:
        if theme.positive is not None:
            about = Figure(group=reading.name, theme=theme.title, figure="positive, mean of the theme")
            yield _share(theme.positive, about)
    for statement in reading.statements:
        yield from _of_statement(statement, reading.name, themes.get(statement.code, ""))


def _of_statement(each: StatementReading, group: str, theme: str) -> Iterator[Figure]:
    answers = Figure(
        group=group,
        theme=theme,
        code=each.code,
        statement=each.statement,
        worded_the_other_way="yes" if each.is_negative else "no",
        figure="answers",
    )
    yield _people(each.answered, answers)
    if each.withheld:
        return
    if each.positive is not None:
        yield _share(each.positive, replace(answers, figure="positive"))
    if each.interval:
        low, high = each.interval.low, each.interval.high
        yield replace(answers, figure="positive, 95% interval", at_least=low, at_most=high)
    if each.mean is not None:
        yield replace(answers, figure="mean", exact=each.mean)
    for label, share in zip(each.question.categories, each.shares, strict=True):
        yield _share(share, replace(answers, figure="share of answers", answer=label))
    yield from _change(each.change, answers)


def _change(change: Changed | NotCompared | None, about: Figure) -> Iterator[Figure]:
    match change:
        case Changed(before, _, low, high):
            yield replace(about, figure="positive, last time", exact=before)
            yield replace(about, figure="change in points", exact=change.difference)
            yield replace(about, figure="change in points, 95% interval", at_least=low, at_most=high)
        case NotCompared(words):
            yield replace(about, figure="change in points", withheld_because=words)


def _people(value: Shown[Band] | Withheld, about: Figure) -> Figure:
    if isinstance(value, Withheld):
        return replace(about, withheld_because=value.words)
    return replace(about, at_least=value.value.low, at_most=value.value.high)


def _share(value: Percentage, about: Figure) -> Figure:
    match value:
        case Shown(percent):
            return replace(about, exact=int(percent))
        case Bounded(low, high):
            return replace(about, at_least=low, at_most=high)
    return replace(about, withheld_because=value.words)
