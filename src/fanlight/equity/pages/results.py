"""The results, which are everybody's at the same moment."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from fanlight.design.charts import Level, level_chart
from fanlight.design.charts.svg import for_every_screen
from fanlight.design.english import capital
from fanlight.design.parts import Table
from fanlight.equity.models import FairRound
from fanlight.equity.pages.answering import where_from
from fanlight.equity.pages.running import title_of
from fanlight.equity.queries import group_of, released
from fanlight.measure.disclosure import EVERYBODY, GroupResult, QuestionResult, Released, Shown, Withheld
from fanlight.measure.instruments import Item
from fanlight.results.pages.charted import bounded


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement: every group that may be shown, as a picture and as a table."""

    words: str
    chart: Markup
    table: Table


@dataclass(frozen=True, kw_only=True)
class FairResultsPage:
    organisation: str
    title: str
    lead: str
    statements: tuple[Statement, ...]
    left_out: tuple[str, ...]
    purpose: str
    asked: str
    dated: str


def fair_results_page(round: FairRound) -> FairResultsPage:
    found = released(round)
    if found is None:
        raise ValueError("only a round that has been released has results")
    everybody = found.result(EVERYBODY)
    shown = list(_shown(round, found))
    hidden = [name for name, result in _groups(round, found) if result.is_withheld]
    return FairResultsPage(
        organisation=round.organisation.name,
        title=title_of(round),
        lead=_lead(everybody),
        statements=tuple(_statement(item, shown) for item in round.instrument.items) if shown else (),
        left_out=tuple(hidden) if shown else (),
        purpose=round.purpose,
        asked=str(round.about["question"]),
        dated=where_from(round),
    )


def _lead(everybody: GroupResult) -> str:
    if not isinstance(everybody.respondents, Shown):
        return f"Too few people answered for anything to be shown. {everybody.respondents.words}"
    return (
        f"{capital(str(everybody.respondents))} people answered. Each dot is the share of good answers, and the pale "
        "band how far chance alone could move it. Where two bands overlap, do not call it a difference."
    )


def _groups(round: FairRound, found: Released) -> Iterator[tuple[str, GroupResult]]:
    """Every group below everybody, each broad one before its parts, in the order in which people were asked."""
    seen: set[tuple[str, ...]] = set()
    for path in round.categories:
        for depth in range(1, len(path) + 1):
            if path[:depth] not in seen:
                seen.add(path[:depth])
                yield ": ".join(path[:depth]), found.result(group_of(round, path[:depth]))


def _shown(round: FairRound, found: Released) -> Iterator[tuple[str, GroupResult]]:
    everybody = found.result(EVERYBODY)
    if everybody.is_withheld:
        return
    yield "Everybody", everybody
    yield from ((name, result) for name, result in _groups(round, found) if not result.is_withheld)


def _statement(item: Item, shown: list[tuple[str, GroupResult]]) -> Statement:
    table = _table(item, shown)
    levels = [_level(name, result.question(item.code)) for name, result in shown]
    chart = for_every_screen(lambda width: level_chart(levels, title=table.caption, width=width))
    return Statement(words=str(item.wording), chart=chart, table=table)


def _level(name: str, result: QuestionResult) -> Level:
    if isinstance(result.positive, Withheld):
        return Level(label=name, withheld=result.positive.words)
    value, bound = bounded(result.positive)
    span = result.interval.value if isinstance(result.interval, Shown) else None
    low, high = (span.low, span.high) if span else (None, None)
    return Level(label=name, value=value, low=low, high=high, bound=bound)


def _table(item: Item, shown: list[tuple[str, GroupResult]]) -> Table:
    good, to = ("Said no", "to") if item.is_negative else ("Agreed", "that")
    return Table(
        caption=f"Share who {good.lower()} {to} “{str(item.wording).rstrip('.')}”",
        columns=("Group", good),
        rows=tuple((name, _figure(result.question(item.code))) for name, result in shown),
    )


def _figure(result: QuestionResult) -> str:
    if isinstance(result.positive, Shown) and isinstance(result.interval, Shown):
        return f"{result.positive} ({result.interval})"
    return str(result.positive)
