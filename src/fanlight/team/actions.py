"""Words between a team and its coaches; the weekly letter on or off."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.people.models import Team, User
from fanlight.team.models import Digest, Message


@transaction.atomic
def write_message(*, team: Team, words: str, from_coach: bool, asks_help: bool, by: User | None) -> Message:
    """Say something to the other side. The same words twice on one day are one message."""
    today = timezone.localdate()
    Team.objects.select_for_update().get(pk=team.pk)
    same = Message.objects.filter(team=team, words=words, from_coach=from_coach, on=today).first()
    if same is not None:
        return same
    asks = asks_help and not from_coach
    message = Message.objects.create(
        team=team, words=words, from_coach=from_coach, asks_help=asks, by=by, on=today
    )
    record("write_message", subject=message, by=by, from_coach=from_coach, asks_help=asks)
    return message


@transaction.atomic
def say_helped(*, message: Message, by: User | None) -> Message:
    """What help was asked for was given. Saying so twice keeps the first day."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.helped_on is None:
        message.helped_on = timezone.localdate()
        message.save(update_fields=["helped_on"])
        record("say_helped", subject=message, by=by)
    return message


@transaction.atomic
def switch_digest(*, user: User, is_on: bool, by: User) -> Digest:
    digest, _ = Digest.objects.update_or_create(user=user, defaults={"is_on": is_on})
    record("switch_digest", subject=user, by=by, is_on=is_on)
    return digest


def note_digest(*, user: User, monday: date) -> bool:
    """Put down that this week's letter goes to somebody. False if it went already, so that nobody gets two."""
    with transaction.atomic():
        digest, _ = Digest.objects.select_for_update().get_or_create(user=user)
        if not digest.is_on or digest.sent_on == monday:
            return False
        digest.sent_on = monday
        digest.save(update_fields=["sent_on"])
    return True
