"""From what somebody remembers to a key: Argon2id, slow on purpose, and never too many at once."""

import threading
from dataclasses import dataclass

from nacl.pwhash import argon2id

from fanlight.speakup.sealing import Unreadable

SALT_LENGTH = argon2id.SALTBYTES
KEY_LENGTH = 32
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Cost:
    """How much work one guess is: passes over so many mebibytes of memory."""

    passes: int
    mebibytes: int


# A receipt is random, so a guess needs to be dear, not very dear. A passphrase is somebody's own choice.
RECEIPT = Cost(passes=2, mebibytes=64)
PASSPHRASE = Cost(passes=3, mebibytes=128)

# Each derivation holds its memory while it runs. Two at a time in each process: however many knock, memory is bounded.
AT_ONCE = 2
_places = threading.BoundedSemaphore(AT_ONCE)


def derive(secret: str, *, salt: bytes, cost: Cost) -> bytes:
    """The key that belongs to a secret and a salt. Waits for its turn. Raises Unreadable."""
    if len(salt) != SALT_LENGTH:
        raise Unreadable("the salt was changed")
    with _places:
        return argon2id.kdf(
            KEY_LENGTH, secret.encode(), salt, opslimit=cost.passes, memlimit=cost.mebibytes * MEBIBYTE
        )
