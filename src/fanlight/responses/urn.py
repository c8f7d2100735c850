"""The sealed urn: what is put in while a round is open can be read only when it closes.

An answer is sealed on arrival to the round's public key, padded to one length, so that neither its content nor its
size tells anything. The private half lies in the secrets folder (`surveys.keys`), outside the database and its backups.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.utils import random as random_bytes

from fanlight.surveys.models import Round

PADDED_LENGTH = 2048  # bytes; a form of sixty items takes about 700


class TooLong(Exception):  # noqa: N818 (it reads as what is wrong)
    """The answers do not fit into the urn's one length."""


@dataclass(frozen=True)
class Form:
    """What one person sends: an answer code for each item they answered."""

    codes: Mapping[str, int]

    def __repr__(self) -> str:
        return f"Form({len(self.codes)} items)"


def _padded(content: bytes) -> bytes:
    if len(content) + 4 > PADDED_LENGTH:
        raise TooLong(f"a form may take {PADDED_LENGTH - 4} bytes, this one takes {len(content)}")
    return len(content).to_bytes(4, "big") + content + random_bytes(PADDED_LENGTH - 4 - len(content))


def _unpadded(content: bytes) -> bytes:
    length = int.from_bytes(content[:4], "big")
    return content[4 : 4 + length]


def seal(form: Form, *, round: Round) -> bytes:
    content = json.dumps({"codes": dict(form.codes)}, separators=(",", ":"), sort_keys=True).encode()
    box = SealedBox(PublicKey(bytes.fromhex(round.public_key)))
    return box.encrypt(_padded(content))


def unseal(sealed: bytes | memoryview, *, key: PrivateKey) -> Form:
    content = json.loads(_unpadded(SealedBox(key).decrypt(bytes(sealed))))
    return Form(codes=content["codes"])
