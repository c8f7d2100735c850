"""The sealed urn: what is put in while a round is open can be read only when it closes.

An answer is sealed on arrival to the round's public key, padded to one length, so that neither its content nor its
size tells anything. The private half lies in the secrets folder (`surveys.keys`), outside the database and its backups.
"""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.utils import random as random_bytes

from fanlight.surveys.keys import Keyed

PADDED_LENGTH = 8192  # bytes: four hundred answers and the longest comment fit


class TooLong(Exception):  # noqa: N818 (it reads as what is wrong)
    """The answers do not fit into the urn's one length."""


class Unreadable(Exception):  # noqa: N818 (it reads as what it is)
    """This was not sealed to the round's key, or it was damaged since."""


def new_ballot() -> str:
    """A random number for one filling-in of the form. It travels inside the seal and is thrown away at opening."""
    return secrets.token_hex(16)


@dataclass(frozen=True)
class Form:
    """What one person sends: an answer code for each item they answered, and a comment if they wrote one.

    The same form sent twice carries the same `ballot`, and counts once; of two editions the later counts.
    """

    codes: Mapping[str, int]
    comment: str = ""
    ballot: str = field(default_factory=new_ballot)
    edition: int = 0

    def __repr__(self) -> str:
        return f"Form({len(self.codes)} items)"


def _padded(content: bytes) -> bytes:
    if len(content) + 4 > PADDED_LENGTH:
        raise TooLong(f"a form may take {PADDED_LENGTH - 4} bytes, this one takes {len(content)}")
    return len(content).to_bytes(4, "big") + content + random_bytes(PADDED_LENGTH - 4 - len(content))


def _unpadded(content: bytes) -> bytes:
    length = int.from_bytes(content[:4], "big")
    return content[4 : 4 + length]


def seal(form: Form, *, round: Keyed) -> bytes:
    """The form, readable only with the private half of the round's key. Raises TooLong."""
    content = {
        "codes": dict(form.codes),
        "comment": form.comment,
        "ballot": form.ballot,
        "edition": form.edition,
    }
    text = json.dumps(content, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    box = SealedBox(PublicKey(bytes.fromhex(round.public_key)))
    return box.encrypt(_padded(text.encode()))


def unseal(sealed: bytes | memoryview, *, key: PrivateKey) -> Form:
    """What was sealed. Raises Unreadable."""
    try:
        content = json.loads(_unpadded(SealedBox(key).decrypt(bytes(sealed))))
        return Form(
            codes={str(item): int(code) for item, code in content["codes"].items()},
            comment=str(content["comment"]),
            ballot=str(content["ballot"]),
            edition=int(content["edition"]),
        )
    except (CryptoError, ValueError, KeyError, TypeError, AttributeError):
        raise Unreadable("not sealed to this round’s key, or damaged") from None


def each_once(forms: Iterable[Form]) -> list[Form]:
    """The forms without their doubles: of those with one ballot, the latest edition."""
    latest: dict[str, Form] = {}
    for form in forms:
        if form.ballot not in latest or latest[form.ballot].edition < form.edition:
            latest[form.ballot] = form
    return list(latest.values())
