"""A measure's figures as a control chart: the engine's own, with small numbers of people taken together first."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils import timezone

from fanlight.improvement.models import Counts, Direction, Figure, Measure, Note
from fanlight.measure import spc


@dataclass(frozen=True)
class Drawn:
    """A chart, and how many figures wait to be taken together with later ones."""

    chart: spc.ControlChart
    is_pooled: bool
    waiting: int
    notes: tuple[Note, ...]


def least_people() -> int:
    """From how many people on a percentage may stand alone."""
    return int(settings.FANLIGHT.minimum_group)


def is_small(figure: Figure, measure: Measure) -> bool:
    """Whether a figure tells of so few people that it is never shown alone."""
    return measure.has_size and measure.of_people and (figure.out_of or 0) < least_people()


def chart_of(measure: Measure) -> Drawn:
    """The chart of all figures so far."""
    notes = tuple(measure.notes.all())
    points = _points(measure)
    is_pooled, waiting = False, 0
    if measure.has_size and measure.of_people and points.sizes is not None:
        is_pooled = bool((points.sizes < least_people()).any())
        pooled = spc.pool(points, least=least_people())
        after = pooled.periods[-1] if pooled.periods.size else None
        waiting = int((points.periods > after).sum()) if after is not None else int(points.periods.size)
        points = pooled
    [chart] = spc.BY_KIND[KINDS[Counts(measure.counts)]]([(points, _plan(measure, notes))])
    return Drawn(chart=chart, is_pooled=is_pooled, waiting=waiting, notes=notes)


KINDS = {
    Counts.COUNT: spc.ChartKind.XMR,
    Counts.RATING: spc.ChartKind.XMR,
    Counts.PERCENTAGE: spc.ChartKind.P,
    Counts.BETWEEN: spc.ChartKind.T,
}


def _points(measure: Measure) -> spc.Points:
    figures = list(measure.figures.all())
    days = [figure.on.isoformat() for figure in figures]
    nan = float("nan")
    values = [nan if figure.value is None else figure.value for figure in figures]
    if measure.has_size:
        return spc.Points.of(
            days, values, [nan if figure.out_of is None else figure.out_of for figure in figures]
        )
    if not measure.is_of_events:
        return spc.Points.of(days, values)
    return _between([figure.on.isoformat() for figure in figures for _ in range(int(figure.value or 0))])


def _between(days: list[str]) -> spc.Points:
    """The days from each event to the next; two on one day are no days apart."""
    if len(days) < 2:
        return spc.Points.of([], [])
    return spc.between(spc.Points.of(days, [1.0] * len(days)))


def _plan(measure: Measure, notes: tuple[Note, ...]) -> spc.Plan:
    return spc.Plan(
        better=Direction(measure.direction).better,
        target=measure.target,
        fix=measure.fix,
        rebases=tuple(spc.Rebase(on=note.on, reason=note.words) for note in notes if note.starts_anew),
        unit=spc.Unit.COUNT if measure.counts == Counts.COUNT else None,
    )


def recent_periods(measure: Measure) -> list[date]:
    """The present period and the seven before it."""
    found = [measure.period_of(timezone.localdate())]
    while len(found) < 8:
        found.append(measure.period_before(found[-1]))
    return found


def periods_to_fill(measure: Measure) -> list[date]:
    """The recent periods for which no figure is typed yet."""
    found = recent_periods(measure)
    taken = set(measure.figures.filter(on__in=found).values_list("on", flat=True))
    return [period for period in found if period not in taken]


def is_due(measure: Measure, today: date | None = None) -> bool:
    """Whether the figure of the last whole period is still missing."""
    if measure.is_of_events:
        return False
    today = today or timezone.localdate()
    last = measure.period_before(measure.period_of(today))
    begun = measure.period_of(measure.begun_on)
    return last >= begun and not measure.figures.filter(on=last).exists()


def period_words(measure: Measure, period: date) -> str:
    """A period in words.

    A week is named by its Monday, a month by its name.
    """
    if measure.is_of_events:
        return f"{period.day} {period:%B %Y}"
    if measure.rhythm == "monthly":
        return f"{period:%B %Y}"
    this = measure.period_of(timezone.localdate())
    monday = f"{period.day} {period:%B}" + ("" if period.year == this.year else f" {period.year}")
    near = {this: "This week, ", this - timedelta(days=7): "Last week, "}
    return f"{near[period]}from {monday}" if period in near else f"The week from {monday}"
