"""The doors to a debrief: the team's own people, all of them; and whoever has the round's link."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.utils import timezone

from fanlight.debriefs.models import Live, Noted
from fanlight.guide.access import plain_code
from fanlight.people.access import team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May
from fanlight.surveys.access import promised_round, round_to, round_with_permissions
from fanlight.surveys.models import Round


def round_to_talk_about(user: User | AnonymousUser, public_id: str) -> Round:
    """A round of a team whose results this person may see; 404 to strangers, 403 to colleagues outside the team.

    Two rounds that are released together are talked about once.
    """
    return round_to(user, public_id, May.SEE_RESULTS).last


def round_to_steer(user: User | AnonymousUser, public_id: str) -> tuple[Round, bool]:
    """The same, and whether steering its talk is this person's task. Others in the team look on, or take it over."""
    round, allowed = round_with_permissions(user, public_id, May.SEE_RESULTS)
    return round.last, May.STEER_TALKS in allowed


def team_that_talks(user: User | AnonymousUser, public_id: str) -> Team:
    return team_for(user, public_id, May.SEE_RESULTS)


def noted_line(user: User | AnonymousUser, public_id: str) -> Noted:
    noted = Noted.objects.select_related("round").filter(public_id=public_id).first()
    if noted is None:
        raise Http404("no such line")
    noted.round = round_to(user, noted.round.public_id, May.SEE_RESULTS)
    return noted


def round_of_door(door: str) -> Round:
    """The round behind its respondents' address, for everybody who has that; 404 before it has opened."""
    return promised_round(door).last


def live_with_code(code: str) -> Live | None:
    """The talk that people join by this code; none once it is over, and for a code that never was."""
    going_on = Live.objects.select_related("round__team", "round__sister").filter(ends_at__gt=timezone.now())
    return going_on.filter(code=plain_code(code)).first()
