"""Two people at once: nobody's words are lost."""

from collections.abc import Mapping

from django.db import models

from fanlight.people.actions.refused import Refused

WORDS = "Somebody saved this while you were writing. Nothing is lost: look at both, then send again."


class Changed(Refused):
    """The row is not what the writer saw any more. Carries what it says now, to be shown beside what they wrote."""

    def __init__(self, *, version: int, now: Mapping[str, object]) -> None:
        super().__init__(WORDS)
        self.version = version
        self.now = now


def refuse_if_changed(*, row: models.Model, version: int, fields: tuple[str, ...]) -> None:
    """Raise `Changed` if the row has another version than the one that was seen. The row is locked by the caller."""
    current: int = row.version  # type: ignore[attr-defined]
    if current != version:
        raise Changed(version=current, now={name: getattr(row, name) for name in fields})
