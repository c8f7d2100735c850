"""Putting an answer into the urn, and opening the urn at close."""

import secrets
from datetime import datetime

from django.db import transaction

from fanlight.responses.models import Answer, SealedAnswer
from fanlight.responses.urn import Form, seal, unseal
from fanlight.surveys.keys import destroy_key, private_key
from fanlight.surveys.models import Round


class RoundIsShut(Exception):  # noqa: N818 (it reads as what the person is told)
    """The round takes no answers now: it has not begun, or it is over."""


@transaction.atomic
def put_in_urn(*, round: Round, form: Form, now: datetime | None = None) -> None:
    """Keep one person's form, sealed. There is no `by`: nobody is recorded."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if not round.takes_answers(now):
        raise RoundIsShut
    SealedAnswer.objects.create(round=round, sealed=seal(form, round=round))


@transaction.atomic
def open_urn(*, round: Round) -> int:
    """Read every sealed form, shuffle, write the answers under new random keys, empty the urn. Returns how many."""
    sealed = list(SealedAnswer.objects.filter(round=round).values_list("sealed", flat=True))
    if not sealed:
        return Answer.objects.filter(round=round).count()
    key = private_key(round)
    forms = [unseal(content, key=key) for content in sealed]
    secrets.SystemRandom().shuffle(forms)
    Answer.objects.bulk_create(Answer(round=round, codes=dict(form.codes)) for form in forms)
    SealedAnswer.objects.filter(round=round).delete()
    transaction.on_commit(lambda: destroy_key(round))
    return len(forms)
