"""Keeping one person's form, sealed; and spending their slip in the same transaction.

A crash neither spends a slip without its answer nor keeps an answer without spending its slip.
"""

from datetime import datetime

from django.db import transaction

from fanlight.responses.models import SealedAnswer, Slip
from fanlight.responses.slips import digest
from fanlight.responses.urn import Form, seal
from fanlight.surveys.models import Round, Way


class RoundIsShut(Exception):  # noqa: N818 (it reads as what the person is told)
    """The round takes no answers now: it has not begun, or it is over."""


class SlipIsNeeded(Exception):  # noqa: N818
    """This round is answered with a slip, and there is none, or not one of this round's."""


class SlipIsSpent(Exception):  # noqa: N818
    """This slip has been used. Its answer is in the urn."""


@transaction.atomic
def put_in_urn(*, round: Round, form: Form, slip: str | None = None, now: datetime | None = None) -> None:
    """Keep one person's form, sealed. There is no `by`: nobody is recorded.

    Raises RoundIsShut; SlipIsNeeded or SlipIsSpent in a round that is answered with slips.
    """
    round = _locked(round, now)
    if Way.SLIPS in round.ways:
        _spend(round, slip)
    SealedAnswer.objects.create(round=round, sealed=seal(form, round=round))


def _locked(round: Round, now: datetime | None) -> Round:
    """The round, held open until this answer is kept: closing waits, so that none falls between."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if not round.takes_answers(now):
        raise RoundIsShut
    return round


def _spend(round: Round, slip: str | None) -> None:
    found = (
        Slip.objects.filter(round=round, digest=digest(slip, round=round)) if slip else Slip.objects.none()
    )
    if found.filter(is_spent=False).update(is_spent=True):
        return
    raise SlipIsSpent if found.exists() else SlipIsNeeded
