"""A debrief that has taken place, made by the real actions."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from fanlight.debriefs.actions import record_session
from fanlight.debriefs.models import Kind, Noted
from fanlight.improvement.actions import agree_action
from fanlight.improvement.models import AgreedAction
from fanlight.people.models import User
from fanlight.surveys.models import Round


@dataclass(frozen=True)
class Held:
    action: AgreedAction
    noted: Noted


def agree(round: Round, *, by: User | None, what: str = "A two-minute huddle at seven") -> AgreedAction:
    return agree_action(
        team=round.team,
        round=round,
        what=what,
        first_step="Try it on Tuesday",
        who="Bob",
        look_again_on=timezone.localdate() + timedelta(days=21),
        by=by,
    )


def a_debrief(round: Round, *, by: User | None) -> Held:
    """One meeting of nine, a theme, something still open, and one agreed action."""
    record_session(
        round=round,
        held_on=timezone.localdate(),
        people=9,
        themes=["Handover is rushed on nights"],
        still_open=["The lift: estates have it on their list for March"],
        by=by,
    )
    noted = Noted.objects.filter(round=round, kind=Kind.THEME).get()
    return Held(action=agree(round, by=by), noted=noted)
