"""What one concern's line says: every message in order, in one sealed whole, so that none can be left out or swapped.

It knows weeks and never days. Files lie in pieces elsewhere; only the ledger knows which pieces are whose.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from fanlight.speakup.sealing import Unreadable


class Way(StrEnum):
    """How the person wants to be known."""

    OPEN = "open"
    CONFIDENTIAL = "confidential"
    ANONYMOUS = "anonymous"


class By(StrEnum):
    """Whose side an entry is from."""

    REPORTER = "reporter"
    GUARDIAN = "guardian"


class Kind(StrEnum):
    """What an entry of the line is."""

    CONCERN = "concern"
    MESSAGE = "message"
    FILE = "file"
    WAY = "way"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    CHECK_IN = "check-in"
    FEEDBACK = "feedback"
    LET_READ = "let-read"


class Standing(StrEnum):
    """Where a concern stands."""

    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class File:
    """A file that came with the line: its name, its real length, and where its pieces lie, if it has any yet."""

    name: str
    size: int
    pieces: tuple[int, ...]
    item: str


@dataclass(frozen=True)
class Entry:
    """One thing that was said or done on the line."""

    by: By
    kind: Kind
    week: date
    words: str = field(default="", repr=False)
    file: File | None = None


@dataclass(frozen=True)
class Ledger:
    """The whole line. It is replaced, never edited in place."""

    way: Way
    entries: tuple[Entry, ...] = ()
    seen: int = 0  # so many entries the reporter has been shown
    phrase: str = field(default="", repr=False)  # what the reporter was told at their last visit
    name: str = field(default="", repr=False)  # how the person wants to be called or reached, if they said
    kept_out: frozenset[str] = frozenset()  # guardians whom the concern names: never opened to them
    standing: Standing = Standing.OPEN
    would_again: str = ""  # "Given your experience, would you speak up again?"
    checked_in: frozenset[int] = frozenset()  # months after which the reporter has said how it goes
    harmed: frozenset[int] = frozenset()  # of those, the ones at which they were treated badly

    def with_entry(self, *more: Entry, **changes: Any) -> "Ledger":
        """With what was said now. If the line ends with the very same, a form was sent twice, and it stays once."""
        is_said = bool(more) and list(map(_as_said, self.entries[-len(more) :])) == list(map(_as_said, more))
        return replace(self, entries=self.entries if is_said else (*self.entries, *more), **changes)

    @property
    def files(self) -> tuple[File, ...]:
        return tuple(entry.file for entry in self.entries if entry.file)

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), default=_plain, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Ledger":
        """Raises Unreadable."""
        try:
            given = json.loads(content)
            return cls(
                **{
                    **given,
                    "way": Way(given["way"]),
                    "standing": Standing(given["standing"]),
                    "entries": tuple(_entry(one) for one in given["entries"]),
                    "kept_out": frozenset(given["kept_out"]),
                    "checked_in": frozenset(given["checked_in"]),
                    "harmed": frozenset(given["harmed"]),
                }
            )
        except (ValueError, KeyError, TypeError):
            raise Unreadable("no line of ours") from None


def _as_said(entry: Entry) -> Entry:
    """Without where the pieces of its file lie, which is another place each time. What the file holds counts."""
    return replace(entry, file=replace(entry.file, pieces=())) if entry.file else entry


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def _entry(given: dict[str, Any]) -> Entry:
    file = given["file"]
    return Entry(
        by=By(given["by"]),
        kind=Kind(given["kind"]),
        week=date.fromisoformat(given["week"]),
        words=given["words"],
        file=File(**{**file, "pieces": tuple(file["pieces"])}) if file else None,
    )


def week_of(day: date) -> date:
    """The Monday of its week: nothing here knows more of time.

    >>> week_of(date(2026, 11, 26))
    datetime.date(2026, 11, 23)
    """
    return day - timedelta(days=day.weekday())


CHECK_INS = {
    3: 13,
    6: 26,
    12: 52,
}  # after so many months, in weeks, we ask whether they were treated badly since


def check_in_due(came: date, today: date, done: frozenset[int]) -> int:
    """The months after which it is time to ask again; 0 if it is not. What was missed is not asked twice over.

    >>> check_in_due(date(2026, 8, 24), date(2026, 11, 26), frozenset())
    3
    >>> check_in_due(date(2026, 8, 24), date(2026, 11, 26), frozenset({3}))
    0
    """
    due = [months for months, weeks in CHECK_INS.items() if today >= came + timedelta(weeks=weeks)]
    return due[-1] if due and due[-1] not in done else 0
