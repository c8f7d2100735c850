"""The guardians' own record: each line is signed by whoever did it and holds the fingerprint of the line before.

It tells what guardians did, in which week, never what anybody wrote. Nobody can change a line without breaking its
signature, or take one out without breaking the row; the database refuses both as well.
"""

from django.db import transaction
from django.utils import timezone

from fanlight.speakup.access import AtWork
from fanlight.speakup.models import Deed, Desk, database
from fanlight.speakup.queries.record import fingerprint, words_of
from fanlight.speakup.sealing.ledger import week_of

LONGEST_VERB = 40


def note(*, verb: str, by: AtWork, subject: str = "") -> Deed:
    """Put on the guardians' record that `by` did `verb`. Called inside the transaction of the deed."""
    if len(verb) > LONGEST_VERB:
        raise ValueError(f"“{verb}” is longer than the {LONGEST_VERB} letters that every database takes.")
    with transaction.atomic(using=database()):
        desk = Desk.objects.select_for_update().get(pk=by.desk.pk)
        last = Deed.objects.select_related("desk", "guardian").filter(desk=desk).order_by("-number").first()
        deed = Deed(
            desk=desk,
            number=last.number + 1 if last else 1,
            guardian=by.guardian,
            verb=verb,
            subject=subject,
            on=week_of(timezone.localdate()),
            before=fingerprint(last) if last else "",
        )
        deed.signature = by.keys.sign(words_of(deed))
        deed.save(force_insert=True)
    return deed
