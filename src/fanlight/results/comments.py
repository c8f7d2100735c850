"""The only reader of comments as they were written. It never touches an answer.

What it hands on goes to the one person who reads comments first, and to nobody else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from fanlight.audit.erasing import erase_rows_of
from fanlight.people.models import Team
from fanlight.responses.models import Comment
from fanlight.surveys.models import Round, State


@dataclass(frozen=True)
class Written:
    """A comment that waits to be read. Its key is random, so the order of keys is no order of anything."""

    key: UUID
    text: str = field(repr=False)


def _of(round: Round) -> QuerySet[Comment]:
    """The comments of a round, with those of one that waited for it or brought it."""
    parts = Q(round=round) | Q(round__waits_for=round) | Q(round__brings=round)
    return Comment.objects.filter(parts)


def written(round: Round) -> tuple[Written, ...]:
    """The comments of a round that wait, in the order of their random keys."""
    rows = _of(round).order_by("id").values_list("id", "text")
    return tuple(Written(key, text) for key, text in rows)


def are_waiting(round: Round) -> bool:
    return _of(round).exists()


def rounds_that_wait(teams: Iterable[Team]) -> QuerySet[Round]:
    """The released rounds of these teams whose comments nobody has finished reading."""
    teams = list(teams)
    theirs = Round.objects.filter(
        Q(team__in=teams) | Q(sister__in=teams), state=State.RELEASED, waits_for=None
    )
    comments = Comment.objects.filter(Q(round=OuterRef("pk")) | Q(round__waits_for=OuterRef("pk")))
    return theirs.filter(Exists(comments))


def rounds_with_comments(*, closed_before: datetime) -> Iterable[Round]:
    """Rounds whose comments have waited since before that day."""
    rounds = Comment.objects.filter(round__closes_at__lt=closed_before).values("round")
    return Round.objects.filter(pk__in=rounds)


def erase(round: Round) -> int:
    """Delete what is left of a round's comments as they were written. Returns how many there were."""
    return _of(round).delete()[0]


def leave_nothing(*also: type[Model]) -> bool:
    """Leave nothing of erased comments, nor of these tables' erased rows, on the disk. Not inside a transaction."""
    return erase_rows_of(Comment, *also)
