"""Reading the guardians' record, and seeing whether it is whole."""

import hashlib

from fanlight.speakup.models import Deed, Guardian
from fanlight.speakup.sealing.keys import is_signed


def words_of(deed: Deed) -> bytes:
    """What is signed."""
    parts = (
        deed.desk.public_id,
        deed.number,
        deed.guardian.public_id,
        deed.verb,
        deed.subject,
        deed.on,
        deed.before,
    )
    return "\n".join(map(str, parts)).encode()


def fingerprint(deed: Deed) -> str:
    return hashlib.sha256(words_of(deed) + bytes(deed.signature)).hexdigest()


def _is_signed_by(guardian: Guardian, deed: Deed) -> bool:
    old = bytes(guardian.old_verify_keys)
    keys = [bytes(guardian.verify_key), *(old[start : start + 32] for start in range(0, len(old), 32))]
    return any(is_signed(key, words_of(deed), bytes(deed.signature)) for key in keys)


def first_broken(deeds: list[Deed]) -> int:
    """The number of the first line that does not hold; 0 if the record is whole."""
    before = ""
    for number, deed in enumerate(deeds, start=1):
        holds = deed.number == number and deed.before == before
        if not holds or not _is_signed_by(deed.guardian, deed):
            return number
        before = fingerprint(deed)
    return 0
