"""What a coach sees of many teams: where each stands and when something last happened. Never a figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max, Q
from django.utils import timezone

from fanlight.debriefs.models import Session
from fanlight.debriefs.queries import rounds_talked_about
from fanlight.design.mark import Step
from fanlight.improvement.models import AgreedAction, Cycle, Measure
from fanlight.people.models import Membership, Organisation, Team, User
from fanlight.people.roles import MAY, May
from fanlight.surveys.models import Round, State
from fanlight.team.models import Message
from fanlight.team.queries.standing import Standing, standing_from

COACHES = [role for role, may in MAY.items() if May.COACH_TEAMS in may]


@dataclass(frozen=True)
class Coached:
    """One team as its coach sees it."""

    team: Team
    standing: Standing
    has_talked: bool
    last_on: date | None
    help_wanted: str
    waits_for_answer: bool
    trying: int

    @property
    def step(self) -> Step:
        """A team that has talked sooner than it planned is at its changes."""
        is_early = self.standing.step is Step.TALK and self.has_talked
        return Step.CHANGE if is_early else self.standing.step


def is_coach(user: User | AnonymousUser) -> bool:
    return Membership.objects.filter(user=user.pk, role__in=COACHES).exists()


def coached_teams(user: User) -> tuple[Coached, ...]:
    """Every working team below an organisation that this person coaches: those who asked for help first."""
    held = user.memberships.filter(role__in=COACHES).values_list("organisation_id", flat=True)
    below = Organisation.objects.below([key for key in held if key])
    teams = list(Team.objects.working().filter(organisation__in=below).select_related("organisation"))
    found = _seen(teams)
    return tuple(
        sorted(found, key=lambda one: (not one.help_wanted, not one.waits_for_answer, one.team.name))
    )


def coached(team: Team) -> Coached:
    return _seen([team])[0]


def _seen(teams: list[Team]) -> list[Coached]:
    """In a handful of queries, however many teams."""
    rounds: dict[int, list[Round]] = {team.pk: [] for team in teams}
    held = Round.objects.filter(Q(team__in=teams) | Q(sister__in=teams)).select_related("brings")
    for round in held.order_by("-opens_at"):
        for key in rounds.keys() & {round.team_id, round.sister_id}:
            rounds[key].append(round)
    standings = {key: standing_from(asked) for key, asked in rounds.items()}
    heard = {key: here.released_round for key, here in standings.items() if here.released_round}
    talked = rounds_talked_about(heard.values())
    last = _last_days(teams, rounds)
    messages: dict[int, list[Message]] = {team.pk: [] for team in teams}
    for message in Message.objects.filter(team__in=teams).order_by("pk"):
        messages[message.team_id].append(message)
    trying = AgreedAction.objects.filter(team__in=teams, progress="trying").values_list("team_id", flat=True)
    counts = list(trying)
    return [
        Coached(
            team=team,
            standing=standings[team.pk],
            has_talked=heard.get(team.pk) in talked,
            last_on=last.get(team.pk),
            help_wanted=_help(messages[team.pk]),
            waits_for_answer=bool(messages[team.pk]) and not messages[team.pk][-1].from_coach,
            trying=counts.count(team.pk),
        )
        for team in teams
    ]


def _help(messages: Iterable[Message]) -> str:
    wanted = [message.words for message in messages if message.asks_help and message.helped_on is None]
    return wanted[-1] if wanted else ""


def _last_days(teams: list[Team], rounds: dict[int, list[Round]]) -> dict[int, date]:
    """The last day on which a team did something, of everything that a coach may know of."""
    found: dict[int, date] = {}
    done = (State.OPEN, State.CLOSED, State.RELEASED)
    for key, asked in rounds.items():
        for round in asked:
            if round.state in done:
                _later(found, key, round.opens_at)
    sources = (
        (AgreedAction.objects.filter(team__in=teams), "team_id", "agreed_on"),
        (Cycle.objects.filter(action__team__in=teams), "action__team_id", "begins_on"),
        (Cycle.objects.filter(action__team__in=teams), "action__team_id", "decided_on"),
        (Session.objects.filter(round__team__in=teams), "round__team_id", "held_on"),
        (Session.objects.filter(round__sister__in=teams), "round__sister_id", "held_on"),
        (Message.objects.filter(team__in=teams, from_coach=False), "team_id", "on"),
    )
    for rows, of_team, when in sources:
        for key, on in rows.values_list(of_team).annotate(last=Max(when)).order_by():
            _later(found, key, on)
    return found


def _later(found: dict[int, date], key: int, when: date | datetime | None) -> None:
    if when is None:
        return
    on = timezone.localtime(when).date() if isinstance(when, datetime) else when
    on = min(on, timezone.localdate())
    found[key] = max(found.get(key, on), on)


def shared_measures(team: Team) -> tuple[Measure, ...]:
    """The charts that a team decided to share with its coaches."""
    return tuple(Measure.objects.filter(team=team, is_shared=True).select_related("action"))


def conversation(team: Team) -> tuple[Message, ...]:
    return tuple(Message.objects.filter(team=team).select_related("by"))
