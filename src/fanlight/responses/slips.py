"""The codes on slips: what they look like, and the fingerprint that is kept of them.

A code has nine random characters and one that checks them, so that a slip of the finger is told apart from a guess:
31^9 is about 26 million million. Only a keyed digest is stored; the key is not in the database.
"""

import secrets

from django.utils.crypto import salted_hmac

from fanlight.audit.fields import ALPHABET
from fanlight.surveys.models import Round

RANDOM = 9
LENGTH = RANDOM + 1


def new_code() -> str:
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM))
    return drawn + _check(drawn)


def read_code(typed: str) -> str | None:
    """The code that was typed, whatever its hyphens and capitals; None if it cannot be one of ours.

    >>> read_code("22222-22222") == read_code("2222222222") == "2222222222"
    True
    >>> read_code("22222-22223") is None
    True
    """
    code = "".join(letter for letter in typed.lower() if letter.isalnum())
    if len(code) != LENGTH or not set(code) <= set(ALPHABET) or _check(code[:-1]) != code[-1]:
        return None
    return code


def shown(code: str) -> str:
    """The code as it is printed, in two halves."""
    return f"{code[:5]}-{code[5:]}"


def digest(code: str, *, round: Round) -> str:
    return salted_hmac("fanlight.responses.slip", f"{round.public_id}:{code}", algorithm="sha256").hexdigest()


def _check(drawn: str) -> str:
    """Weighted, modulo a prime: one wrong character, or two that changed places, never pass."""
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(drawn, start=1))
    return ALPHABET[total % len(ALPHABET)]
