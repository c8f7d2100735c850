"""What a guardian left behind who went without handing over. It moves on in two ways, and in no other.

Either whoever keeps their spare key hands it on, or the person themselves, with their code, lets somebody new read it.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction

from fanlight.design.english import listed
from fanlight.speakup.access import AtWork, OpenConcern, concerns_for, hearing_at, in_post
from fanlight.speakup.actions.holding import NotNow, hand_over
from fanlight.speakup.actions.record import note
from fanlight.speakup.actions.renewing import seal_anew
from fanlight.speakup.actions.speaking import NobodyToHear, this_week, wraps_for
from fanlight.speakup.models import Guardian, SpareKey, Wrap, database
from fanlight.speakup.sealing.casefile import Came, CaseFile, Note
from fanlight.speakup.sealing.keys import Keys
from fanlight.speakup.sealing.ledger import By, Entry, Kind, Ledger

CAME_OVER = (
    "The person let you read it, since whoever read it before has gone, or could not open it any more. What was noted "
    "beside it then, and what was promised, could not come along: ask the person."
)


def hand_over_for(*, spare: SpareKey, to: Guardian, by: AtWork) -> int:
    """With the spare key of somebody who has gone: all that they could open, but what names `to`. How many."""
    if spare.holder_id != by.guardian.pk:
        raise NotNow("This spare key is not yours to use.")
    if in_post([spare.guardian]):
        raise NotNow("They are still here. If they lost their passphrase, help them back in.")
    theirs = Keys(by.keys.open(bytes(spare.sealed)))
    with transaction.atomic(using=database()):
        note(verb="took over with a spare key", subject=spare.guardian.public_id, by=by)
        return hand_over(concerns=list(concerns_for(spare.guardian, theirs)), to=to, by=by)


def let_read(*, opened: OpenConcern, to: Iterable[Guardian], names: Iterable[str]) -> OpenConcern:
    """The person lets these read it, of those who listen now. Whoever had its keys before, opens it no longer."""
    asked, chosen = hearing_at(opened.concern.desk), {one.pk for one in to}
    hearing = [one for one in asked if one.pk in chosen and one.public_id not in opened.ledger.kept_out]
    if not hearing:
        raise NobodyToHear("nobody of those who listen may read it")
    others = {one.public_id for one in asked if one not in hearing}
    said = Entry(By.REPORTER, Kind.LET_READ, this_week(), listed(names))
    ledger = opened.ledger.with_entry(said, kept_out=opened.ledger.kept_out | others)
    with transaction.atomic(using=database()):
        Wrap.objects.filter(concern=opened.concern).delete()
        anew = seal_anew(
            opened=replace(opened, ledger=ledger), case=_begun_again(opened.ledger), needs_guardian=True
        )
        Wrap.objects.bulk_create(
            wraps_for(concern=anew.concern, keys=anew.keys, asked=asked, hearing=hearing)
        )
    return replace(anew, keys=replace(anew.keys, case=b""), case=None)


def _begun_again(ledger: Ledger) -> CaseFile:
    """The guardians' side, of what the line itself still says."""
    answered = [entry.week for entry in ledger.entries if entry.by is By.GUARDIAN]
    was_typed = bool(ledger.entries) and ledger.entries[0].by is By.GUARDIAN
    return CaseFile(
        came=Came.PERSON if was_typed else Came.LINE,
        acknowledged=answered[0] if answered else None,
        notes=(Note(CAME_OVER, this_week()),),
    )
