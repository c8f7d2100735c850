"""A talk on people's phones: begin, place dots, add a thought, show, end. Nothing of a person is put on record."""

import secrets
from collections.abc import Collection, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.audit.erasing import erase_rows_of
from fanlight.audit.fields import ALPHABET
from fanlight.debriefs.models import Box, Live, LiveStep
from fanlight.debriefs.queries.live import ENOUGH
from fanlight.people.models import User
from fanlight.surveys.actions import NotNow
from fanlight.surveys.models import Round

MOST_DOTS = 3
LASTS = timedelta(hours=24)
CODE = 6

NEXT = {
    LiveStep.CHOOSE: LiveStep.CHOSEN,
    LiveStep.CHOSEN: LiveStep.THINK,
    LiveStep.THINK: LiveStep.THOUGHTS,
}


@transaction.atomic
def begin_live(*, round: Round, topics: Sequence[str], by: User | None) -> Live:
    """Begin a talk and give it a code. If one is going on, it goes on."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if not round.is_over:
        raise NotNow("People are still answering. The talk comes after the round has closed.")
    for over in Live.objects.filter(round=round, ends_at__lte=timezone.now()):
        end_live(live=over, by=None)
    if going_on := Live.objects.filter(round=round).first():
        return going_on
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE))
    live = Live.objects.create(round=round, code=code, ends_at=timezone.now() + LASTS)
    Box.objects.create(live=live, topics=list(topics), dots=[0] * len(topics))
    record("begin_live", subject=round, by=by)
    return live


@transaction.atomic
def place_dots(*, live: Live, chosen: Collection[int]) -> bool:
    """Count one person's dots. False if the choosing is over."""
    box = _open_box(live, LiveStep.CHOOSE)
    if box is None:
        return False
    for place in sorted(set(chosen))[:MOST_DOTS]:
        box.dots[place] += 1
    box.chose += 1
    box.save(update_fields=["dots", "chose"])
    return True


@transaction.atomic
def add_thought(*, live: Live, words: str) -> bool:
    """Put one person's thought anywhere among the others. False if this step is over."""
    box = _open_box(live, LiveStep.THINK)
    if box is None:
        return False
    box.thoughts.insert(secrets.randbelow(len(box.thoughts) + 1), words)
    box.thought += 1
    box.save(update_fields=["thoughts", "thought"])
    return True


def _open_box(live: Live, step: LiveStep) -> Box | None:
    """The box, locked; none if the talk has ended or has gone on to another step."""
    box = Box.objects.select_for_update().filter(live=live).first()
    is_open = box and Live.objects.filter(pk=live.pk, step=step, ends_at__gt=timezone.now()).exists()
    return box if is_open else None


@transaction.atomic
def go_on(*, live: Live, step: LiveStep, by: User | None) -> None:
    """Go from this step to the next. What too few took part in is thrown away at once, and never shown.

    `step` is the one that the person saw: pressing twice goes on once.
    """
    box = Box.objects.select_for_update().filter(live=live).first()
    now = Live.objects.filter(pk=live.pk).first()
    if box is None or now is None or now.step != step or step not in NEXT:
        return
    if step == LiveStep.CHOOSE and box.chose < ENOUGH:
        box.dots, box.chose = [0] * len(box.topics), 0
    if step == LiveStep.THINK and box.thought < ENOUGH:
        box.thoughts, box.thought = [], 0
    box.save()
    now.step = NEXT[step]
    now.save(update_fields=["step"])
    record("go_on_live", subject=now.round, by=by, step=now.step)


@transaction.atomic
def end_live(*, live: Live, by: User | None) -> None:
    """End a talk and forget all that came from the phones. Twice is harmless."""
    if Live.objects.filter(pk=live.pk).delete()[0]:
        record("end_live", subject=live.round, by=by)
        transaction.on_commit(lambda: erase_rows_of(Box, Live), robust=True)


def forget_old_talks() -> int:
    """Forget every talk whose time is over. Returns how many."""
    old = list(Live.objects.filter(ends_at__lte=timezone.now()))
    for live in old:
        end_live(live=live, by=None)
    return len(old)
