"""Rounds as the demo and the tests hold them, by the real actions, with answers that dice have made up."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from django.utils import timezone

from fanlight.measure.instruments import Instrument, Item
from fanlight.people.models import Team, User
from fanlight.responses.actions import put_in_urn
from fanlight.responses.urn import Form
from fanlight.results.actions import close_and_release
from fanlight.surveys.actions import book_debrief, open_round, plan_round
from fanlight.surveys.models import Round, Way

SEED = 20261123
COACH = "Eve Lindqvist"  # who runs a debrief, if nobody else is named


def form_for(instrument: Instrument, mood: dict[str, float], dice: random.Random) -> Form:
    """One made-up person's answers: `mood` says how well each focus goes, from 0 to 1."""
    leaning = dice.gauss(0, 0.5)
    codes = {}
    for item in instrument.items:
        if dice.random() < 0.96:
            codes[item.code] = _answer(instrument, item, mood.get(item.focus or "", 0.6), leaning, dice)
    return Form(codes=codes)


def _answer(instrument: Instrument, item: Item, mood: float, leaning: float, dice: random.Random) -> int:
    scale = instrument.scale_of(item)
    if dice.random() < 0.02 and scale.does_not_apply_code is not None:
        return scale.does_not_apply_code
    own = (hash_of(item.code) - 0.5) * 1.1
    level = 1 + 4 * mood + leaning + own + dice.gauss(0, 1.0)
    code = min(max(round(level), 1), 5)
    return scale.reversed_code(code) if item.is_negative else code


def dice_for(team: Team, day: datetime) -> random.Random:
    """The same for as many days ago, whatever day it is today: the demo tells the same story every day."""
    days_ago = (timezone.localdate() - timezone.localdate(day)).days
    return random.Random(f"{SEED} {team.name} {days_ago}")  # noqa: S311 (made-up answers need no secrecy)


def hash_of(code: str) -> float:
    """A number from 0 to 1 that is always the same for a code."""
    return random.Random(code).random()  # noqa: S311 (made-up answers need no secrecy)


def hold_round(
    *,
    team: Team,
    instrument_id: str,
    people: int,
    answers: int,
    closed_on: datetime,
    mood: dict[str, float],
    comments: Sequence[str] = (),
    facilitator: str = COACH,
    by: User,
) -> Round:
    """A whole round in the past, from planning to release."""
    dice = dice_for(team, closed_on)
    opens_at = closed_on - timedelta(days=14)
    round = plan_round(
        team=team, instrument_id=instrument_id, people=people, opens_at=opens_at, closes_at=closed_on, by=by
    )
    book_debrief(
        round=round, at=closed_on + timedelta(days=4), place="Staff room", facilitator=facilitator, by=by
    )
    round = open_round(round=round, by=by)
    for place in range(answers):
        form = form_for(round.instrument, mood, dice)
        said = comments[place] if place < len(comments) else ""
        put_in_urn(round=round, form=replace(form, comment=said), now=opens_at + timedelta(days=1))
    close_and_release(round=round, now=closed_on)
    round.refresh_from_db()
    return round


def start_round(*, team: Team, instrument_id: str, people: int, answers: int, by: User) -> Round:
    """A round that is open now."""
    now = timezone.now()
    dice = dice_for(team, now)
    round = plan_round(
        team=team,
        instrument_id=instrument_id,
        people=people,
        opens_at=now - timedelta(days=3),
        closes_at=at(now + timedelta(days=11), 20),
        ways=(Way.LINK, Way.SHARED_DEVICE, Way.PAPER),
        by=by,
    )
    book_debrief(
        round=round, at=at(now + timedelta(days=14), 14), place="Staff room", facilitator=COACH, by=by
    )
    round = open_round(round=round, by=by)
    for _ in range(answers):
        put_in_urn(round=round, form=form_for(round.instrument, {}, dice), now=now)
    return round


def at(day: datetime, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localtime(day).date(), time(hour)))
