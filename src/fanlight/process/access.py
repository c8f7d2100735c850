"""The doors: an organisation's process for those who work with its teams; a team's, for them and the team itself."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from fanlight.people.access import Allowed, organisation_for, team_with_permissions
from fanlight.people.models import Organisation, Team, User
from fanlight.people.roles import May

STARTS_SHARING = May.MANAGE_TEAM  # what a lead may open, everybody in the team may close


def organisation_seen(user: User | AnonymousUser, public_id: str) -> Organisation:
    return organisation_for(user, public_id, May.SEE_PROCESS)


def team_seen(user: User | AnonymousUser, public_id: str) -> tuple[Team, Allowed]:
    """The team, for those who see its process, and for everybody in it: they see what is seen of them."""
    return team_with_permissions(user, public_id, May.SEE_PROCESS, May.SEE_TEAM)


def team_that_shares(user: User | AnonymousUser, public_id: str) -> tuple[Team, Allowed]:
    return team_with_permissions(user, public_id, May.SEE_TEAM)


def team_that_may_begin(user: User | AnonymousUser, public_id: str) -> Team:
    team, allowed = team_that_shares(user, public_id)
    if STARTS_SHARING not in allowed:
        raise PermissionDenied
    return team
