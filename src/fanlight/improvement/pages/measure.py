"""A measure's page: what the chart says, the chart, what happened when, and every figure."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from fanlight.design.charts.control import Mark, control_chart_for_every_screen
from fanlight.design.charts.control_icons import assurance_icon, has_icons, variation_icon
from fanlight.design.charts.control_tables import control_table
from fanlight.design.charts.control_words import ASSURANCE, VARIATION, caption, finding, target_sentence
from fanlight.design.english import capital, counted, day, stretch
from fanlight.design.frame import Link, Where
from fanlight.design.parts import Table
from fanlight.improvement.models import Cycle, Decision, Figure, Measure
from fanlight.improvement.pages.places import action_link, board_link, where_in
from fanlight.improvement.queries import Drawn, chart_of, is_due, is_small, least_people, period_words

MOST_SHOWN = 6


@dataclass(frozen=True)
class Told:
    """A line beside the chart: the sign of its flag, when, and what."""

    sign: str
    when: str
    words: str
    href: str = ""
    drop: str = ""


@dataclass(frozen=True)
class Icon:
    picture: Markup
    words: str


@dataclass(frozen=True)
class ChartShown:
    """One chart with all its words: on a measure's page, an action's, and the coach's."""

    name: str
    title: str
    picture: Markup
    icons: tuple[Icon, ...]
    target: str
    notes: tuple[str, ...]
    told: tuple[Told, ...]
    table: Table | None


@dataclass(frozen=True)
class FigureRow:
    when: str
    value: str
    history: tuple[str, ...]
    correct: Link


@dataclass(frozen=True)
class MeasurePage:
    where: Where
    title: str
    kicker: str
    back: Link
    chart: ChartShown | None
    waiting: str
    how: str
    put: Link
    links: tuple[Link, ...]
    figures: tuple[FigureRow, ...]
    older: tuple[FigureRow, ...]
    shared: str


def measure_page(measure: Measure, figures: Iterable[Figure], cycles: Iterable[Cycle]) -> MeasurePage:
    drawn = chart_of(measure)
    here = [measure.public_id]
    rows = [_row(figure, measure) for figure in reversed(list(figures))]
    return MeasurePage(
        where=where_in(measure.team),
        title=_title(measure, drawn),
        kicker=measure.name,
        back=action_link(measure.action) if measure.action else board_link(measure.team),
        chart=chart_shown(measure, drawn, cycles) if len(drawn.chart) else None,
        waiting=_waiting(drawn),
        how=measure.how,
        put=Link(text=put_words(measure, is_due=is_due(measure)), href=reverse("put_figure", args=here)),
        links=(
            Link(text="Write down what happened when", href=reverse("add_note", args=here)),
            Link(text="Paste many figures", href=reverse("paste_figures", args=here)),
            Link(text="How it is counted and drawn", href=reverse("change_measure", args=here)),
        ),
        figures=tuple(rows[:MOST_SHOWN]),
        older=tuple(rows[MOST_SHOWN:]),
        shared="Your coach may see this chart."
        if measure.is_shared
        else "Nobody outside the team sees this.",
    )


def _title(measure: Measure, drawn: Drawn) -> str:
    if len(drawn.chart):
        return finding(drawn.chart)
    if drawn.waiting:
        return "Too few people for a chart yet"
    return "The next one begins the chart" if measure.figures.exists() else "Nothing counted yet"


def put_words(measure: Measure, *, is_due: bool) -> str:
    """What the button says. A figure that is due is that of the last whole week or month."""
    if measure.is_of_events:
        return "It happened: put down the day"
    return f"Type {'last' if is_due else 'this'} {'week' if measure.rhythm == 'weekly' else 'month'}’s figure"


def chart_shown(
    measure: Measure, drawn: Drawn, cycles: Iterable[Cycle], *, may_change: bool = True
) -> ChartShown:
    """The chart with everything that is said beside it."""
    key = f"m{measure.public_id}"
    chart = drawn.chart
    marks, told = _marks(drawn, list(cycles), may_change=may_change)
    return ChartShown(
        name=measure.name,
        title=finding(chart),
        picture=control_chart_for_every_screen(chart, key=key, name=measure.name, marks=marks),
        icons=tuple(_icons(drawn, key)),
        target=target_sentence(chart),
        notes=(*_unit(measure), *caption(chart), *_fixed(measure), *_pooled(drawn)),
        told=told,
        table=control_table(chart, name=measure.name) if len(chart) else None,
    )


def _icons(drawn: Drawn, key: str) -> Iterable[Icon]:
    chart = drawn.chart
    if has_icons(chart):
        yield Icon(variation_icon(chart.variation, key=f"{key}-v"), VARIATION[chart.variation])
        if chart.assurance is not None:
            picture = assurance_icon(chart.assurance, chart.plan.better, key=f"{key}-a")
            yield Icon(picture, ASSURANCE[chart.assurance])


def _unit(measure: Measure) -> Iterable[str]:
    if measure.is_of_events:
        yield "Days from one event to the next."


def _fixed(measure: Measure) -> Iterable[str]:
    if measure.fix is not None:
        yield f"Why they are fixed: {measure.fix_why.rstrip('.')}."


def _pooled(drawn: Drawn) -> Iterable[str]:
    if drawn.is_pooled:
        yield (
            f"Times with fewer than {least_people()} people are taken together, dated by the last, so that nobody "
            "can be made out."
        )


def _waiting(drawn: Drawn) -> str:
    if not drawn.waiting:
        return ""
    return (
        f"{capital(counted(drawn.waiting, 'figure'))} of few people waits to be taken together with later ones."
        if drawn.waiting == 1
        else f"{capital(counted(drawn.waiting, 'figure'))} of few people wait to be taken together with later ones."
    )


def _marks(
    drawn: Drawn, cycles: list[Cycle], *, may_change: bool
) -> tuple[tuple[Mark, ...], tuple[Told, ...]]:
    """Notes by letters, tests by their number: on the chart and beside it alike."""
    marks, told = [], []
    for place, note in enumerate(drawn.notes):
        sign = chr(ord("a") + place % 26)
        words = f"{note.words} (new limits from here)" if note.starts_anew else note.words
        drop = reverse("drop_flag", args=[note.public_id]) if may_change else ""
        marks.append(Mark(on=note.on, sign=sign, words=words))
        told.append(Told(sign, day(note.on), words, drop=drop))
    for cycle in _on_the_chart(drawn, cycles):
        sign = str(cycle.number)
        marks.append(Mark(on=cycle.begins_on, until=cycle.ends_on, sign=sign, words=cycle.plan))
        outcome = Decision(cycle.decision).short if cycle.decision else "Being tested"
        href = reverse("cycle", args=[cycle.public_id]) if may_change else ""
        when = stretch(cycle.begins_on, cycle.ends_on)
        told.append(Told(sign, when, f"{cycle.plan}. {outcome}.", href=href))
    return tuple(marks), tuple(told)


def _on_the_chart(drawn: Drawn, cycles: list[Cycle]) -> list[Cycle]:
    """Without the tests that were over before the first point: the chart has no place for them."""
    if not len(drawn.chart):
        return []
    first = drawn.chart.periods[0].astype("datetime64[D]").item()
    return [cycle for cycle in cycles if cycle.ends_on >= first]


def _row(figure: Figure, measure: Measure) -> FigureRow:
    return FigureRow(
        when=capital(period_words(measure, figure.on)),
        value=figure_words(figure, measure),
        history=tuple(_was(figure, measure)),
        correct=Link(text="Put right", href=reverse("correct_figure", args=[figure.public_id])),
    )


def figure_words(figure: Figure, measure: Measure) -> str:
    if figure.value is None:
        return "No figure"
    if is_small(figure, measure):
        return "Few people: shown with others only"
    if measure.is_of_events:
        return f"It happened {_often(figure.value)}"
    return _number(figure.value, figure.out_of)


def _often(times: float) -> str:
    return "once" if times == 1 else counted(int(times), "time")


def _number(value: float | None, out_of: float | None) -> str:
    if value is None:
        return "no figure"
    return f"{value:g}" if out_of is None else f"{value:g} of {out_of:g}"


def _was(figure: Figure, measure: Measure) -> Iterable[str]:
    for correction in figure.corrections.all():
        by = f", by {correction.by}" if correction.by else ""
        was = _number(correction.was, correction.was_out_of)
        hidden = measure.has_size and measure.of_people and (correction.was_out_of or 0) < least_people()
        if measure.is_of_events and correction.was is not None:
            was = f"put down {_often(correction.was)}"
        before = "Changed" if hidden else f"It was {was}"
        yield f"{before}. {correction.why} ({day(correction.corrected_on)}{by})"
