"""Making the release: once, at close, by the rules that were fixed when the round opened."""

from datetime import datetime

from django.db import transaction

from fanlight.measure.disclosure import Policy, release
from fanlight.responses.actions import open_urn
from fanlight.results.counts import counted
from fanlight.results.models import Release
from fanlight.surveys.actions import close_round, mark_released
from fanlight.surveys.models import Round, State


@transaction.atomic
def release_round(*, round: Round) -> None:
    """Open the urn, count, decide what may be shown, keep that.

    Twice is harmless, and a crash in the middle leaves everything as it was.
    """
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.CLOSED:
        return
    open_urn(round=round)
    released = release(counted(round), Policy(minimum=round.minimum or 0))
    Release.objects.create(round=round, document=released.to_document())
    mark_released(round=round, by=None)


def close_and_release(*, round: Round, now: datetime | None = None) -> None:
    """Close a round and make its release at once."""
    release_round(round=close_round(round=round, by=None, now=now))
