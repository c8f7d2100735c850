"""When teams are asked, so that nobody is asked too often: our own rounds, and other surveys that are noted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from fanlight.people.models import Organisation, Team
from fanlight.people.queries import asking_rules, teams_below
from fanlight.surveys.models import OtherSurvey, Round, State

LOOK_BACK = timedelta(days=183)
LOOK_AHEAD = timedelta(days=183)


@dataclass(frozen=True)
class Asking:
    """Something that people are asked, from its first day to its last. `is_other`: not a round of ours."""

    title: str
    begins: date
    ends: date
    is_other: bool = False


@dataclass(frozen=True)
class TooSoon:
    """What lies too near to a round that is being planned, and from when the team has rested."""

    asking: Asking
    rested_on: date

    @property
    def pulse_from(self) -> date:
        """From when the team may be asked a few questions, if it is a full round that comes too soon."""
        return self.asking.ends + rest_of((self.rested_on - self.asking.ends).days, is_pulse=True)


@dataclass(frozen=True)
class TeamCalendar:
    team: Team
    askings: tuple[Asking, ...]
    rested_on: date | None


@dataclass(frozen=True)
class OrganisationCalendar:
    """Every working team below an organisation with what it is asked around today."""

    begins: date
    today: date
    ends: date
    rest_days: int
    teams: tuple[TeamCalendar, ...]
    others: tuple[OtherSurvey, ...]


def rest_of(rest_days: int, *, is_pulse: bool) -> timedelta:
    """How long a team rests before it is asked: a few questions tire less."""
    return timedelta(days=rest_days // 4 if is_pulse else rest_days)


def too_soon(
    teams: Iterable[Team], begins: date, ends: date, *, is_pulse: bool, but: Round | None = None
) -> TooSoon | None:
    """What lies nearer to these days than the rest that the teams need; the latest of several."""
    found = []
    for team in teams:
        rest = rest_of(asking_rules(team.organisation).rest_days, is_pulse=is_pulse)
        found += [
            TooSoon(asking, asking.ends + rest)
            for asking in askings_of(team, but=but)
            if begins < asking.ends + rest and asking.begins < ends + rest
        ]
    return max(found, key=lambda one: one.rested_on, default=None)


def askings_of(team: Team, *, but: Round | None) -> list[Asking]:
    """What a team is asked: rounds that are settled, and other surveys of the organisations above it."""
    rounds = _settled().filter(Q(team=team) | Q(sister=team))
    if but is not None:
        rounds = rounds.exclude(Q(pk=but.pk) | Q(waits_for=but) | Q(brings=but))
    above = Organisation.objects.above([team.organisation_id])
    others = OtherSurvey.objects.filter(organisation__in=above)
    return sorted([*map(_of_round, rounds), *map(_of_other, others)], key=lambda one: one.begins)


def asking_calendar(organisation: Organisation) -> OrganisationCalendar:
    """The calendar of an organisation: four queries after its tree, however many teams it has.

    A round that is still a draft is its team's own affair, and is not here.
    """
    today = timezone.localdate()
    begins, ends = today - LOOK_BACK, today + LOOK_AHEAD
    rest_days = asking_rules(organisation).rest_days
    teams = list(teams_below(organisation))
    keys = {team.pk for team in teams}
    asked: dict[int, list[Asking]] = {}
    rounds = _settled().filter(Q(team__in=keys) | Q(sister__in=keys), closes_at__date__gte=begins)
    for round in rounds.filter(opens_at__date__lte=ends):
        for key in keys & {round.team_id, round.sister_id}:
            asked.setdefault(key, []).append(_of_round(round))
    around = {*Organisation.objects.above([organisation.pk]), *Organisation.objects.below([organisation.pk])}
    others = OtherSurvey.objects.filter(organisation__in=around, ends_on__gte=begins, begins_on__lte=ends)
    return OrganisationCalendar(
        begins=begins,
        today=today,
        ends=ends,
        rest_days=rest_days,
        teams=tuple(_calendar_of(team, asked.get(team.pk, []), rest_days) for team in teams),
        others=tuple(others.select_related("organisation")),
    )


def _calendar_of(team: Team, askings: list[Asking], rest_days: int) -> TeamCalendar:
    ordered = tuple(sorted(askings, key=lambda one: one.begins))
    last = max((one.ends for one in ordered), default=None)
    return TeamCalendar(team, ordered, last + timedelta(days=rest_days) if last else None)


def _settled() -> QuerySet[Round]:
    return Round.objects.exclude(state=State.DRAFT).order_by("opens_at")


def _of_round(round: Round) -> Asking:
    return Asking(round.title, timezone.localdate(round.opens_at), timezone.localdate(round.closes_at))


def _of_other(survey: OtherSurvey) -> Asking:
    return Asking(survey.title, survey.begins_on, survey.ends_on, is_other=True)
