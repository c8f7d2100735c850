"""Reads for a debrief."""

from fanlight.debriefs.queries.names import names_in
from fanlight.debriefs.queries.outcome import Outcome, feedback_shown, next_round_after, outcome_of
from fanlight.debriefs.queries.topics import Topic, Topics, topics_of

__all__ = [
    "Outcome",
    "Topic",
    "Topics",
    "feedback_shown",
    "names_in",
    "next_round_after",
    "outcome_of",
    "topics_of",
]
