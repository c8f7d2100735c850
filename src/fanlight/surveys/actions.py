"""The life of a round, a step at a time: plan, book the debrief, schedule or open, extend, close, release."""

import dataclasses
from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.core import mail
from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.measure.disclosure import Policy
from fanlight.measure.instruments import Instrument, load
from fanlight.measure.instruments.writing import to_mapping
from fanlight.people.models import Team, User
from fanlight.people.queries import team_addresses
from fanlight.surveys.keys import make_key
from fanlight.surveys.models import Reminder, Round, State, Way
from fanlight.surveys.promise import promise_for, to_json
from fanlight.surveys.reminding import message, reminder_times


class NotNow(Exception):  # noqa: N818 (it reads as the answer that a person gets)
    """The round is not in the state that this step needs. The message says what to do first."""


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
    record("plan_round", subject=round, by=by, instrument=instrument.id)
    return round


@transaction.atomic
def choose_questions(*, round: Round, items: Collection[str], by: User | None) -> Round:
    """Ask only these items of the questionnaire: a pulse."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.DRAFT:
        raise NotNow("The questions are fixed once a round is scheduled or open.")
    round.only_items = list(items)
    round.save(update_fields=["only_items"])
    record("choose_questions", subject=round, by=by, items=len(round.only_items))
    return round


@transaction.atomic
def drop_round(*, round: Round, by: User | None) -> None:
    """Take back a round that nobody has been asked yet."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state not in {State.DRAFT, State.SCHEDULED}:
        raise NotNow("This round has been opened, so it stays.")
    record("drop_round", subject=round, by=by)
    round.delete()


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
    if min(at, second_at or at) <= round.closes_at:
        raise NotNow("The debrief has to come after the round closes.")
    round.debrief_at, round.debrief_place, round.debrief_facilitator = at, place, facilitator
    round.second_debrief_at = second_at
    round.save(update_fields=["debrief_at", "debrief_place", "debrief_facilitator", "second_debrief_at"])
    record("book_debrief", subject=round, by=by, on=at.date().isoformat())
    return round


def _ready(round: Round) -> Instrument:
    """The questionnaire, if everything is there that a round needs before anybody is asked."""
    if round.debrief_at is None:
        raise NotNow("Book the debrief first: people answer when they know that we will talk about it.")
    instrument = load(round.instrument_id)
    if not instrument.is_askable:
        raise NotNow(instrument.missing_permission or "This questionnaire cannot be asked.")
    return _only(instrument, frozenset(round.only_items))


def _only(instrument: Instrument, codes: frozenset[str]) -> Instrument:
    """The instrument with only these items; all of them where none is named."""
    if not codes:
        return instrument
    composites = (
        dataclasses.replace(part, items=tuple(code for code in part.items if code in codes))
        for part in instrument.composites
    )
    return dataclasses.replace(
        instrument,
        items=tuple(item for item in instrument.items if item.code in codes),
        composites=tuple(part for part in composites if part.items),
    )


@transaction.atomic
def schedule_round(*, round: Round, by: User | None) -> Round:
    """Let a round open by itself when its time comes."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.DRAFT:
        raise NotNow("This round is not being planned any more.")
    if round.closes_at <= timezone.now():
        raise NotNow("The day on which it closes has passed. Choose another.")
    _ready(round)
    round.state = State.SCHEDULED
    round.save(update_fields=["state"])
    record("schedule_round", subject=round, by=by, opens_on=round.opens_at.date().isoformat())
    return round


def start_round(*, round: Round, by: User | None) -> Round:
    """Open now if the first day has come, else let it open by itself on that day."""
    go = open_round if round.opens_at <= timezone.now() else schedule_round
    return go(round=round, by=by)


@transaction.atomic
def open_round(*, round: Round, by: User | None) -> Round:
    """Freeze the wording and the promise, make the key, and let answers in."""
    round = Round.objects.select_for_update().select_related("team").get(pk=round.pk)
    if round.state not in {State.DRAFT, State.SCHEDULED}:
        raise NotNow("This round has been opened already.")
    instrument = _ready(round)
    policy = Policy(minimum=settings.FANLIGHT.minimum_group)
    round.questionnaire = to_mapping(instrument)
    round.minimum = policy.minimum
    round.promise = to_json(promise_for(round, policy=policy))
    round.public_key = make_key(round)
    round.state = State.OPEN
    round.save()
    record("open_round", subject=round, by=by, closes_on=round.closes_at.date().isoformat())
    plan_reminders(round=round)
    return round


def plan_reminders(*, round: Round) -> None:
    """Set when the team is written to; those that went already stay as they are."""
    round.reminders.filter(sent_at=None).delete()
    went = set(round.reminders.values_list("due_at", flat=True))
    times = (at for at in reminder_times(round.opens_at, round.closes_at) if at not in went)
    Reminder.objects.bulk_create(Reminder(round=round, due_at=at) for at in times)


@transaction.atomic
def send_reminder(*, reminder: Reminder) -> int:
    """Write to everybody in the team who has an account. Twice is harmless; returns how many were written to."""
    reminder = Reminder.objects.select_for_update().select_related("round__team").get(pk=reminder.pk)
    if reminder.sent_at is not None:
        return 0
    is_invitation = reminder.due_at <= reminder.round.opens_at
    subject, text = message(reminder.round, is_invitation=is_invitation)
    to = team_addresses(reminder.round.team)
    reminder.sent_at = timezone.now()
    reminder.save(update_fields=["sent_at"])
    mail.get_connection().send_messages([mail.EmailMessage(subject, text, to=[address]) for address in to])
    return len(to)


@transaction.atomic
def extend_round(*, round: Round, closes_at: datetime, by: User | None) -> Round:
    """Give people more time, once. The debrief has to stay behind the new close."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.OPEN or round.closes_at <= timezone.now():
        raise NotNow("Only a round that is open can be extended. A closed one is never opened again.")
    if round.extended_at is not None:
        raise NotNow("This round has been extended once already. That is as far as it goes.")
    if closes_at <= round.closes_at:
        raise NotNow("The new day has to come after the one it closes on now.")
    if round.debrief_at is not None and round.debrief_at <= closes_at:
        raise NotNow("The debrief would come before the close. Move the debrief first.")
    round.closes_at, round.extended_at = closes_at, timezone.now()
    round.save(update_fields=["closes_at", "extended_at"])
    plan_reminders(round=round)
    record("extend_round", subject=round, by=by, closes_on=closes_at.date().isoformat())
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
