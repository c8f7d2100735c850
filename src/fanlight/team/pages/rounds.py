"""Every round that a team has planned or held, the newest first."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import day, moment
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.design.parts import Row
from fanlight.people.models import Team
from fanlight.people.pages.place import where
from fanlight.people.roles import May
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import rounds_of


@dataclass(frozen=True)
class RoundsPage:
    where: Where
    title: str
    rounds: tuple[Row, ...]
    plan: Link | None


def rounds_page(team: Team, may: frozenset[May]) -> RoundsPage:
    plan = Link(text="Plan a round", href=reverse("plan", args=[team.public_id]))
    return RoundsPage(
        where=where(team, Step.ASK),
        title="What we have asked",
        rounds=tuple(_row(round) for round in rounds_of(team)),
        plan=plan if May.PLAN_ROUNDS in may and not team.has_ended else None,
    )


def _row(round: Round) -> Row:
    is_released = round.state == State.RELEASED
    return Row(
        text=round.title,
        detail=round.get_state_display(),
        href=reverse("results" if is_released else "round", args=[round.public_id]),
        when=_when(round),
    )


def _when(round: Round) -> str:
    match round.state:
        case State.DRAFT | State.SCHEDULED:
            return f"opens {moment(round.opens_at)}"
        case State.OPEN:
            return f"closes {moment(round.closes_at)}"
        case _:
            return f"closed on {day(round.closes_at)}"
