"""The receipt: what the reporter keeps. It is split into a part that finds their concern and a secret that opens it.

Two forms with the same use: 26 letters and digits in groups (130 bits), or seven words (about 76 bits). Each guess at
the secret costs a key derivation; docs/explanation/speaking-up-threat-model.md has what that comes to.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from nacl.public import PrivateKey, SealedBox
from nacl.utils import random as random_bytes

from fanlight.speakup.sealing import Unreadable
from fanlight.speakup.sealing.derivation import RECEIPT, SALT_LENGTH, derive

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: nothing that is misread, five bits each
LENGTH, FINDS = 26, 10
WORDS, WORDS_THAT_FIND = 7, 2
SEED_LENGTH = 64
GROUPS = (4, 4, 4, 4, 4, 3, 3)
MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1", "u": "v"})
# Words that somebody who is afraid should not find on their card.
_UNKIND = """
abuse accident accuse addict alarm alcohol anger angry arrest attack bomb cruel damage danger death defense deny dirt
enemy escape evil evidence exile expose fatal fault fear gun guilt hazard hurt illegal jail judge kill lawsuit loser
nasty naked orphan pain panic police poison poverty prison punish rifle risk sad scare shock sick slave suffer
suspect tragic trouble ugly venom victim violin weapon witness wrong
"""
UNKIND = frozenset(_UNKIND.split())


class NotAReceipt(ValueError):  # noqa: N818 (it reads as what is wrong)
    """What was typed has not the form of a receipt. The message says what is expected."""


@cache
def words() -> tuple[str, ...]:
    """The words that a receipt may be made of; each can be told by its first four letters."""
    from mnemonic import Mnemonic

    return tuple(word for word in Mnemonic("english").wordlist if word not in UNKIND)


@cache
def _by_beginning() -> dict[str, str]:
    return {word[:4]: word for word in words()}


@dataclass(frozen=True)
class Receipt:
    """A receipt as somebody may write it, without blanks and capitals."""

    parts: tuple[str, ...] = field(repr=False)  # single letters, or words

    @property
    def is_words(self) -> bool:
        return len(self.parts) == WORDS

    @property
    def text(self) -> str:
        """As it is shown, printed and typed back."""
        if self.is_words:
            return " ".join(self.parts)
        letters, groups = "".join(self.parts).upper(), []
        for length in GROUPS:
            groups.append(letters[:length])
            letters = letters[length:]
        return " ".join(groups)

    @property
    def lookup(self) -> bytes:
        """A fingerprint of the part that finds the concern. It opens nothing."""
        finding = self.parts[: WORDS_THAT_FIND if self.is_words else FINDS]
        return hashlib.blake2b("-".join(finding).encode(), digest_size=16, person=b"speakup lookup").digest()

    @property
    def secret(self) -> str:
        return "-".join(self.parts[WORDS_THAT_FIND if self.is_words else FINDS :])


def new_receipt(*, in_words: bool = False) -> Receipt:
    return receipt_of(random_bytes(SEED_LENGTH), in_words=in_words)


def receipt_of(seed: bytes, *, in_words: bool = False) -> Receipt:
    """The receipt that is made of a random seed. It is so long that each word is as likely as any other."""
    number, choices, parts = int.from_bytes(seed, "big"), words() if in_words else LETTERS, []
    for _ in range(WORDS if in_words else LENGTH):
        number, place = divmod(number, len(choices))
        parts.append(choices[place])
    return Receipt(tuple(parts))


def read_receipt(text: str) -> Receipt:
    """A receipt as somebody typed it: in capitals or not, with or without blanks and hyphens. Raises NotAReceipt."""
    found = text.lower().replace("-", " ").split()
    joined = "".join(found)
    # Words first: seven short ones may have 26 letters together, but 26 letters at random are never seven words.
    if len(found) == WORDS and (whole := _each(found, _word)):
        return Receipt(whole)
    if len(joined) == LENGTH and (letters := _each(joined.translate(MISREAD), _letter)):
        return Receipt(letters)
    raise NotAReceipt("A code has 26 letters and digits, or seven words. Look again at each group.")


def _each(parts: str | list[str], read: Callable[[str], str | None]) -> tuple[str, ...] | None:
    found = [one for part in parts if (one := read(part))]
    return tuple(found) if len(found) == len(parts) else None


def _letter(letter: str) -> str | None:
    return letter if letter in LETTERS else None


def _word(word: str) -> str | None:
    """A word by its first four letters, which are different for each."""
    return _by_beginning().get(word[:4])


@dataclass(frozen=True)
class ReporterKey:
    """The reporter's side: a key pair made of the receipt's secret and the concern's own salt."""

    seed: bytes = field(repr=False)

    @classmethod
    def of(cls, receipt: Receipt, salt: bytes) -> "ReporterKey":
        return cls(derive(receipt.secret, salt=salt, cost=RECEIPT))

    @property
    def public(self) -> bytes:
        return bytes(PrivateKey(self.seed).public_key)

    def open(self, sealed: bytes) -> bytes:
        """What was sealed for the reporter. Raises Unreadable."""
        try:
            return SealedBox(PrivateKey(self.seed)).decrypt(sealed)
        except Exception:
            raise Unreadable("not sealed for this receipt, or damaged") from None


def new_salt() -> bytes:
    return random_bytes(SALT_LENGTH)


_CALM = """
quiet warm green early gentle silver mild bright slow golden clear soft blue round light amber fresh still morning
evening sunny white small tall deep rosy fine long open kind
"""
_THINGS = """
harbour meadow lamp window river garden pear stone bridge field kettle lantern orchard valley bell cloud thicket spring
hill island path tower feather willow pebble robin bench acorn ribbon candle blanket teapot ladder heron barn clover
copper daisy fern gate hedge ivy jetty lark maple moss otter poppy quilt reed sail thrush wren
"""


def new_phrase() -> str:
    """Two calm words by which somebody knows their last visit again. They open nothing."""
    return f"{secrets.choice(_CALM.split())} {secrets.choice(_THINGS.split())}"
