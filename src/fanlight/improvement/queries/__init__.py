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
from fanlight.improvement.queries.aims import BRANCH, Twig, aims_of, boxes_below, open_aims, tree_of
from fanlight.improvement.queries.charts import (
    Drawn,
    chart_of,
    is_due,
    is_small,
    least_people,
    period_words,
    periods_to_fill,
    recent_periods,
)
from fanlight.improvement.queries.measures import (
    cycles_of,
    figures_of,
    measures_for,
    measures_of,
    measures_to_fill,
    suggested_measures,
    suggestion,
)

__all__ = [
    "BRANCH",
    "GOING_ON",
    "Drawn",
    "Twig",
    "actions_going_on",
    "actions_of",
    "actions_of_round",
    "actions_without_round",
    "aims_of",
    "all_only_tell",
    "boxes_below",
    "chart_of",
    "cycles_of",
    "figures_of",
    "is_due",
    "is_small",
    "least_people",
    "measures_for",
    "measures_of",
    "measures_to_fill",
    "only_tells",
    "open_aims",
    "period_words",
    "periods_to_fill",
    "recent_periods",
    "suggested_measures",
    "suggestion",
    "tree_of",
]
