"""What can be seen of teams from outside: rounds, bands, talks and actions, however many teams, in a few queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Q
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.debriefs.models import Session
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.measure.disclosure import Band
from fanlight.people.models import Organisation, Team
from fanlight.people.queries import teams_below
from fanlight.process.models import Share, Shareable
from fanlight.results.queries import bands_of
from fanlight.surveys.models import Round, State


@dataclass(frozen=True)
class HeldRound:
    """A round that has closed, as seen from outside. `talked_on`: the first meeting to which anybody came."""

    title: str
    door: str
    closed_on: date
    people: int
    band: Band | None
    is_with_another: bool
    is_again: bool
    talked_on: date | None
    talk_planned_on: date | None

    @property
    def days_to_talk(self) -> int | None:
        return (self.talked_on - self.closed_on).days if self.talked_on else None


@dataclass(frozen=True)
class TeamProcess:
    """One team, as seen from outside. `actions`: each with the day it was agreed and where it is."""

    team: Team
    rounds: tuple[HeldRound, ...]
    actions: tuple[AgreedAction, ...]
    shares: frozenset[Shareable]

    def with_progress(self, *progress: Progress) -> int:
        return sum(action.progress in progress for action in self.actions)


@dataclass(frozen=True)
class ShareChange:
    on: date
    verb: str
    by: str
    what: Shareable


def process_below(organisation: Organisation) -> tuple[TeamProcess, ...]:
    """Every working team of the organisation, in the order of its name."""
    teams = sorted(
        teams_below(organisation), key=lambda team: (team.name.casefold(), team.organisation.name.casefold())
    )
    return process_of(teams)


def process_of(teams: Sequence[Team]) -> tuple[TeamProcess, ...]:
    """Five queries, however many teams."""
    keys = [team.pk for team in teams]
    held = _rounds(keys)
    actions: dict[int | None, list[AgreedAction]] = defaultdict(list)
    for action in AgreedAction.objects.filter(team__in=keys).order_by("agreed_on", "pk"):
        actions[action.team_id].append(action)
    shares: dict[int | None, set[Shareable]] = defaultdict(set)
    for team, what in Share.objects.filter(team__in=keys).values_list("team_id", "what"):
        shares[team].add(Shareable(what))
    return tuple(
        TeamProcess(team, tuple(held[team.pk]), tuple(actions[team.pk]), frozenset(shares[team.pk]))
        for team in teams
    )


def _rounds(keys: list[int]) -> dict[int | None, list[HeldRound]]:
    rounds = Round.objects.filter(Q(team__in=keys) | Q(sister__in=keys), state=State.RELEASED)
    rounds = rounds.filter(waits_for=None, is_unread=False).order_by("closes_at")
    found = list(rounds)
    bands = bands_of(found)
    came = Session.objects.filter(round__in=found, people__gt=0)
    talked = dict(came.values_list("round").annotate(Min("held_on")).order_by())
    held: dict[int | None, list[HeldRound]] = defaultdict(list)
    seen: set[tuple[int | None, str]] = set()
    for round in found:
        for key in {round.team_id, round.sister_id} & set(keys):
            again = (key, round.instrument_id) in seen
            seen.add((key, round.instrument_id))
            held[key].append(_held(round, bands.get(round.pk), talked.get(round.pk), is_again=again))
    return held


def _held(round: Round, band: Band | None, talked_on: date | None, *, is_again: bool) -> HeldRound:
    return HeldRound(
        title=round.title,
        door=round.door,
        closed_on=timezone.localdate(round.closes_at),
        people=round.people,
        band=band,
        is_with_another=round.sister_id is not None,
        is_again=is_again,
        talked_on=talked_on,
        talk_planned_on=timezone.localdate(round.debrief_at) if round.debrief_at else None,
    )


def days_to_talk(teams: Iterable[TeamProcess]) -> list[tuple[date, int]]:
    """For each round that was talked about: when it closed, and how many days later. One of two teams counts once."""
    found = {
        (held.door, held.closed_on, held.days_to_talk)
        for team in teams
        for held in team.rounds
        if held.days_to_talk is not None and held.days_to_talk >= 0
    }
    return sorted((closed_on, days) for _, closed_on, days in found if days is not None)


def share_changes(team: Team) -> list[ShareChange]:
    """Who began or stopped sharing what, the latest first."""
    entries = Entry.objects.filter(
        subject=team._meta.label_lower, subject_id=team.public_id, verb__in=("share", "stop_sharing")
    )
    return [
        ShareChange(
            on=timezone.localtime(entry.happened_at).date(),
            verb=entry.verb,
            by=entry.by.name if entry.by else "",
            what=Shareable(entry.detail["what"]),
        )
        for entry in entries.select_related("by").order_by("-pk")[:20]
    ]
