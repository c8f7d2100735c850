"""Rounds of a whole organisation, made by the real actions."""

import random
from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from fanlight.equity.actions import open_fair_round, plan_fair_round, put_in
from fanlight.equity.models import FairRound
from fanlight.equity.queries import ABOUT
from fanlight.people.actions import add_team
from fanlight.people.models import Organisation, User
from fanlight.responses.urn import Form

PURPOSE = "We want to see whether chances are shared out fairly. The staff networks work on it with us."
CODES = ("F1", "F2", "F3", "F4", "F5", "F6")


def with_teams(organisation: Organisation, teams: int = 3) -> Organisation:
    for number in range(teams - organisation.teams.count()):
        add_team(organisation=organisation, name=f"Ward {20 + number}", by=None)
    return organisation


def a_fair_draft(
    organisation: Organisation, *, by: User | None, characteristic: str = "ethnic-group", people: int = 400
) -> FairRound:
    return plan_fair_round(
        organisation=with_teams(organisation),
        characteristic=characteristic,
        purpose=PURPOSE,
        people=people,
        closes_at=timezone.now() + timedelta(days=14),
        by=by,
    )


def an_open_fair_round(
    organisation: Organisation, *, by: User | None, characteristic: str = "ethnic-group", people: int = 400
) -> FairRound:
    draft = a_fair_draft(organisation, by=by, characteristic=characteristic, people=people)
    return open_fair_round(round=draft, by=by)


def answer_as(round: FairRound, people: Mapping[int, int], *, seed: int = 1) -> None:
    """So many people of each category, by its place in the list, with made-up answers."""
    dice = random.Random(seed)
    for place, number in people.items():
        for _ in range(number):
            codes = {code: dice.randint(1, 5) for code in CODES}
            put_in(round=round, form=Form(codes={**codes, ABOUT: place}))
