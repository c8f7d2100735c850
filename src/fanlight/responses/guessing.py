"""A limit on guessing slips, without keeping anybody's address.

Wrong codes are counted in this process's memory, for each round, by a scrambled address: the scrambling key is made
anew every five minutes, and the counts go with it. Mistyped codes do not count: their check letter gives them away.
"""

import hashlib
import os
import threading
import time
from collections.abc import Callable
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

WINDOW = 300.0  # seconds
MOST_WRONG = (
    200  # from one address in a window, for one round: a hospital may share one, and 31^9 codes are many
)
MOST_ADDRESSES = 10_000  # counted at once; beyond that we forget early, and nobody is locked out


class Guesses:
    """Counts of wrong codes, forgotten in minutes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._begin_anew()

    def _begin_anew(self) -> None:
        self._until = self._clock() + WINDOW
        self._key = os.urandom(32)
        self._wrong: dict[bytes, int] = {}

    def _scrambled(self, address: str) -> bytes:
        if self._clock() >= self._until:
            self._begin_anew()
        return hashlib.blake2b(address.encode(errors="replace"), key=self._key, digest_size=16).digest()

    def are_too_many(self, address: str) -> bool:
        with self._lock:
            return self._wrong.get(self._scrambled(address), 0) >= MOST_WRONG

    def count_wrong(self, address: str) -> None:
        with self._lock:
            if len(self._wrong) >= MOST_ADDRESSES:
                self._begin_anew()
            scrambled = self._scrambled(address)
            self._wrong[scrambled] = self._wrong.get(scrambled, 0) + 1


def address_of(request: HttpRequest) -> str:
    """Where a request seems to come from: known for as long as it is being answered, and written nowhere."""
    if settings.FANLIGHT.behind_proxy:
        return _household(str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rsplit(",", 1)[-1].strip())
    return _household(str(request.META.get("REMOTE_ADDR", "")))


def _household(address: str) -> str:
    """An address as it is; of the newer kind only the half that a household shares, for each has billions."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return address if found.version == 4 else str(ip_network((found, 64), strict=False))


guesses = Guesses()
