"""The doors to a debrief: the team's own people, all of them; and whoever has the round's link."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.utils import timezone

from fanlight.debriefs.models import Live, Noted
from fanlight.people.access import team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May
from fanlight.surveys.access import promised_round, round_to
from fanlight.surveys.models import Round


def round_to_talk_about(user: User | AnonymousUser, public_id: str) -> Round:
    """A round of a team whose results this person may see; 404 to strangers, 403 to colleagues outside the team.

    Two rounds that are released together are talked about once.
    """
    return round_to(user, public_id, May.SEE_RESULTS).last


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


def plain_code(text: str) -> str:
    """A code as somebody typed it, without its hyphens and capitals."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def live_with_code(code: str) -> Live:
    """The talk that people join by this code; 404 once it is over."""
    live = (
        Live.objects.select_related("round__team")
        .filter(code=plain_code(code), ends_at__gt=timezone.now())
        .first()
    )
    if live is None:
        raise Http404("no such talk")
    return live
