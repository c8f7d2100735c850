"""A lost passphrase: a second key holder, by the guardian's own choice, can bring the same keys back under a new one.

The holder could read what the guardian can. The page that people read before they write says so.
"""

from django.db import transaction
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from fanlight.speakup.access import AtWork
from fanlight.speakup.actions.holding import NotNow, put_keys
from fanlight.speakup.actions.record import note
from fanlight.speakup.models import Guardian, OpenDoor, SpareKey, database
from fanlight.speakup.sealing.derivation import RECEIPT, derive
from fanlight.speakup.sealing.keys import Keys, seal_to
from fanlight.speakup.sealing.receipt import Receipt, new_receipt, new_salt


class WrongCode(Exception):  # noqa: N818 (it reads as what is wrong)
    """The code does not bring any keys back."""


def give_spare(*, holder: Guardian, by: AtWork) -> None:
    """From now on `holder` can help this guardian back in."""
    if (
        not holder.is_let_in
        or holder.left_on
        or holder.pk == by.guardian.pk
        or holder.desk_id != by.guardian.desk_id
    ):
        raise NotNow("Choose somebody else at this desk who was let in.")
    with transaction.atomic(using=database()):
        sealed = seal_to(bytes(holder.public_key), by.keys.seed)
        SpareKey.objects.filter(guardian=by.guardian).delete()
        SpareKey.objects.create(guardian=by.guardian, holder=holder, sealed=sealed)
        note(verb="gave a spare key", subject=holder.public_id, by=by)


def take_spare_back(*, by: AtWork) -> None:
    with transaction.atomic(using=database()):
        if SpareKey.objects.filter(guardian=by.guardian).delete()[0]:
            note(verb="took the spare key back", by=by)


def help_back(*, spare: SpareKey, by: AtWork) -> Receipt:
    """A code for somebody who has lost their passphrase. It works once; the holder tells them in person."""
    if spare.holder_id != by.guardian.pk:
        raise NotNow("This spare key is not yours to use.")
    code, salt = new_receipt(), new_salt()
    seed = by.keys.open(bytes(spare.sealed))
    with transaction.atomic(using=database()):
        spare.under_code = SecretBox(derive(code.secret, salt=salt, cost=RECEIPT)).encrypt(seed)
        spare.salt = salt
        spare.save()
        note(verb="made a code to help somebody back", subject=spare.guardian.public_id, by=by)
    return code


def come_back(*, guardian: Guardian, code: Receipt, passphrase: str) -> AtWork:
    """The same keys under a new passphrase. Raises WrongCode."""
    with transaction.atomic(using=database()):
        spare = SpareKey.objects.select_for_update().filter(guardian=guardian).exclude(under_code=b"").first()
        if spare is None:
            raise WrongCode("nobody has made a code for you")
        try:
            key = derive(code.secret, salt=bytes(spare.salt), cost=RECEIPT)
            keys = Keys(SecretBox(key).decrypt(bytes(spare.under_code)))
        except CryptoError:
            raise WrongCode("this is not the code") from None
        put_keys(guardian=guardian, keys=keys, passphrase=passphrase)
        guardian.save()
        OpenDoor.objects.filter(guardian=guardian).delete()
        spare.under_code, spare.salt = b"", b""
        spare.save()
        at_work = AtWork(guardian, keys)
        note(verb="came back with a code", by=at_work)
    return at_work
