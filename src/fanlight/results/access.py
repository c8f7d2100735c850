"""The door to a round's results: the team's own people, all of them, and nobody else."""

from django.contrib.auth.models import AnonymousUser

from fanlight.people.models import User
from fanlight.people.roles import May
from fanlight.surveys.access import round_to
from fanlight.surveys.models import Round


def round_for(user: User | AnonymousUser, public_id: str) -> Round:
    """A round whose results this person may see; 404 to strangers, 403 to colleagues outside the team.

    Of two rounds that are released together, either address leads to the one that holds the release.
    """
    return round_to(user, public_id, May.SEE_RESULTS).last
