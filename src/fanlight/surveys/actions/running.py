"""The life of a round once it is planned, a step at a time: schedule or open, remind, extend, close, release."""

import dataclasses
from datetime import datetime, timedelta

from django.core import mail
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.design.english import day
from fanlight.measure.instruments import Instrument, load
from fanlight.measure.instruments.writing import to_mapping
from fanlight.people.models import User
from fanlight.people.queries import team_addresses
from fanlight.surveys.actions.refused import TEAM_HAS_ENDED, TWICE_ADDS_NO_PEOPLE, NotNow, too_like_words
from fanlight.surveys.keys import make_key
from fanlight.surveys.models import Reminder, Round, State
from fanlight.surveys.promise import promise_for, to_json
from fanlight.surveys.queries import parts_of, policy_for, too_like
from fanlight.surveys.reminding import message, reminder_times

NAME_KEPT = timedelta(days=90)


def ready(*, round: Round) -> Instrument:
    """The questionnaire, if everything is there that a round needs before anybody is asked."""
    if round.debrief_at is None:
        raise NotNow("Book the debrief first: people answer when they know that we will talk about it.")
    if other := too_like(round):
        raise NotNow(too_like_words(round=round, other=other))
    first, *later = parts_of(round)
    if first == round and any(team.has_ended for team in round.teams):
        raise NotNow(TEAM_HAS_ENDED)
    if later and round.people < policy_for(round).minimum:
        raise NotNow(TWICE_ADDS_NO_PEOPLE)
    if first != round:
        return _again(first)
    instrument = load(round.instrument_id)
    if not instrument.is_askable:
        raise NotNow(instrument.missing_permission or "This questionnaire cannot be asked.")
    return _only(instrument, frozenset(round.only_items))


def _again(first: Round) -> Instrument:
    """The second of two asks what the first has asked, word for word."""
    if first.questionnaire is None:
        raise NotNow("Open the first of the two rounds. This one follows by itself.")
    return first.instrument


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
    ready(round=round)
    round.state = State.SCHEDULED
    round.save(update_fields=["state"])
    record("schedule_round", subject=round, by=by, opens_on=round.opens_at.date().isoformat())
    return round


@transaction.atomic
def start_round(*, round: Round, by: User | None) -> Round:
    """Open now if the first day has come, else let it open by itself on that day. A second asking follows by itself."""
    go = open_round if round.opens_at <= timezone.now() else schedule_round
    started = go(round=round, by=by)
    if started.waits_for and started.waits_for.state == State.DRAFT:
        second = started.waits_for
        second.state = State.SCHEDULED
        second.save(update_fields=["state"])
        record("schedule_round", subject=second, by=by, opens_on=second.opens_at.date().isoformat())
    return started


@transaction.atomic
def open_round(*, round: Round, by: User | None) -> Round:
    """Freeze the wording and the promise, make the key, and let answers in."""
    round = Round.objects.select_for_update().select_related("team").get(pk=round.pk)
    if round.state not in {State.DRAFT, State.SCHEDULED}:
        raise NotNow("This round has been opened already.")
    instrument = ready(round=round)
    policy = policy_for(round)
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
    to = sorted({address for team in reminder.round.teams for address in team_addresses(team)})
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
    if round.waits_for and round.waits_for.opens_at <= closes_at:
        raise NotNow(
            f"The second round opens on {day(round.waits_for.opens_at)}. This one has to close before."
        )
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


def forget_facilitators(*, now: datetime | None = None) -> int:
    """Empty the name of whoever was to facilitate once the talk lies well behind. Returns in how many rounds."""
    before = (now or timezone.now()) - NAME_KEPT
    past = Q(second_debrief_at=None) | Q(second_debrief_at__lt=before)
    named = Round.objects.filter(past, debrief_at__lt=before).exclude(debrief_facilitator="")
    return named.update(debrief_facilitator="")
