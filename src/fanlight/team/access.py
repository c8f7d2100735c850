"""The team's home is open to everybody who holds a role in the team."""

from django.contrib.auth.models import AnonymousUser

from fanlight.people.access import team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May


def home_of(user: User | AnonymousUser, public_id: str) -> Team:
    return team_for(user, public_id, May.SEE_TEAM)
