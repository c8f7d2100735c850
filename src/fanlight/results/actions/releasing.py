"""Making the release: once, at close, by the rules that were fixed when the round opened."""

from datetime import datetime

from django.db import transaction

from fanlight.measure.disclosure import Policy, Withheld, release
from fanlight.people.models import User
from fanlight.responses.actions import empty_urn_unread, open_urn
from fanlight.results.actions.commenting import erase_comments
from fanlight.results.counts import counted
from fanlight.results.models import Release
from fanlight.results.queries import releases_of
from fanlight.surveys.actions import NotNow, close_round, drop_round, mark_released
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import frozen_policy, parts_of


@transaction.atomic
def release_round(*, round: Round) -> None:
    """Open the urn, count, decide what may be shown, keep that; for two rounds that belong together, once for both.

    Where nothing may be shown, comments are erased unread.

    Twice is harmless, and a crash in the middle leaves everything as it was.
    """
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.CLOSED or round.waits_for_id is not None:
        return
    open_urn(round=round)
    parts = parts_of(round)
    released = release(counted(round), frozen_policy(round), releases_of(parts))
    Release.objects.create(round=round, document=released.to_document())
    for part in parts:
        mark_released(round=part, by=None)
    if isinstance(released.result().respondents, Withheld):
        erase_comments(round=round)


@transaction.atomic
def end_unread(*, round: Round, by: User | None) -> None:
    """The second of two rounds will not take place: the answers of the first are deleted unread, as was promised."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    second = round.waits_for
    if round.state != State.CLOSED or second is None or second.state not in {State.DRAFT, State.SCHEDULED}:
        raise NotNow(
            "Only after the first of two rounds has closed, and before the second opens, can it end here."
        )
    empty_urn_unread(round=round, by=by)
    round.waits_for, round.is_unread = None, True
    round.save(update_fields=["waits_for", "is_unread"])
    drop_round(round=second, by=by)
    released = release(counted(round), Policy(minimum=round.minimum or 0))
    Release.objects.create(round=round, document=released.to_document())
    mark_released(round=round, by=by)


def close_and_release(*, round: Round, now: datetime | None = None) -> None:
    """Close a round and make its release at once."""
    release_round(round=close_round(round=round, by=None, now=now))
