"""The life of a round, a step at a time: plan, book the debrief, open, close, release."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.measure.instruments import load
from fanlight.measure.instruments.writing import to_mapping
from fanlight.people.models import Team, User
from fanlight.surveys.keys import make_key
from fanlight.surveys.models import Round, State


class NotNow(Exception):  # noqa: N818 (it reads as the answer that a person gets)
    """The round is not in the state that this step needs. The message says what to do first."""


@transaction.atomic
def plan_round(
    *, team: Team, instrument_id: str, people: int, opens_at: datetime, closes_at: datetime, by: User | None
) -> Round:
    instrument = load(instrument_id)
    round = Round.objects.create(
        team=team,
        title=instrument.title.in_language("en"),
        instrument_id=instrument.id,
        people=people,
        opens_at=opens_at,
        closes_at=closes_at,
    )
    record("plan_round", subject=round, by=by, instrument=instrument.id)
    return round


@transaction.atomic
def book_debrief(*, round: Round, at: datetime, place: str, facilitator: str, by: User | None) -> Round:
    """Set when and where the team talks about what it hears.

    It comes before opening: results that nobody talks about are no use.
    """
    if at <= round.closes_at:
        raise NotNow("The debrief has to come after the round closes.")
    round.debrief_at, round.debrief_place, round.debrief_facilitator = at, place, facilitator
    round.save(update_fields=["debrief_at", "debrief_place", "debrief_facilitator"])
    record("book_debrief", subject=round, by=by, on=at.date().isoformat())
    return round


@transaction.atomic
def open_round(*, round: Round, by: User | None) -> Round:
    """Freeze the wording and the promise, make the key, and let answers in."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.DRAFT:
        raise NotNow("This round has been opened already.")
    if round.debrief_at is None:
        raise NotNow("Book the debrief first: people answer when they know that we will talk about it.")
    instrument = load(round.instrument_id)
    if not instrument.is_askable:
        raise NotNow(instrument.missing_permission or "This questionnaire cannot be asked.")
    round.questionnaire = to_mapping(instrument)
    round.minimum = settings.FANLIGHT.minimum_group
    round.public_key = make_key(round)
    round.state = State.OPEN
    round.save()
    record("open_round", subject=round, by=by, closes_on=round.closes_at.date().isoformat())
    return round


@transaction.atomic
def close_round(*, round: Round, by: User | None, now: datetime | None = None) -> Round:
    """Let no more answers in. Twice is harmless."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state == State.OPEN:
        round.state = State.CLOSED
        round.closes_at = min(round.closes_at, now or timezone.now())
        round.save(update_fields=["state", "closes_at"])
        record("close_round", subject=round, by=by)
    return round


@transaction.atomic
def mark_released(*, round: Round, by: User | None) -> Round:
    """Say that the release is made, so that everybody in the team sees it from the same moment."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.CLOSED:
        raise NotNow("Only a closed round can be released.")
    round.state = State.RELEASED
    round.save(update_fields=["state"])
    record("release_round", subject=round, by=by)
    return round
