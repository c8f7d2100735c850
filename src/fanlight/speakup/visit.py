"""What somebody with a worry carries from page to page: sealed, inside the page, for an hour. No cookie, no row.

Each page is the answer to a form sent to one and the same address, so the browser's history holds that address alone.
"""

import json
import time
from dataclasses import dataclass, field
from typing import Any

from django.utils.crypto import salted_hmac
from nacl.encoding import URLSafeBase64Encoder
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from fanlight.speakup.sealing.derivation import SALT_LENGTH
from fanlight.speakup.sealing.receipt import Receipt, ReporterKey, read_receipt

LASTS = 60 * 60  # seconds


@dataclass(frozen=True)
class Visit:
    """An opened concern, between two pages: which it is, the reporter's key, and the phrases of this visit."""

    concern_id: int
    key: ReporterKey = field(repr=False)
    last_phrase: str = field(default="", repr=False)
    phrase: str = field(default="", repr=False)
    new_from: int = 0


def _box(purpose: str) -> SecretBox:
    return SecretBox(salted_hmac("fanlight.speakup.visit", purpose, algorithm="sha256").digest())


def _sealed(purpose: str, content: dict[str, Any]) -> str:
    content = {**content, "until": int(time.time()) + LASTS}
    text = json.dumps(content).encode()
    return _box(purpose).encrypt(text.ljust(512), encoder=URLSafeBase64Encoder).decode()


def _read(purpose: str, text: str) -> dict[str, Any] | None:
    try:
        content = json.loads(_box(purpose).decrypt(text.encode(), encoder=URLSafeBase64Encoder))
    except (CryptoError, ValueError, TypeError):
        return None
    return content if content["until"] > time.time() else None


def seal_visit(visit: Visit) -> str:
    return _sealed(
        "visit",
        {
            "concern": visit.concern_id,
            "seed": visit.key.seed.hex(),
            "last": visit.last_phrase,
            "phrase": visit.phrase,
            "new": visit.new_from,
        },
    )


def read_visit(text: str) -> Visit | None:
    """The visit; None if it is not ours, or over."""
    content = _read("visit", text)
    if content is None:
        return None
    key = ReporterKey(bytes.fromhex(content["seed"]))
    return Visit(content["concern"], key, content["last"], content["phrase"], content["new"])


def seal_receipt(receipt: Receipt) -> str:
    """A receipt that is about to be given. Sending the same form twice then keeps one concern."""
    return _sealed("receipt", {"receipt": receipt.text})


def salt_of(sealed_receipt: str) -> bytes:
    """The salt for a concern that is sent with this: the same for one form, be it sent twice at the same moment.

    It needs the site's key, so that a page left open on a device and the database do not tell which concern it was.
    """
    keyed = salted_hmac("fanlight.speakup.salt", sealed_receipt, algorithm="sha256")
    return keyed.digest()[:SALT_LENGTH]


def read_sealed_receipt(text: str) -> Receipt | None:
    content = _read("receipt", text)
    return read_receipt(content["receipt"]) if content else None
