"""The team's home is open to everybody who holds a role in the team. What more they may do comes along."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from fanlight.people.access import team_for, team_with_permissions
from fanlight.people.models import Team, User
from fanlight.people.roles import May
from fanlight.surveys.access import round_with_permissions
from fanlight.surveys.models import Round
from fanlight.team.models import Message


def home_of(user: User | AnonymousUser, public_id: str) -> tuple[Team, frozenset[May]]:
    return team_with_permissions(user, public_id, May.SEE_TEAM)


def round_of(user: User | AnonymousUser, public_id: str) -> tuple[Round, frozenset[May]]:
    return round_with_permissions(user, public_id, May.SEE_TEAM)


def team_with_coach(user: User | AnonymousUser, public_id: str) -> Team:
    """A team for its own people; 404 to strangers, 403 to everybody else above it."""
    return team_for(user, public_id, May.SEE_RESULTS)


def team_coached(user: User | AnonymousUser, public_id: str) -> Team:
    """A team for whoever coaches it; 404 to strangers, 403 to its own people and others above it."""
    return team_for(user, public_id, May.COACH_TEAMS)


def message_in_team(user: User | AnonymousUser, public_id: str) -> Message:
    """A message, for the team that asked for help."""
    found = Message.objects.select_related("team__organisation").filter(public_id=public_id).first()
    if found is None:
        raise Http404("no such message")
    team_with_coach(user, found.team.public_id)
    return found
