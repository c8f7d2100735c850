"""Reads about a team's changes."""

from fanlight.improvement.queries.agreed import (
    GOING_ON,
    actions_going_on,
    actions_of,
    actions_of_round,
    actions_without_round,
    all_only_tell,
    only_tells,
)
from fanlight.improvement.queries.charts import (
    Drawn,
    chart_of,
    is_due,
    is_small,
    least_people,
    period_words,
    periods_to_fill,
)
from fanlight.improvement.queries.measures import (
    cycles_of,
    figures_of,
    measures_for,
    measures_of,
    suggested_measures,
    suggestion,
)

__all__ = [
    "GOING_ON",
    "Drawn",
    "actions_going_on",
    "actions_of",
    "actions_of_round",
    "actions_without_round",
    "all_only_tell",
    "chart_of",
    "cycles_of",
    "figures_of",
    "is_due",
    "is_small",
    "least_people",
    "measures_for",
    "measures_of",
    "only_tells",
    "period_words",
    "periods_to_fill",
    "suggested_measures",
    "suggestion",
]
