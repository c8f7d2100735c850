"""A guardian's keys: one seed, from which a pair for sealing and a pair for signing are made.

The public halves lie open in the database. The seed lies there under the guardian's passphrase, and nowhere else.
"""

import hashlib
from dataclasses import dataclass, field

from nacl.bindings import crypto_box_SEALBYTES
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey
from nacl.utils import random as random_bytes

from fanlight.speakup.sealing import Unreadable
from fanlight.speakup.sealing.derivation import PASSPHRASE, SALT_LENGTH, Cost, derive

SEED_LENGTH = 32
SEALED_LENGTH = SecretBox.NONCE_SIZE + SecretBox.MACBYTES + SEED_LENGTH
SUM_LENGTH = 16
SEAL_LENGTH = crypto_box_SEALBYTES  # what sealing to a public half adds


class WrongPassphrase(Exception):  # noqa: N818 (it reads as what is wrong)
    """The passphrase does not open these keys."""


def _made_of(seed: bytes, purpose: bytes) -> bytes:
    return hashlib.blake2b(purpose, key=seed, digest_size=32).digest()


@dataclass(frozen=True)
class Keys:
    """A guardian's keys, open. They are held for as long as a request takes."""

    seed: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "Keys":
        return cls(random_bytes(SEED_LENGTH))

    @property
    def _private(self) -> PrivateKey:
        return PrivateKey(_made_of(self.seed, b"fanlight speakup sealing"))

    @property
    def _signing(self) -> SigningKey:
        return SigningKey(_made_of(self.seed, b"fanlight speakup signing"))

    @property
    def public(self) -> bytes:
        """The half to which things are sealed."""
        return bytes(self._private.public_key)

    @property
    def verify(self) -> bytes:
        """The half by which signatures are checked."""
        return bytes(self._signing.verify_key)

    def open(self, sealed: bytes) -> bytes:
        """What was sealed to the public half. Raises Unreadable."""
        try:
            return SealedBox(self._private).decrypt(sealed)
        except (CryptoError, ValueError, TypeError):
            raise Unreadable("not sealed to this key, or damaged") from None

    def sign(self, words: bytes) -> bytes:
        return self._signing.sign(words).signature


def seal_to(public: bytes, content: bytes) -> bytes:
    """The content, readable only with the private half that belongs to `public`."""
    return SealedBox(PublicKey(public)).encrypt(content)


def is_signed(verify: bytes, words: bytes, signature: bytes) -> bool:
    try:
        VerifyKey(verify).verify(words, signature)
    except (BadSignatureError, ValueError, TypeError):
        return False
    return True


@dataclass(frozen=True)
class Locked:
    """A seed under a passphrase, with what is needed to open it: the salt and the cost of one try.

    Behind the sealed seed stands a sum of all three. It hides nothing, and stops nobody who changes it as well: it only
    tells what was damaged from a passphrase that is wrong.
    """

    sealed: bytes
    salt: bytes
    cost: Cost

    @property
    def is_whole(self) -> bool:
        seed, found = self.sealed[:SEALED_LENGTH], self.sealed[SEALED_LENGTH:]
        has_lengths = len(seed) == SEALED_LENGTH and len(self.salt) == SALT_LENGTH
        return has_lengths and found in {b"", _sum_of(seed, self.salt, self.cost)}  # once there was no sum


def _sum_of(sealed: bytes, salt: bytes, cost: Cost) -> bytes:
    written = sealed + salt + f"{cost.passes} {cost.mebibytes}".encode()
    return hashlib.blake2b(written, digest_size=SUM_LENGTH, person=b"speakup locked").digest()


def lock(keys: Keys, passphrase: str, *, cost: Cost | None = None) -> Locked:
    salt, chosen = random_bytes(SALT_LENGTH), cost or PASSPHRASE
    key = derive(_plain(passphrase), salt=salt, cost=chosen)
    sealed = bytes(SecretBox(key).encrypt(keys.seed))
    return Locked(sealed + _sum_of(sealed, salt, chosen), salt, chosen)


def unlock(locked: Locked, passphrase: str) -> Keys:
    """The keys. Raises WrongPassphrase."""
    try:
        key = derive(_plain(passphrase), salt=locked.salt, cost=locked.cost)
        return Keys(SecretBox(key).decrypt(locked.sealed[:SEALED_LENGTH]))
    except (CryptoError, Unreadable):
        raise WrongPassphrase("this passphrase does not open the keys") from None


def _plain(passphrase: str) -> str:
    """Blanks at the ends and doubled between words are slips of the hand, not a choice."""
    return " ".join(passphrase.split())
