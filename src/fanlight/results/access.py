"""The door to a round's results: the team's own people, all of them, and nobody else."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from fanlight.people.access import team_for
from fanlight.people.models import User
from fanlight.people.roles import May
from fanlight.surveys.models import Round


def round_for(user: User | AnonymousUser, public_id: str) -> Round:
    """A round whose results this person may see; 404 to strangers, 403 to colleagues outside the team."""
    round = Round.objects.select_related("team").filter(public_id=public_id).first()
    if round is None:
        raise Http404("no such round")
    team_for(user, round.team.public_id, May.SEE_RESULTS)
    return round
