"""Reading comments first: judge each, then show them to the team all at once, and forget how they were written."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.people.models import User
from fanlight.results import comments
from fanlight.results.models import Judgement, SharedComment
from fanlight.results.queries import as_judged
from fanlight.surveys.models import Round

KEPT_UNREAD = timedelta(days=90)
_dice = secrets.SystemRandom()


class NotReadYet(Exception):  # noqa: N818 (it reads as the answer that a person gets)
    """Some comments have not been judged."""


@transaction.atomic
def judge_comment(
    *, round: Round, key: str, leaves_out: bool, hidden: Sequence[str] = (), theme: str = "", by: User | None
) -> None:
    """Say of one comment that it stays out, or which of its words are blacked out; and beside which theme it stands.

    It may be said anew until all are shown.

    Nothing goes on record: which comment was thought about when is nobody's business.
    """
    del by
    Round.objects.select_for_update().get(pk=round.pk)
    if any(str(one.key) == key for one in comments.written(round)):
        said = {"round": round, "leaves_out": leaves_out, "hidden": list(hidden), "theme": theme}
        Judgement.objects.update_or_create(comment=key, defaults=said)


@transaction.atomic
def share_comments(*, round: Round, by: User | None) -> None:
    """Show the team what is left of the comments, in random order, and erase how they were written. Twice is harmless.

    Raises NotReadYet while one has not been judged.
    """
    round = Round.objects.select_for_update().get(pk=round.pk)
    waiting = as_judged(round)
    if any(one.shown is None for one in waiting):
        raise NotReadYet("Some comments have not been read yet. Read them first.")
    if not waiting:
        return
    shown = [(one.shown, one.theme) for one in waiting if one.shown]
    _dice.shuffle(shown)
    SharedComment.objects.bulk_create(
        SharedComment(round=round, text=text, theme=theme) for text, theme in shown
    )
    _erase(round)
    record("share_comments", subject=round, by=by, shown=len(shown), left_out=len(waiting) - len(shown))


def _erase(round: Round) -> int:
    erased = comments.erase(round)
    Judgement.objects.filter(round=round).delete()
    transaction.on_commit(lambda: comments.leave_nothing(Judgement), robust=True)
    return erased


@transaction.atomic
def erase_comments(*, round: Round) -> None:
    """Erase comments unread: too few people answered for anything to be shown."""
    if erased := _erase(round):
        record("erase_comments_unread", subject=round, by=None, comments=erased)


def forget_unread_comments(*, now: datetime | None = None) -> None:
    """Erase comments that nobody read in ninety days: what is not used is not kept."""
    for round in comments.rounds_with_comments(closed_before=(now or timezone.now()) - KEPT_UNREAD):
        erase_comments(round=round)
