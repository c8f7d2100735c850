"""The door to an agreed action: everybody in its team."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from fanlight.improvement.models import AgreedAction
from fanlight.people.access import team_for
from fanlight.people.models import User
from fanlight.people.roles import May


def agreed_action(user: User | AnonymousUser, public_id: str) -> AgreedAction:
    """An action of a team that this person is in; 404 to strangers, 403 to colleagues outside the team."""
    found = (
        AgreedAction.objects.select_related("team__organisation", "round").filter(public_id=public_id).first()
    )
    if found is None:
        raise Http404("no such action")
    team_for(user, found.team.public_id, May.SEE_RESULTS)
    return found
