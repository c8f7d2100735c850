"""Reads about agreed actions."""

from django.db.models import QuerySet

from fanlight.improvement.models import AgreedAction, Progress
from fanlight.people.models import Team
from fanlight.surveys.models import Round

GOING_ON = (Progress.AGREED, Progress.TRYING)


def actions_of_round(round: Round) -> QuerySet[AgreedAction]:
    return AgreedAction.objects.filter(round=round)


def actions_without_round(team: Team) -> QuerySet[AgreedAction]:
    """What a team agreed in talks that had no round, most of them in teams too small for one."""
    return AgreedAction.objects.filter(team=team, round=None)


def actions_going_on(team: Team) -> QuerySet[AgreedAction]:
    return AgreedAction.objects.filter(team=team, progress__in=GOING_ON).order_by("look_again_on", "pk")
