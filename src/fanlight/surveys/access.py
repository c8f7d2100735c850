"""The doors to rounds: to plan one, a lead's; to see one, everybody's in the team or, of two teams, in either."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.crypto import constant_time_compare

from fanlight.people.access import Allowed, permissions, team_for
from fanlight.people.models import Organisation, Team, User
from fanlight.people.queries import teams_of
from fanlight.people.roles import May
from fanlight.surveys.models import OtherSurvey, Round, State


def team_to_plan_for(user: User | AnonymousUser, public_id: str) -> Team:
    return team_for(user, public_id, May.PLAN_ROUNDS)


def round_to(user: User | AnonymousUser, public_id: str, may: May) -> Round:
    """A round of a team in which this person may do that; 404 to strangers, 403 to colleagues without the role."""
    return round_with_permissions(user, public_id, may)[0]


def round_with_permissions(user: User | AnonymousUser, public_id: str, may: May) -> tuple[Round, Allowed]:
    """The same, with everything that this person may do in one of the round's teams."""
    rounds = Round.objects.select_related("team__organisation", "sister__organisation", "waits_for__team")
    round = rounds.filter(public_id=public_id).first()
    held = [permissions(user, team) for team in round.teams] if round else []
    if round is None or all(allowed is None for allowed in held):
        raise Http404("no such round")
    allowed = frozenset[May]().union(*(allowed for allowed in held if allowed is not None))
    if may not in allowed:
        raise PermissionDenied
    if May.SEE_TEAM not in (held[0] or ()):
        round.see_from_sister()
    return round, allowed


def round_to_join(user: User | AnonymousUser, public_id: str, key: str) -> tuple[Round, list[Team]]:
    """Behind the link to a sister team: the round, and this person's teams that could join it.

    404 if the link is not right or the round cannot be joined (any more); 403 to whoever leads no other team.
    """
    rounds = Round.objects.select_related("team__organisation").filter(public_id=public_id)
    round = rounds.filter(state=State.DRAFT, sister=None, waits_for=None, brings=None).first()
    if round is None or not constant_time_compare(round.joining_key, key):
        raise Http404("no such link")
    others = [team for team in teams_of(user) if team != round.team]
    led = [team for team in others if May.PLAN_ROUNDS in (permissions(user, team) or ())]
    if not led:
        raise PermissionDenied
    return round, led


def other_survey_of(organisation: Organisation, public_id: str) -> OtherSurvey:
    survey = OtherSurvey.objects.filter(organisation=organisation, public_id=public_id).first()
    if survey is None:
        raise Http404("no such survey in this calendar")
    return survey


def round_to_plan(user: User | AnonymousUser, public_id: str) -> Round:
    return round_to(user, public_id, May.PLAN_ROUNDS)


def round_to_see(user: User | AnonymousUser, public_id: str) -> Round:
    return round_to(user, public_id, May.SEE_TEAM)


def promised_round(door: str) -> Round:
    """The round behind a respondents' address, for its promise; 404 before it has opened."""
    waiting = (State.DRAFT, State.SCHEDULED)
    rounds = Round.objects.select_related("team", "sister", "waits_for")
    round = rounds.exclude(state__in=waiting).filter(door=door).first()
    if round is None:
        raise Http404("no such round")
    return round
