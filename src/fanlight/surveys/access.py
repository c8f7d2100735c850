"""The door to planning rounds: the team's lead."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from fanlight.people.access import team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May
from fanlight.surveys.models import Round, State


def team_to_plan_for(user: User | AnonymousUser, public_id: str) -> Team:
    return team_for(user, public_id, May.PLAN_ROUNDS)


def round_to(user: User | AnonymousUser, public_id: str, may: May) -> Round:
    """A round of a team in which this person may do that; 404 to strangers, 403 to colleagues without the role."""
    round = Round.objects.select_related("team__organisation").filter(public_id=public_id).first()
    if round is None:
        raise Http404("no such round")
    team_for(user, round.team.public_id, may)
    return round


def round_to_plan(user: User | AnonymousUser, public_id: str) -> Round:
    return round_to(user, public_id, May.PLAN_ROUNDS)


def round_to_see(user: User | AnonymousUser, public_id: str) -> Round:
    return round_to(user, public_id, May.SEE_TEAM)


def promised_round(door: str) -> Round:
    """The round behind a respondents' address, for its promise; 404 before it has opened."""
    waiting = (State.DRAFT, State.SCHEDULED)
    round = Round.objects.select_related("team").exclude(state__in=waiting).filter(door=door).first()
    if round is None:
        raise Http404("no such round")
    return round
