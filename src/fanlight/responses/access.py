"""The respondents' door: whoever has the address may come in, and is asked for nothing."""

from dataclasses import dataclass

from django.http import Http404

from fanlight.measure.instruments import Composite, Instrument
from fanlight.surveys.models import Round, State


@dataclass(frozen=True)
class Part:
    """One part of a round's questionnaire, and where it stands among the others."""

    round: Round
    instrument: Instrument
    composite: Composite
    number: int

    @property
    def is_last(self) -> bool:
        return self.number == len(self.instrument.composites)


def part_behind(round: Round, number: int) -> Part:
    """One part of the questionnaire, counted from 1; 404 for a number that it does not have."""
    instrument = round.instrument
    if not 1 <= number <= len(instrument.composites):
        raise Http404("no such part")
    return Part(round, instrument, instrument.composites[number - 1], number)


def round_behind(door: str) -> Round:
    """The round behind a respondents' address; 404 for an address that leads nowhere (yet)."""
    round = (
        Round.objects.select_related("team__organisation")
        .exclude(state=State.DRAFT)
        .filter(door=door)
        .first()
    )
    if round is None:
        raise Http404("no such round")
    return round
