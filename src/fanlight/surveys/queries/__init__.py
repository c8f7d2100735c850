"""Reads about rounds."""

from fanlight.surveys.queries.fatigue import (
    Asking,
    OrganisationCalendar,
    TeamCalendar,
    TooSoon,
    asking_calendar,
    askings_of,
    too_soon,
)
from fanlight.surveys.queries.rounds import (
    latest_round,
    released_among,
    reminders_due,
    round_called,
    rounds_due_to_close,
    rounds_due_to_open,
    rounds_of,
    rounds_that_wait_in_vain,
    rounds_waiting_for_release,
    rounds_with_an_urn,
)
from fanlight.surveys.queries.together import (
    APART,
    frozen_policy,
    is_one_of_two,
    parts_of,
    people_asked,
    policy_for,
    too_like,
)

__all__ = [
    "APART",
    "Asking",
    "OrganisationCalendar",
    "TeamCalendar",
    "TooSoon",
    "asking_calendar",
    "askings_of",
    "frozen_policy",
    "is_one_of_two",
    "latest_round",
    "parts_of",
    "people_asked",
    "policy_for",
    "released_among",
    "reminders_due",
    "round_called",
    "rounds_due_to_close",
    "rounds_due_to_open",
    "rounds_of",
    "rounds_that_wait_in_vain",
    "rounds_waiting_for_release",
    "rounds_with_an_urn",
    "too_like",
    "too_soon",
]
