"""The doors to a debrief: the team's own people, all of them; and whoever has the round's link."""

from django.contrib.auth.models import AnonymousUser

from fanlight.people.access import team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May
from fanlight.surveys.access import round_to
from fanlight.surveys.models import Round


def round_to_talk_about(user: User | AnonymousUser, public_id: str) -> Round:
    """A round of a team whose results this person may see; 404 to strangers, 403 to colleagues outside the team."""
    return round_to(user, public_id, May.SEE_RESULTS)


def team_that_talks(user: User | AnonymousUser, public_id: str) -> Team:
    return team_for(user, public_id, May.SEE_RESULTS)
