"""Padding and sealing: pieces of one length, each bound to its place, so that none can be moved, swapped or cut off.

One concern has two keys. The *line* is shared by the reporter and the guardians; the *case* is the guardians' own.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from nacl.exceptions import CryptoError
from nacl.secret import Aead
from nacl.utils import random as random_bytes

from fanlight.speakup.sealing import Unreadable
from fanlight.speakup.sealing.keys import SEAL_LENGTH, Keys, seal_to

KEY_LENGTH = Aead.KEY_SIZE
PIECE = 16 * 1024
WRAP_LENGTH = SEAL_LENGTH + 2 * KEY_LENGTH
HEAD = 4  # bytes that say how much of a padded content is real


class TooLong(ValueError):  # noqa: N818 (it reads as what is wrong)
    """It does not fit into its envelope."""


@dataclass(frozen=True)
class ConcernKeys:
    """The keys of one concern. `case` is empty on the reporter's side."""

    line: bytes = field(repr=False)
    case: bytes = field(default=b"", repr=False)

    @classmethod
    def new(cls) -> "ConcernKeys":
        return cls(random_bytes(KEY_LENGTH), random_bytes(KEY_LENGTH))


def wrap(keys: ConcernKeys, public: bytes) -> bytes:
    """A concern's keys for one guardian."""
    return seal_to(public, keys.line + keys.case)


def unwrap(wrapped: bytes, own: Keys) -> ConcernKeys:
    """Raises Unreadable."""
    content = own.open(wrapped)
    return ConcernKeys(content[:KEY_LENGTH], content[KEY_LENGTH:])


def blank_wrap() -> bytes:
    """As long as a wrap, and opened by nobody: it stands where a guardian is kept out, so that nobody can see that."""
    return wrap(ConcernKeys.new(), Keys.new().public)


def padded(content: bytes, *, step: int) -> bytes:
    """The content filled up to the next whole number of steps."""
    length = HEAD + len(content)
    return len(content).to_bytes(HEAD, "big") + content + bytes(-length % step)


def unpadded(content: bytes) -> bytes:
    """Raises Unreadable."""
    length = int.from_bytes(content[:HEAD], "big")
    if len(content) < HEAD + length:
        raise Unreadable("cut short")
    return content[HEAD : HEAD + length]


def seal(content: bytes, *, key: bytes, place: str) -> bytes:
    return Aead(key).encrypt(content, place.encode())


def unseal(sealed: bytes, *, key: bytes, place: str) -> bytes:
    """The content, if it was sealed with this key for this very place. Raises Unreadable."""
    try:
        return Aead(key).decrypt(bytes(sealed), place.encode())
    except (CryptoError, ValueError, TypeError):
        raise Unreadable("not sealed for this place, or damaged") from None


def seal_whole(content: bytes, *, key: bytes, place: str) -> bytes:
    """Content that is rewritten in its place: the line's ledger, the case."""
    return seal(padded(content, step=PIECE * pieces_needed(len(content))), key=key, place=place)


def unseal_whole(sealed: bytes, *, key: bytes, place: str) -> bytes:
    return unpadded(unseal(sealed, key=key, place=place))


def _place_of(item: str, number: int, of: int) -> str:
    return f"piece {number} of {of} of {item}"


def pieces_needed(length: int) -> int:
    """A power of two, so that a size is known only within a factor of two: up to 16 kB everything is alike."""
    needed = -(-(HEAD + length) // PIECE)
    return 1 << (needed - 1).bit_length() if needed > 1 else 1


def item_of(content: bytes, *, key: bytes) -> str:
    """A name by which the pieces of a file are bound to each other: the same for the same content under one key."""
    return hashlib.blake2b(content, key=key, digest_size=12, person=b"speakup file").hexdigest()


def seal_pieces(content: bytes, *, key: bytes, item: str) -> list[bytes]:
    count = pieces_needed(len(content))
    filled = padded(content, step=PIECE * count)
    return [
        seal(filled[place * PIECE : (place + 1) * PIECE], key=key, place=_place_of(item, place, count))
        for place in range(count)
    ]


def unseal_pieces(pieces: Sequence[bytes], *, key: bytes, item: str) -> bytes:
    """Raises Unreadable if a piece is missing, changed, another's, or not in its place."""
    count = len(pieces)
    opened = [
        unseal(piece, key=key, place=_place_of(item, place, count)) for place, piece in enumerate(pieces)
    ]
    return unpadded(b"".join(opened))
