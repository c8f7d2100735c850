"""Changing a plan while nobody has been asked: the days, how many people, the ways to answer."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.design.english import day
from fanlight.people.models import User
from fanlight.surveys.actions.refused import NotNow
from fanlight.surveys.actions.running import ready
from fanlight.surveys.actions.together import PLANNED
from fanlight.surveys.models import Round, State, Way
from fanlight.surveys.queries import parts_of


@transaction.atomic
def change_round(
    *,
    round: Round,
    people: int,
    opens_at: datetime,
    closes_at: datetime,
    ways: Collection[Way],
    is_too_soon: bool = False,
    by: User | None,
) -> Round:
    """Set anew what was planned. `people` are those in `round.team`: of two teams, the one that changes it.

    A round that is scheduled stays so, and opens by itself on its new day.
    """
    team_id = round.team_id
    round = Round.objects.select_for_update(of=("self",)).select_related("team", "sister").get(pk=round.pk)
    parts = parts_of(round)
    if any(part.state not in PLANNED for part in parts):
        raise NotNow(
            "People have been asked, so this stays as they were told. It can be given more time, once."
        )
    _set_people(round, people, is_first=team_id == round.team_id)
    round.opens_at, round.closes_at = opens_at, closes_at
    round.ways = [Way(way).value for way in ways]
    _fits(round, parts)
    round.save(update_fields=["people", "sister_people", "opens_at", "closes_at", "ways"])
    Round.objects.filter(pk__in=[part.pk for part in parts]).update(people=round.people, ways=round.ways)
    if round.state == State.SCHEDULED:
        ready(round=round)
    too_soon = {"too_soon": True} if is_too_soon else {}
    record("change_round", subject=round, by=by, opens_on=opens_at.date().isoformat(), **too_soon)
    return round


def _set_people(round: Round, people: int, *, is_first: bool) -> None:
    """One of two teams says how many it is; the other's number stays."""
    if round.sister_people is None:
        round.people = people
    elif is_first:
        round.people = people + round.sister_people
    else:
        round.people += people - round.sister_people
        round.sister_people = people


def _fits(round: Round, parts: Collection[Round]) -> None:
    """Whether the new days lie right among what comes before and after."""
    for other in parts:
        if other.waits_for_id == round.pk and other.closes_at >= round.opens_at:
            raise NotNow(f"The first time closes on {day(other.closes_at)}. The second has to open after it.")
        if round.waits_for_id == other.pk and round.closes_at >= other.opens_at:
            raise NotNow(f"The second time opens on {day(other.opens_at)}. The first has to close before it.")
    last = round if round.waits_for_id is None else round.last
    if (
        round.debrief_at
        and min(round.debrief_at, round.second_debrief_at or round.debrief_at) <= last.closes_at
    ):
        raise NotNow("The debrief would come before the round closes. Move the debrief first.")
