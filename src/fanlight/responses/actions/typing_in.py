"""Typing in paper forms: who does it is put on record once, which form they typed when never is."""

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.models import User
from fanlight.responses.queries import has_typed_in
from fanlight.surveys.models import Round


@transaction.atomic
def begin_typing_in(*, round: Round, by: User) -> None:
    """Put on record that this person reads this round's paper forms. Twice is harmless.

    It is done before the first form, and for no form by itself: the record has times, and no time may stand beside
    an answer.
    """
    Round.objects.select_for_update().get(pk=round.pk)
    if not has_typed_in(by, round):
        record("type_in_paper", subject=round, by=by)
