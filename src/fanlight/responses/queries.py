"""What may be known about an open round: that it takes answers, and roughly how many came."""

from fanlight.responses.models import SealedAnswer
from fanlight.surveys.models import Round

BANDS = (
    (0, "Nobody yet"),
    (1, "1 to 10"),
    (11, "11 to 24"),
    (25, "25 to 49"),
    (50, "50 to 99"),
    (100, "100 or more"),
)


def answers_band(round: Round) -> str:
    """How many have answered, in a band. The exact number would tell who has just answered."""
    count = SealedAnswer.objects.filter(round=round).count()
    return next(words for least, words in reversed(BANDS) if count >= least)
