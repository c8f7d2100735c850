"""Leaving nothing of the urn on the disk: each database has its own way of forgetting what was deleted."""

from django.db import connection

from fanlight.audit.erasing import cut_log, erase_rows_of
from fanlight.responses.models import Comment, SealedAnswer, Slip


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
