"""The doors to a team's changes: everybody in the team, and nobody else."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from fanlight.improvement.models import AgreedAction
from fanlight.people.access import team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May


def team_that_changes(user: User | AnonymousUser, public_id: str) -> Team:
    """A team that this person is in; 404 to strangers, 403 to colleagues outside the team."""
    return team_for(user, public_id, May.SEE_RESULTS)


def agreed_action(user: User | AnonymousUser, public_id: str) -> AgreedAction:
    """An action of a team that this person is in; 404 to strangers, 403 to colleagues outside the team."""
    found = (
        AgreedAction.objects.select_related("team__organisation", "round").filter(public_id=public_id).first()
    )
    if found is None:
        raise Http404("no such action")
    team_for(user, found.team.public_id, May.SEE_RESULTS)
    return found
