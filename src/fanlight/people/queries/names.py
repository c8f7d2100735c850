"""What a text may give away to people who know the team."""

from fanlight.design.recognisable import Passage, recognisable
from fanlight.people.models import Team, User


def gives_away(text: str, *, team: Team) -> tuple[Passage, ...]:
    """What may tell who is meant: names of the team's people, and all that `design.recognisable` knows."""
    names = User.objects.filter(memberships__team=team).values_list("name", flat=True)
    return recognisable(text, names=names)
