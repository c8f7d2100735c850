"""Where a team stands on its thread, read from every feature."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from fanlight.design.mark import Step
from fanlight.people.models import Team
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import rounds_of


@dataclass(frozen=True)
class Standing:
    """The step that a team is at, and the rounds that put it there."""

    step: Step
    waiting_round: Round | None
    open_round: Round | None
    released_round: Round | None


def standing(team: Team) -> Standing:
    """Where the team is. A round that waits for a second one says nothing yet: the second speaks for both."""
    return standing_from(rounds_of(team))


def standing_from(held: Iterable[Round]) -> Standing:
    """The same from all the rounds of a team, the latest first: for many teams at once."""
    rounds = [round for round in held if not _is_silent(round)]
    latest = rounds[0] if rounds else None
    released = [round for round in rounds if round.state == State.RELEASED and round.waits_for_id is None]
    released_round = max(released, key=lambda round: round.closes_at, default=None)
    open_round = latest if latest and latest.state == State.OPEN else None
    waiting = latest if latest and latest.state in {State.DRAFT, State.SCHEDULED} else None
    return Standing(
        step=_step(open_round, released_round),
        waiting_round=waiting,
        open_round=open_round,
        released_round=released_round,
    )


def _is_silent(round: Round) -> bool:
    """The second of two before the first has closed: the first is what is going on."""
    first = getattr(round, "brings", None)
    return first is not None and first.state in {State.DRAFT, State.SCHEDULED, State.OPEN}


def _step(open_round: Round | None, released: Round | None) -> Step:
    if open_round:
        return Step.ASK
    if released is None:
        return Step.LOOK
    if released.debrief_at and released.debrief_at > timezone.now():
        return Step.TALK
    return Step.CHANGE
