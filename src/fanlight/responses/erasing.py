"""Leaving nothing of the urn on the disk: each database has its own way of forgetting what was deleted."""

from django.db import connection, models

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
    return connection.vendor != "sqlite" or _checkpoint()


def erase_deleted() -> bool:
    """Rewrite what rows were deleted from, so that no page keeps them. False if it has to be tried again later.

    Not inside a transaction: both databases refuse that.
    """
    if connection.vendor == "postgresql":
        return erase_rows_of(SealedAnswer, Slip, Comment)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
    return _checkpoint()


def erase_rows_of(*tables: type[models.Model]) -> bool:
    """Leave nothing of the rows that were deleted from these tables. False if somebody is reading at this moment.

    SQLite has overwritten them already (`secure_delete`), so only its log has to be cut. Not inside a transaction.
    """
    if connection.vendor != "postgresql":
        return _checkpoint()
    for table in tables:
        _rewrite(table._meta.db_table)
    return True


def _rewrite(table: str) -> None:
    """A new file for the table, in the order of its random keys: the order in which rows came is gone as well."""
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, table)
        index = next(name for name, found in constraints.items() if found["primary_key"])
        quote = connection.ops.quote_name
        cursor.execute(f"CLUSTER {quote(table)} USING {quote(index)}")


def _checkpoint() -> bool:
    """Move everything from the write-ahead log into the database and cut the log to nothing."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy = cursor.fetchone()[0]
    return not is_busy
