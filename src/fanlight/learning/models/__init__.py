"""Learning reviews, thank-yous, and what people need afterwards."""

from fanlight.learning.models.needs import Mending, Need, Party, Stands
from fanlight.learning.models.reviews import Guest, Line, Practice, Recorded, Review, Touch
from fanlight.learning.models.thanks import State, Thanks, Whom

__all__ = [
    "Guest",
    "Line",
    "Mending",
    "Need",
    "Party",
    "Practice",
    "Recorded",
    "Review",
    "Stands",
    "State",
    "Thanks",
    "Touch",
    "Whom",
]
