"""Reads about measures and tests of change."""

from typing import Any

from django.db.models import QuerySet

from fanlight.guide import queries as guide
from fanlight.guide.queries.here import the_guide
from fanlight.improvement.models import AgreedAction, Cycle, Figure, Measure, Progress
from fanlight.improvement.queries.charts import is_due
from fanlight.people.models import Team


def figures_of(measure: Measure) -> QuerySet[Figure]:
    return measure.figures.prefetch_related("corrections__by")


def measures_of(team: Team) -> QuerySet[Measure]:
    return Measure.objects.filter(team=team).select_related("action")


def measures_for(action: AgreedAction) -> QuerySet[Measure]:
    return Measure.objects.filter(action=action)


def measures_to_fill(team: Team) -> list[Measure]:
    """Measures of what is going on whose last week or month has no figure yet."""
    going_on = measures_of(team).exclude(action__progress__in=(Progress.KEPT, Progress.STOPPED))
    return [measure for measure in going_on if is_due(measure)]


def cycles_of(action: AgreedAction | None) -> QuerySet[Cycle]:
    return Cycle.objects.filter(action=action) if action else Cycle.objects.none()


def suggestion(action: AgreedAction | None, place: str) -> dict[str, Any]:
    """What the guide suggests to count for an idea of its own, by its place in the list."""
    suggested = suggested_measures(action)
    if not place.isdecimal() or len(place) > 2 or int(place) >= len(suggested):
        return {}
    measure = suggested[int(place)]
    return {"name": measure.name[:100], "how": measure.how[:200], "purpose": measure.kind.value}


def suggested_measures(action: AgreedAction | None) -> tuple[guide.Measure, ...]:
    if action is None or action.came_kind != "idea":
        return ()
    try:
        return the_guide().idea(action.came_id).measures
    except KeyError:
        return ()
