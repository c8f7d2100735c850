"""Reads of an organisation's rounds."""

from fanlight.equity.queries.counting import ABOUT, counted, group_of
from fanlight.equity.queries.promise import promise_for
from fanlight.equity.queries.rounds import (
    APART,
    LEAST_PEOPLE,
    LEAST_TEAMS,
    asked_lately,
    characteristic_called,
    done_among,
    is_large_enough,
    released,
    rounds_due_to_close,
    rounds_of,
)

__all__ = [
    "ABOUT",
    "APART",
    "LEAST_PEOPLE",
    "LEAST_TEAMS",
    "asked_lately",
    "characteristic_called",
    "counted",
    "done_among",
    "group_of",
    "is_large_enough",
    "promise_for",
    "released",
    "rounds_due_to_close",
    "rounds_of",
]
