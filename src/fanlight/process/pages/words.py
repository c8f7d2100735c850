"""How a round, its band and its talk are said to those outside the team."""

from django.utils import timezone

from fanlight.design.english import counted, day
from fanlight.measure.disclosure import Band
from fanlight.process.queries import HeldRound


def band_words(held: HeldRound) -> str:
    """How many answered, roughly; of too few only that."""
    if held.band is None:
        return "Too few answered to show anything to the team"
    return f"{_of(held.band, held.people)} people answered"


def _of(band: Band, people: int) -> str:
    if band.high is None or band.high >= people:
        return f"{band.low:,} or more of {people:,}"
    return f"{band} of {people:,}"


def talk_words(held: HeldRound) -> str:
    """When the team talked about it, or is to."""
    if held.talked_on:
        days = held.days_to_talk or 0
        return (
            f"talked about it {counted(days, 'day')} later" if days > 0 else "talked about it on the same day"
        )
    if held.talk_planned_on:
        if held.talk_planned_on >= timezone.localdate():
            return f"the talk is planned for {day(held.talk_planned_on)}"
        return f"the talk was planned for {day(held.talk_planned_on)}; nothing is written down yet"
    return "not talked about yet"
