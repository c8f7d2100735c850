"""Reads for a debrief."""

from fanlight.debriefs.queries.live import Gathered, gathered, live_about, things_to_choose
from fanlight.debriefs.queries.outcome import (
    Came,
    Outcome,
    feedback_shown,
    next_round_after,
    outcome_of,
    rounds_talked_about,
    what_came_of,
)
from fanlight.debriefs.queries.topics import Topic, Topics, topics_of

__all__ = [
    "Came",
    "Gathered",
    "Outcome",
    "Topic",
    "Topics",
    "feedback_shown",
    "gathered",
    "live_about",
    "next_round_after",
    "outcome_of",
    "rounds_talked_about",
    "things_to_choose",
    "topics_of",
    "what_came_of",
]
