"""Opening the urn at close, and leaving nothing of it behind.

The order matters, because the power may go at any moment:

1. one transaction reads every sealed form, shuffles, writes the answers under new random keys and empties the urn
   (and its caller makes the release): before its commit nothing has happened, after it nothing is missing;
2. when the disk has that for certain, the key is destroyed: from here on nobody can open what old backups hold;
3. the free pages are emptied, once for all the rounds that close together;
4. the last trace of the key, an empty-handed file, goes. While it is there, steps 2 and 3 are done again.
"""

import logging
import secrets
from collections.abc import Iterable, Mapping

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.measure.instruments import Instrument
from fanlight.people.models import User
from fanlight.responses.erasing import (
    commit_durably,
    erase_deleted,
    forget_urns,
    is_key_destroyed,
    may_erase,
)
from fanlight.responses.models import Answer, Comment, SealedAnswer, Slip
from fanlight.responses.urn import Form, Unreadable, each_once, unseal
from fanlight.surveys.keys import has_key, private_key, rounds_with_files
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import parts_of, released_among, rounds_waiting_for_release

log = logging.getLogger("fanlight.responses")

_dice = secrets.SystemRandom()


@transaction.atomic
def open_urn(*, round: Round) -> int:
    """Read every sealed form, shuffle, write the answers under new random keys, empty the urn. Returns how many.

    Two rounds that are released together are shuffled together: nothing tells afterwards in which one was answered.
    Raises KeyIsLost, and then changes nothing.
    """
    commit_durably()
    parts = parts_of(round)
    forms = [form for part in parts for form in _forms_in(part)]
    if not forms:
        _empty(*parts)
        return Answer.objects.filter(round=round).count()
    _dice.shuffle(forms)
    Answer.objects.bulk_create(Answer(round=round, codes=dict(form.codes)) for form in forms)
    comments = [form.comment for form in forms if form.comment]
    _dice.shuffle(comments)
    Comment.objects.bulk_create(Comment(round=round, text=text) for text in comments)
    _empty(*parts)
    return len(forms)


def _forms_in(round: Round) -> list[Form]:
    sealed = list(SealedAnswer.objects.filter(round=round).values_list("sealed", flat=True))
    return _read(round, sealed) if sealed else []


def _read(round: Round, sealed: Iterable[bytes | memoryview]) -> list[Form]:
    """The forms, each once. What cannot be read is left out, and that is put on record."""
    key, instrument = private_key(round), round.instrument
    forms, unreadable = [], 0
    for content in sealed:
        try:
            form = unseal(content, key=key)
        except Unreadable:
            unreadable += 1
        else:
            forms.append(Form(_asked(instrument, form.codes), form.comment, form.ballot, form.edition))
    if unreadable:
        record("leave_out_unreadable", subject=round, by=None, forms=unreadable)
        log.warning("round %s: %s sealed forms could not be read", round.public_id, unreadable)
    return each_once(forms)


def _asked(instrument: Instrument, codes: Mapping[str, int]) -> dict[str, int]:
    """Only what was asked and could be chosen: whoever can write to the database can seal anything."""
    choices = {
        item.code: {option.code for option in instrument.scale_of(item).every_option}
        for item in instrument.items
    }
    return {item: code for item, code in sorted(codes.items()) if code in choices.get(item, ())}


def _empty(*rounds: Round) -> None:
    SealedAnswer.objects.filter(round__in=rounds).delete()
    Slip.objects.filter(round__in=rounds).delete()
    for round in rounds:
        _tidy_after_commit(round)


def _tidy_after_commit(round: Round) -> None:
    def tidy() -> None:  # not a partial: Django logs a robust hook that failed by its __qualname__
        tidy_urn(round=round)

    transaction.on_commit(tidy, robust=True)


@transaction.atomic
def empty_urn_unread(*, round: Round, by: User | None) -> int:
    """Delete the sealed answers of a round that will never be read. Returns how many."""
    forms = SealedAnswer.objects.filter(round=round).count()
    _empty(round)
    record("empty_urn_unread", subject=round, by=by, forms=forms)
    return forms


def tidy_urn(*, round: Round) -> bool:
    """Tidy up after one released round. False if something is left for later.

    Emptying the free pages rewrites the whole file, so rounds that close together share it: the last does it for all.
    """
    if rounds_waiting_for_release().exists():
        if may_erase() and released_among([round.public_id]).exists():
            is_key_destroyed(round)
        return False
    return tidy_urns()


def tidy_urns() -> bool:
    """Destroy the keys of all released rounds and empty the free pages. False if it has to be tried again later.

    Twice is harmless.
    """
    return forget_urns(released_among(rounds_with_files()), erase=erase_deleted)


@transaction.atomic
def give_up_urn(*, round: Round, by: User | None) -> int:
    """Delete the sealed answers of a closed round whose key is lost for good. Returns how many."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.state != State.CLOSED or has_key(round):
        raise ValueError("only a closed round without its key is given up")
    forms, _ = SealedAnswer.objects.filter(round=round).delete()
    Slip.objects.filter(round=round).delete()
    record("give_up_urn", subject=round, by=by, forms=forms)
    return forms
