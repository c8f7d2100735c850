"""Reads about what a team learned."""

from fanlight.learning.queries.reviews import (
    could_be_asked,
    guests_of,
    lines_by_question,
    reviews_of,
    reviews_to_read,
    way_of,
)

__all__ = [
    "could_be_asked",
    "guests_of",
    "lines_by_question",
    "reviews_of",
    "reviews_to_read",
    "way_of",
]
