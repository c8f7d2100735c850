"""The team's home is open to everybody who holds a role in the team. What more they may do comes along."""

from django.contrib.auth.models import AnonymousUser

from fanlight.people.access import permissions, team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May
from fanlight.surveys.access import round_to_see
from fanlight.surveys.models import Round


def home_of(user: User | AnonymousUser, public_id: str) -> tuple[Team, frozenset[May]]:
    team = team_for(user, public_id, May.SEE_TEAM)
    return team, permissions(user, team) or frozenset()


def round_of(user: User | AnonymousUser, public_id: str) -> tuple[Round, frozenset[May]]:
    round = round_to_see(user, public_id)
    return round, permissions(user, round.team) or frozenset()
