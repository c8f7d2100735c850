"""The team's home is open to everybody who holds a role in the team. What more they may do comes along."""

from django.contrib.auth.models import AnonymousUser

from fanlight.people.access import team_with_permissions
from fanlight.people.models import Team, User
from fanlight.people.roles import May
from fanlight.surveys.access import round_with_permissions
from fanlight.surveys.models import Round


def home_of(user: User | AnonymousUser, public_id: str) -> tuple[Team, frozenset[May]]:
    return team_with_permissions(user, public_id, May.SEE_TEAM)


def round_of(user: User | AnonymousUser, public_id: str) -> tuple[Round, frozenset[May]]:
    return round_with_permissions(user, public_id, May.SEE_TEAM)
