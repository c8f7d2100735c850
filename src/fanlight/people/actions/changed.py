"""Two people at once: nobody's words are lost."""

from collections.abc import Iterable, Mapping
from typing import Any
from zlib import crc32

from django.db import models

from fanlight.people.actions.refused import Refused

WORDS = "Somebody saved this while you were writing. Nothing is lost: look at both, then send again."


class Changed(Refused):
    """The row is not what the writer saw any more. Carries what it says now, to be shown beside what they wrote."""

    def __init__(self, *, version: int, now: Mapping[str, object]) -> None:
        super().__init__(WORDS)
        self.version = version
        self.now = now


def version_of(*, row: object, fields: Iterable[str]) -> int:
    """Which words stand in these fields: as the row counts them, or, of a row that does not, a sum of the words."""
    own: int | None = getattr(row, "version", None)
    return crc32(repr([str(getattr(row, name)) for name in sorted(fields)]).encode()) if own is None else own


def refuse_if_changed(*, row: object, version: int, fields: tuple[str, ...]) -> None:
    """Raise `Changed` if the row has another version than the one that was seen. The row is locked by the caller."""
    current = version_of(row=row, fields=fields)
    if current != version:
        raise Changed(version=current, now={name: getattr(row, name) for name in fields})


def reword(*, row: models.Model, version: int, **said: Any) -> bool:
    """Put these words in a row that counts no versions. Sent twice they stand there already: False. Raises `Changed`.

    The row is locked by the caller.
    """
    if all(getattr(row, name) == words for name, words in said.items()):
        return False
    refuse_if_changed(row=row, version=version, fields=tuple(said))
    for name, words in said.items():
        setattr(row, name, words)
    row.save(update_fields=list(said))
    return True
