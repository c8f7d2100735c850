"""For teams that are too small alone: answering together with a sister team, or twice, with one release of both."""

from datetime import datetime

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.models import Team, User
from fanlight.surveys.actions.refused import TWICE_ADDS_NO_PEOPLE, NotNow
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import is_one_of_two, policy_for

PLANNED = {State.DRAFT, State.SCHEDULED}


@transaction.atomic
def join_round(*, round: Round, team: Team, people: int, by: User | None) -> Round:
    """A second team takes part. From here on the round is as much theirs: one release, for both."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.DRAFT or round.sister_id is not None or is_one_of_two(round):
        raise NotNow("This round cannot be joined any more. Ask whoever sent you the link.")
    if team.pk == round.team_id or team.has_ended:
        raise NotNow("It takes another team, and one that works.")
    round.sister, round.sister_people = team, people
    round.people += people
    round.save(update_fields=["sister", "sister_people", "people"])
    record("join_round", subject=round, by=by, team=team.public_id)
    return round


@transaction.atomic
def part_ways(*, round: Round, by: User | None) -> Round:
    """Before anybody is asked, either team may step back. The other goes on planning alone."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state not in PLANNED:
        raise NotNow("People have been asked together, so the results belong to both teams.")
    if round.sister is not None:
        record("part_ways", subject=round, by=by, team=round.sister.public_id)
        round.people -= round.sister_people or 0
        round.sister, round.sister_people, round.state = None, None, State.DRAFT
        round.save(update_fields=["sister", "sister_people", "people", "state"])
    return round


@transaction.atomic
def ask_twice(*, round: Round, opens_at: datetime, closes_at: datetime, by: User | None) -> Round:
    """Plan a second asking of the same questions. The two are released together, once. Returns the second."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.DRAFT or round.sister_id is not None or is_one_of_two(round):
        raise NotNow("Only a round that is being planned, for one team, can be asked twice.")
    if round.people < policy_for(round).minimum:
        raise NotNow(TWICE_ADDS_NO_PEOPLE)
    if opens_at <= round.closes_at:
        raise NotNow("The second time has to come after the first has closed.")
    second = Round.objects.create(
        team_id=round.team_id,
        title=round.title,
        instrument_id=round.instrument_id,
        only_items=round.only_items,
        ways=round.ways,
        people=round.people,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    round.waits_for, round.debrief_at, round.second_debrief_at = second, None, None
    round.save(update_fields=["waits_for", "debrief_at", "second_debrief_at"])
    record("ask_twice", subject=round, by=by, opens_on=opens_at.date().isoformat())
    return second
