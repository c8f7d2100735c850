"""What a text may give away to people who know the team, and whether a line is about one of them."""

from collections.abc import Iterable

from fanlight.design.recognisable import Passage, recognisable
from fanlight.design.subject import person_in
from fanlight.people.models import Team, User


def gives_away(text: str, *, team: Team) -> tuple[Passage, ...]:
    """What may tell who is meant: names of the team's people, and all that `design.recognisable` knows."""
    return recognisable(text, names=_names_in(team))


def first_about_somebody(lines: Iterable[str], *, team: Team) -> tuple[str, str] | None:
    """The first line whose subject is a person, and the words that say so."""
    names = list(_names_in(team))
    return next(((line, who) for line in lines if (who := person_in(line, names=names))), None)


def _names_in(team: Team) -> Iterable[str]:
    return User.objects.filter(memberships__team=team).values_list("name", flat=True)
