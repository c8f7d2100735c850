"""The log of huddles: that one was held, what was talked about, what was sent on and what came back."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.actions.changed import reword
from fanlight.people.models import Team, User
from fanlight.windows.models import Huddle, SentOn, Shift


@transaction.atomic
def hold_huddle(*, team: Team, held_on: date, shift: Shift, by: User | None) -> Huddle:
    """Say that a huddle was held. Saying it twice counts once."""
    Team.objects.select_for_update().get(pk=team.pk)
    huddle, is_new = Huddle.objects.get_or_create(team=team, held_on=held_on, shift=shift)
    if is_new:
        record("hold_huddle", subject=huddle, by=by)
    return huddle


TOLD = ("people", "topics")


@transaction.atomic
def tell_of_huddle(
    *, huddle: Huddle, version: int, people: int | None, topics: Sequence[str], by: User | None
) -> Huddle:
    """How many came, and what it was about. Refused with both texts if somebody else has saved since `version`."""
    huddle = Huddle.objects.select_for_update().get(pk=huddle.pk)
    if reword(row=huddle, version=version, people=people, topics=list(topics)):
        record("tell_of_huddle", subject=huddle, by=by)
    return huddle


@transaction.atomic
def send_on(*, huddle: Huddle, words: str, to: str, by: User | None) -> SentOn:
    """A worry that was sent on. The same again changes nothing."""
    Huddle.objects.select_for_update().get(pk=huddle.pk)
    sent, is_new = SentOn.objects.get_or_create(huddle=huddle, words=words, to=to)
    if is_new:
        record("send_on", subject=sent, by=by)
    return sent


ANSWERED = ("answer", "answered_on")


@transaction.atomic
def note_answer(*, sent: SentOn, version: int, answer: str, answered_on: date, by: User | None) -> SentOn:
    """What came back, and when. Refused with both texts if somebody else has saved since `version`."""
    sent = SentOn.objects.select_for_update().get(pk=sent.pk)
    if reword(row=sent, version=version, answer=answer, answered_on=answered_on):
        record("note_answer", subject=sent, by=by)
    return sent


@transaction.atomic
def drop_sent_on(*, sent: SentOn, by: User | None) -> None:
    """It was written down by mistake. Twice is harmless."""
    if SentOn.objects.filter(pk=sent.pk).delete()[0]:
        record("drop_sent_on", subject=sent, by=by)


@transaction.atomic
def drop_huddle(*, huddle: Huddle, by: User | None) -> None:
    """It was tapped by mistake. Twice is harmless."""
    if Huddle.objects.filter(pk=huddle.pk).delete()[0]:
        record("drop_huddle", subject=huddle, by=by)
