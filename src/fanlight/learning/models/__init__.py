"""Learning reviews, thank-yous, and what people need afterwards."""

from fanlight.learning.models.reviews import Guest, Line, Practice, Recorded, Review, Touch

__all__ = ["Guest", "Line", "Practice", "Recorded", "Review", "Touch"]
