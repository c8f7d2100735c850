"""Reads for a debrief."""

from fanlight.debriefs.queries.live import Gathered, gathered, live_about, things_to_choose
from fanlight.debriefs.queries.outcome import (
    Outcome,
    feedback_shown,
    has_talked,
    next_round_after,
    outcome_of,
)
from fanlight.debriefs.queries.topics import Topic, Topics, topics_of

__all__ = [
    "Gathered",
    "Outcome",
    "Topic",
    "Topics",
    "feedback_shown",
    "gathered",
    "has_talked",
    "live_about",
    "next_round_after",
    "outcome_of",
    "things_to_choose",
    "topics_of",
]
