"""The demo's two rounds of whole organisations: one has closed and can be read, one is open and can be answered."""

import random
from collections.abc import Mapping
from datetime import datetime

from fanlight.equity.actions import open_fair_round, plan_fair_round, put_in, release_fair_round
from fanlight.equity.models import FairRound
from fanlight.equity.queries import ABOUT
from fanlight.people.actions import add_team, give_organisation_role
from fanlight.people.models import Organisation, User
from fanlight.people.roles import Role
from fanlight.responses.urn import Form

# How people lean, by the place of their answer to the one question about themselves, and who answers it how often.
CONDITION = {0: (84, 0.5), 1: (221, 0.72), 2: (31, 0.6)}
ETHNIC = {0: (34, 0.7), 1: (3, 0.7), 9: (17, 0.5), 14: (6, 0.5), 19: (4, 0.6)}


def ask_whether_it_is_fair(
    *, hospital: Organisation, care: Organisation, by: User, closes_at: datetime
) -> None:
    """A hospital that has heard, and a care provider that is asking now."""
    give_organisation_role(organisation=care, user=by, role=Role.ADMINISTRATOR, by=None)
    for name in ("Orchard House", "Home care"):
        add_team(organisation=care, name=name, by=by)
    heard = _asked(
        hospital,
        "long-lasting-condition",
        "We want to see whether work is as fair for people who live with an illness or a disability. The staff "
        "network works on it with us.",
        people=540,
        closes_at=closes_at,
        by=by,
    )
    _answered(heard, CONDITION)
    release_fair_round(round=heard)
    asking = _asked(
        care,
        "ethnic-group",
        "We want to know whether chances and shifts are shared out fairly. Six of us from all our homes read it.",
        people=96,
        closes_at=closes_at,
        by=by,
    )
    _answered(asking, ETHNIC)


def _asked(
    organisation: Organisation,
    characteristic: str,
    purpose: str,
    *,
    people: int,
    closes_at: datetime,
    by: User,
) -> FairRound:
    round = plan_fair_round(
        organisation=organisation,
        characteristic=characteristic,
        purpose=purpose,
        people=people,
        closes_at=closes_at,
        by=by,
    )
    return open_fair_round(round=round, by=by)


def _answered(round: FairRound, people: Mapping[int, tuple[int, float]]) -> None:
    dice = random.Random(round.organisation.name)  # noqa: S311 (made-up answers need no secrecy)
    for place, (number, mood) in people.items():
        for _ in range(number):
            codes = {item.code: _answer(dice, mood, item.is_negative) for item in round.instrument.items}
            put_in(round=round, form=Form(codes={**codes, ABOUT: place}))


def _answer(dice: random.Random, mood: float, is_negative: bool) -> int:
    code = min(max(round(1 + 4 * mood + dice.gauss(0, 1.2)), 1), 5)
    return 6 - code if is_negative else code
