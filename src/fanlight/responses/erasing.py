"""Leaving nothing of an urn on the disk, a team's or an organisation's: its key goes, and what was deleted is emptied.

Each database has its own way of forgetting what was deleted.
"""

import logging
from collections.abc import Callable, Iterable

from django.db import connection

from fanlight.audit.erasing import cut_log, erase_rows_of
from fanlight.responses.models import Comment, SealedAnswer, Slip
from fanlight.surveys.keys import Keyed, destroy_key, forget_key

log = logging.getLogger("fanlight.responses")


def commit_durably() -> None:
    """Let this transaction's commit wait for the disk, whatever the server's setting. (For SQLite: `is_durable`.)"""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit TO on")


def is_durable() -> bool:
    """Whether everything committed so far is on the disk, so that a power cut could not bring the urn back.

    SQLite in WAL mode may commit before the disk has it; a whole checkpoint makes sure, unless somebody is reading.
    """
    return connection.vendor != "sqlite" or cut_log()


def erase_deleted() -> bool:
    """Rewrite what rows were deleted from, so that no page keeps them. False if it has to be tried again later.

    Not inside a transaction: both databases refuse that.
    """
    if connection.vendor == "postgresql":
        return erase_rows_of(SealedAnswer, Slip, Comment)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
    return cut_log()


def may_erase() -> bool:
    """Not inside a transaction, and not while a power cut could bring the urn back."""
    return not connection.in_atomic_block and is_durable()


def is_key_destroyed(round: Keyed) -> bool:
    try:
        destroy_key(round)
    except OSError as problem:
        log.warning(
            "round %s: its key could not be destroyed: %s", round.public_id, problem.strerror or problem
        )
        return False
    return True


def forget_urns(rounds: Iterable[Keyed], *, erase: Callable[[], bool]) -> bool:
    """Destroy the keys of rounds that are over, empty the free pages, and drop the last trace of the keys.

    `erase` empties the pages of all of them at once. False if it has to be tried again later. Twice is harmless.
    """
    rounds = list(rounds)
    if not rounds or not may_erase():
        return False
    done = [round for round in rounds if is_key_destroyed(round)]
    if not done or not erase():
        return False
    for round in done:
        forget_key(round)
    return True
