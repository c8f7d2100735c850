"""Laying rows anew in the order of their random numbers, so that files do not tell in which order they came."""

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from fanlight.speakup.models import Concern, Piece, Wrap, database

TABLES = (Concern, Wrap, Piece)  # a wrap points at its concern, so concerns come first


def tidy_order() -> bool:
    """Twice is harmless. False if it has to be tried again later, because somebody was reading."""
    connection = connections[database()]
    if connection.vendor == "postgresql":
        with transaction.atomic(using=database()), connection.cursor() as cursor:
            _lay_anew(cursor)
        return True
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return not cursor.fetchone()[0]


def _lay_anew(cursor: CursorWrapper) -> None:
    """New files for the tables: rows, their transaction numbers and their long values, all in the order of the keys."""
    names = [model._meta.db_table for model in TABLES]
    for name in names:
        cursor.execute(f"CREATE TEMP TABLE laid_{name} ON COMMIT DROP AS TABLE {name}")
    cursor.execute(f"TRUNCATE {', '.join(names)}")
    for name in names:
        cursor.execute(f"INSERT INTO {name} SELECT * FROM laid_{name} ORDER BY id")  # noqa: S608 (our own tables)
