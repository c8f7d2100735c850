"""Learning reviews, thank-yous, and what people need afterwards."""

from fanlight.learning.models.reviews import Guest, Line, Practice, Recorded, Review, Touch
from fanlight.learning.models.thanks import State, Thanks, Whom

__all__ = ["Guest", "Line", "Practice", "Recorded", "Review", "State", "Thanks", "Touch", "Whom"]
