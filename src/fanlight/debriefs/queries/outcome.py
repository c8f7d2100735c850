"""What came out of the talks about a round: all its meetings as one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from fanlight.debriefs.models import Feedback, Kind, Noted, Session
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.improvement.queries import actions_of_round
from fanlight.surveys.models import Round, State


@dataclass(frozen=True)
class Outcome:
    sessions: tuple[Session, ...]
    themes: tuple[Noted, ...]
    still_open: tuple[Noted, ...]
    actions: tuple[AgreedAction, ...]

    @property
    def people(self) -> int:
        return sum(session.people for session in self.sessions)

    @property
    def is_empty(self) -> bool:
        return not (self.sessions or self.themes or self.still_open or self.actions)

    @property
    def nobody_came(self) -> bool:
        return bool(self.sessions) and not self.people

    def actions_that_are(self, *progress: Progress) -> tuple[AgreedAction, ...]:
        return tuple(action for action in self.actions if action.progress in progress)


def outcome_of(round: Round) -> Outcome:
    noted = list(Noted.objects.filter(round=round))
    return Outcome(
        sessions=tuple(Session.objects.filter(round=round)),
        themes=_of_kind(noted, Kind.THEME),
        still_open=_of_kind(noted, Kind.STILL_OPEN),
        actions=tuple(actions_of_round(round)),
    )


class Came(Enum):
    """What is known of the talk about a round."""

    NOTHING_WRITTEN = "nothing-written"
    NOBODY = "nobody"
    TALKED = "talked"


def what_came_of(round: Round) -> Came:
    """Whether somebody came, or something was agreed, or at least that nobody came is written down."""
    met = list(Session.objects.filter(round=round).values_list("people", flat=True))
    if any(met) or actions_of_round(round).exists():
        return Came.TALKED
    return Came.NOBODY if met else Came.NOTHING_WRITTEN


def rounds_talked_about(rounds: Iterable[Round]) -> set[Round]:
    """Those of these rounds of which somebody came to the talk, or something was agreed."""
    asked = {round.pk: round for round in rounds}
    met = Session.objects.filter(round__in=asked, people__gt=0).values_list("round_id", flat=True)
    agreed = AgreedAction.objects.filter(round__in=asked).values_list("round_id", flat=True)
    return {asked[key] for key in {*met, *agreed}}


def _of_kind(noted: Iterable[Noted], kind: Kind) -> tuple[Noted, ...]:
    return tuple(line for line in noted if line.kind == kind)


def feedback_shown(round: Round) -> dict[str, dict[str, int]]:
    """The counts as of the last fifth answer; empty before there were five."""
    kept = Feedback.objects.filter(round=round).first()
    return dict(kept.shown) if kept else {}


def next_round_after(round: Round) -> Round | None:
    """The round after this one that people have been told of, the latest of them: never one that is only being planned.

    The one that comes next goes before those that have been held since.
    """
    later = Round.objects.of(round.team).filter(opens_at__gt=round.closes_at).exclude(state=State.DRAFT)
    to_come = later.filter(state__in=(State.SCHEDULED, State.OPEN)).order_by("opens_at")
    return to_come.first() or later.order_by("-opens_at").first()
