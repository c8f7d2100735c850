"""What a lead can do for a round that is open: for the whole team, never for "those who have not answered"."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from fanlight.design.english import day
from fanlight.responses.queries import AnswersBand, answers_band
from fanlight.surveys.models import Round, State, Way

NEAR_THE_END = timedelta(days=4)


def advice_for(round: Round) -> Iterator[str]:
    """From how long the round has been open and from the band of answers: nothing else is known."""
    if round.state != State.OPEN:
        return
    now, band = timezone.now(), answers_band(round)
    yield _about_time(round, now)
    yield from _about_band(round, band, now)


def _about_time(round: Round, now: datetime) -> str:
    if round.closes_at - now < NEAR_THE_END:
        return f"It closes on {day(round.closes_at)}. Say so at the next handovers, the night one first."
    return "Mention it at a handover this week, nights and weekends too. Five minutes in a shift is enough."


def _about_band(round: Round, band: AnswersBand, now: datetime) -> Iterator[str]:
    is_half_over = now - round.opens_at > (round.closes_at - round.opens_at) / 2
    if band.high is not None and 2 * band.high < round.people and is_half_over:
        yield "Fewer than half have answered so far. Give everybody five quiet minutes in the shift, nights as well."
        if Way.PAPER in round.ways:
            yield "Put a few paper forms and an envelope where people take their break."
        elif Way.SHARED_DEVICE in round.ways:
            yield "Carry the shared tablet to where people take their break."
        if round.extended_at is None:
            yield "If the shifts have been hard, you can give people more time, once."
    elif 3 * band.low >= 2 * round.people:
        yield "At least two in three have answered. Thank everybody: you need not know who it was."
    elif Way.PAPER not in round.ways:
        yield "Some people would rather write on paper. Remember it when you plan the next round."
