"""Leaving nothing on the disk of rows that were deleted: each database has its own way of forgetting.

Not inside a transaction: both databases refuse that.
"""

from django.db import connection, models


def erase_rows_of(*tables: type[models.Model]) -> bool:
    """Leave nothing of the rows that were deleted from these tables. False if somebody is reading at this moment.

    SQLite has overwritten them already (`secure_delete`), so only its log has to be cut.
    """
    if connection.vendor != "postgresql":
        return cut_log()
    for table in tables:
        _rewrite(table._meta.db_table)
    return True


def cut_log() -> bool:
    """SQLite: move everything from the write-ahead log into the database and cut the log to nothing."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy = cursor.fetchone()[0]
    return not is_busy


def _rewrite(table: str) -> None:
    """A new file for the table, in the order of its random keys: the order in which rows came is gone as well."""
    with connection.cursor() as cursor:
        constraints = connection.introspection.get_constraints(cursor, table)
        index = next(name for name, found in constraints.items() if found["primary_key"])
        quote = connection.ops.quote_name
        cursor.execute(f"CLUSTER {quote(table)} USING {quote(index)}")
