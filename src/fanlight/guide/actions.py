"""A sitting begins, moves on, and is forgotten. Nobody is named: these deeds have no actor and leave no record."""

import secrets
from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from fanlight.audit.erasing import erase_rows_of
from fanlight.audit.fields import ALPHABET
from fanlight.guide.models import Sitting
from fanlight.guide.queries.boards import Board, new_board
from fanlight.guide.queries.entries import Use

LASTS = timedelta(hours=3)
MOST_AT_ONCE = 500  # so that nobody can fill the disk
CODE = 6


class TableFull(Exception):  # noqa: N818 (it reads as the answer that a person gets)
    """So many sittings are going on that another has to wait."""


@transaction.atomic
def begin_sitting(*, use: Use, cards: Sequence[str]) -> Sitting:
    """Lay cards on the table and give the table a code."""
    if Sitting.objects.filter(ends_at__gt=timezone.now()).count() >= MOST_AT_ONCE:
        raise TableFull("Very many people are using the cards at this moment. Try again in a few minutes.")
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE))
    board = new_board(use, cards)
    return Sitting.objects.create(code=code, way=use.value, board=board, ends_at=timezone.now() + LASTS)


@transaction.atomic
def move(*, sitting: Sitting, make: Callable[[Board], Board | None]) -> bool:
    """Change what lies on the table. False if the move makes no sense any more, or the sitting is over."""
    now = Sitting.objects.select_for_update().filter(code=sitting.code, ends_at__gt=timezone.now()).first()
    board = make(now.board) if now else None
    if now is None or board is None:
        return False
    now.board = board
    now.save(update_fields=["board"])
    return True


@transaction.atomic
def end_sitting(*, sitting: Sitting) -> None:
    """Take everything off the table, and off the disk. Twice is harmless."""
    if Sitting.objects.filter(code=sitting.code).delete()[0]:
        transaction.on_commit(_erase)


def forget_old_sittings() -> int:
    """Forget every sitting whose time is over. Returns how many."""
    old = Sitting.objects.filter(ends_at__lte=timezone.now()).delete()[0]
    if old:
        _erase()
    return old


def _erase() -> None:
    """Nothing stays in the table's pages or in the log. If somebody reads just now, the next one takes it along."""
    erase_rows_of(Sitting)
