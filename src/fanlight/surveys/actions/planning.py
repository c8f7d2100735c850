"""Before anybody is asked: what, of whom, when, and when we talk about it."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.measure.instruments import load
from fanlight.people.models import Team, User
from fanlight.surveys.actions.refused import NotNow
from fanlight.surveys.models import Round, State, Way
from fanlight.surveys.queries import parts_of


@transaction.atomic
def plan_round(
    *,
    team: Team,
    instrument_id: str,
    people: int,
    opens_at: datetime,
    closes_at: datetime,
    only_items: Collection[str] = (),
    ways: Collection[Way] = (Way.LINK,),
    is_too_soon: bool = False,
    by: User | None,
) -> Round:
    instrument = load(instrument_id)
    round = Round.objects.create(
        team=team,
        title=str(instrument.title),
        instrument_id=instrument.id,
        only_items=list(only_items),
        ways=[Way(way).value for way in ways],
        people=people,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    too_soon = {"too_soon": True} if is_too_soon else {}
    record("plan_round", subject=round, by=by, instrument=instrument.id, **too_soon)
    return round


@transaction.atomic
def choose_questions(*, round: Round, items: Collection[str], by: User | None) -> Round:
    """Ask only these items of the questionnaire: a pulse."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.DRAFT:
        raise NotNow("The questions are fixed once a round is scheduled or open.")
    round.only_items = list(items)
    for part in parts_of(round):
        part.only_items = list(items)
        part.save(update_fields=["only_items"])
    record("choose_questions", subject=round, by=by, items=len(round.only_items))
    return round


@transaction.atomic
def drop_round(*, round: Round, by: User | None) -> None:
    """Take back a round that nobody has been asked yet; of two that are released together, both."""
    parts = list(Round.objects.select_for_update().filter(pk__in=[part.pk for part in parts_of(round)]))
    if any(part.state not in {State.DRAFT, State.SCHEDULED} for part in parts):
        raise NotNow("This round has been opened, so it stays.")
    for part in sorted(parts, key=lambda part: part.opens_at):  # the first points to the second
        record("drop_round", subject=part, by=by)
        part.delete()


@transaction.atomic
def book_debrief(
    *,
    round: Round,
    at: datetime,
    place: str,
    facilitator: str,
    second_at: datetime | None = None,
    by: User | None,
) -> Round:
    """Set when and where the team talks about what it hears, with a second time for those who cannot come to the first.

    It comes before opening: results that nobody talks about are no use.
    """
    if min(at, second_at or at) <= round.last.closes_at:
        raise NotNow("The debrief has to come after the round closes.")
    for part in (round, *(other for other in parts_of(round) if other != round)):
        part.debrief_at, part.debrief_place, part.debrief_facilitator = at, place, facilitator
        part.second_debrief_at = second_at
        part.save(update_fields=["debrief_at", "debrief_place", "debrief_facilitator", "second_debrief_at"])
    record("book_debrief", subject=round, by=by, on=at.date().isoformat())
    return round
