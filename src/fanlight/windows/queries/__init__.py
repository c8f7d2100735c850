"""What a team has seen through its windows, and how its huddles go."""

from fanlight.windows.queries.huddles import (
    Huddling,
    Week,
    answers_waiting,
    huddled_on,
    huddles_of,
    huddling,
    weeks_of,
)
from fanlight.windows.queries.looks import (
    LookingNow,
    held_windows,
    looking_now,
    loose_notes,
    notes_of,
    planned_windows,
    window_count,
)
from fanlight.windows.queries.themes import Pattern, notes_in, pattern_of, patterns_of, themes_of

__all__ = [
    "Huddling",
    "LookingNow",
    "Pattern",
    "Week",
    "answers_waiting",
    "held_windows",
    "huddled_on",
    "huddles_of",
    "huddling",
    "looking_now",
    "loose_notes",
    "notes_in",
    "notes_of",
    "pattern_of",
    "patterns_of",
    "planned_windows",
    "themes_of",
    "weeks_of",
    "window_count",
]
