"""Where a team stands on its thread, read from every feature."""

from dataclasses import dataclass

from django.utils import timezone

from fanlight.design.mark import Step
from fanlight.people.models import Team
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import latest_round


@dataclass(frozen=True)
class Standing:
    """The step that a team is at, and the rounds that put it there."""

    step: Step
    waiting_round: Round | None
    open_round: Round | None
    released_round: Round | None


def standing(team: Team) -> Standing:
    latest = latest_round(team)
    released = team.rounds.filter(state=State.RELEASED).order_by("-closes_at").first()
    open_round = latest if latest and latest.state == State.OPEN else None
    waiting = latest if latest and latest.state in {State.DRAFT, State.SCHEDULED} else None
    return Standing(
        step=_step(open_round, released),
        waiting_round=waiting,
        open_round=open_round,
        released_round=released,
    )


def _step(open_round: Round | None, released: Round | None) -> Step:
    if open_round:
        return Step.ASK
    if released is None:
        return Step.LOOK
    if released.debrief_at and released.debrief_at > timezone.now():
        return Step.TALK
    return Step.CHANGE
