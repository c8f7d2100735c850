"""What an action says when it cannot be done now."""

from fanlight.design.english import day
from fanlight.surveys.models import Round
from fanlight.surveys.queries import APART

TEAM_HAS_ENDED = "This team has ended. Plan the round in the team that it goes on as."
TWICE_ADDS_NO_PEOPLE = (
    "Asking twice adds answers, not people. It takes a team that has as many people as the smallest group that may be "
    "shown. Ask together with another team, or talk with the cards."
)


class NotNow(Exception):  # noqa: N818 (it reads as the answer that a person gets)
    """The round is not in the state that this step needs. The message says what to do first."""


def too_like_words(*, round: Round, other: Round) -> str:
    """Why a round that lies so near to another cannot open, and from when it can."""
    return (
        f"{other.whose} answered the same questions in a round that closes or closed on {day(other.closes_at)}. "
        f"Asked so soon of {round.whose}, the difference between the two results could tell what a few people said. "
        f"It can be asked again from {day(other.closes_at + APART)}."
    )
