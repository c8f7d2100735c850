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

__all__ = [
    "GOING_ON",
    "actions_going_on",
    "actions_of",
    "actions_of_round",
    "actions_without_round",
    "all_only_tell",
    "only_tells",
]
