"""Reads about what a team learned."""

from fanlight.learning.queries.needs import (
    mendings_of,
    needs_to_remind_of,
    other_facilitators,
    parties_of,
    people_concerned,
)
from fanlight.learning.queries.reviews import (
    could_be_asked,
    guests_of,
    lines_by_question,
    reviews_of,
    reviews_to_read,
    way_of,
)
from fanlight.learning.queries.thanks import (
    counts_by_month,
    people_to_thank,
    teams_to_thank,
    thanks_of,
    thanks_waiting,
    untold_readers,
    wall_of,
)

__all__ = [
    "could_be_asked",
    "counts_by_month",
    "guests_of",
    "lines_by_question",
    "mendings_of",
    "needs_to_remind_of",
    "other_facilitators",
    "parties_of",
    "people_concerned",
    "people_to_thank",
    "reviews_of",
    "reviews_to_read",
    "teams_to_thank",
    "thanks_of",
    "thanks_waiting",
    "untold_readers",
    "wall_of",
    "way_of",
]
