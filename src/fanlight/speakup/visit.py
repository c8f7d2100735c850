"""What somebody with a worry carries from page to page: sealed, inside the page, for an hour. No cookie, no row.

Each page is the answer to a form sent to one and the same address, so the browser's history holds that address alone.
"""

import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from django.utils.crypto import salted_hmac
from nacl.encoding import URLSafeBase64Encoder
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from fanlight.speakup.sealing.derivation import SALT_LENGTH
from fanlight.speakup.sealing.receipt import Receipt, ReporterKey, read_receipt, receipt_of

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


def begun(text: str = "") -> str:
    """The mark of one writing, sealed for another hour; a new mark if there is none yet, or if its hour is over.

    It is there from the first page on, since a browser that goes back asks for the next page anew.
    """
    content = _read("begun", text) or {"mark": secrets.token_hex(16)}
    return _sealed("begun", {"mark": content["mark"]})


def code_for(sealed_mark: str, *said: str, in_words: bool = False) -> tuple[Receipt, bytes] | None:
    """The code of what is said in one writing, and the salt of its concern. None once its hour is over.

    The same said again has the same, so that it is kept once, be it sent twice at the same moment. Other words have
    others: on a shared computer the next person may have gone back to this writing, and says what is theirs.
    Both need the site's key and the mark, which is kept nowhere: neither a page left open on a device nor the
    database tells which concern was sent from it.
    """
    content = _read("begun", sealed_mark)
    if content is None:
        return None
    text = json.dumps([content["mark"], *(" ".join(words.split()) for words in said)])
    seed, salt = (
        salted_hmac(f"fanlight.speakup.{purpose}", text, algorithm="sha512").digest()
        for purpose in ("receipt", "salt")
    )
    return receipt_of(seed, in_words=in_words), salt[:SALT_LENGTH]


def seal_receipt(receipt: Receipt) -> str:
    """A receipt that was given, to be compared with what is typed back."""
    return _sealed("receipt", {"receipt": receipt.text})


def read_sealed_receipt(text: str) -> Receipt | None:
    content = _read("receipt", text)
    return read_receipt(content["receipt"]) if content else None
