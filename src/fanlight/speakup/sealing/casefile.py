"""What guardians keep beside a concern, sealed to them alone: neither the person nor anybody else sees it."""

import json
import secrets
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from fanlight.speakup.sealing import Unreadable


class Came(StrEnum):
    """How a concern reached the guardian."""

    LINE = "line"
    PERSON = "person"
    TELEPHONE = "telephone"
    LETTER = "letter"


# How guardians have been asked to count who speaks up. Dated like the categories: as of April 2024, to be checked again
# by March 2027.
GROUPS = {
    "nurses": "Registered nurses and midwives",
    "assistants": "Healthcare assistants and support workers",
    "doctors": "Doctors and dentists",
    "allied": "Allied health professionals",
    "ambulance": "Ambulance crews",
    "pharmacy": "Pharmacists and pharmacy staff",
    "scientists": "Scientists and technicians",
    "social-care": "Social care staff",
    "administration": "Administration and clerical staff",
    "estates": "Cleaning, catering, porters, estates",
    "corporate": "Corporate services",
    "students": "Students and learners",
    "volunteers": "Volunteers",
    "other": "Somebody else",
    "unknown": "Not known",
}


@dataclass(frozen=True)
class Consent:
    """What the person said may be shared: with whom, and for what."""

    recipient: str
    purpose: str
    week: date
    is_given: bool


@dataclass(frozen=True)
class Share:
    """A part that was handed to somebody, under a consent."""

    recipient: str
    purpose: str
    words: str = field(repr=False)
    week: date = date.min


@dataclass(frozen=True)
class Action:
    """Something that somebody promised to do."""

    what: str
    owner: str
    due: date
    is_done: bool = False


@dataclass(frozen=True)
class Note:
    """A guardian's own note."""

    words: str = field(repr=False)
    week: date = date.min


def new_mark() -> str:
    return secrets.token_hex(6)


@dataclass(frozen=True)
class CaseFile:
    """One case. It is replaced, never edited in place."""

    came: Came = Came.LINE
    mark: str = field(
        default_factory=new_mark
    )  # what the guardians' record calls it: nobody else can tell whose it is
    categories: frozenset[str] = frozenset()
    group: str = "unknown"
    theme: str = field(default="", repr=False)
    acknowledged: date | None = None
    closed: date | None = None
    learning: str = field(default="", repr=False)
    consents: tuple[Consent, ...] = ()
    shares: tuple[Share, ...] = ()
    actions: tuple[Action, ...] = ()
    notes: tuple[Note, ...] = ()
    checked: frozenset[int] = frozenset()  # months at which a guardian has asked after detriment

    def with_more(self, **more: Any) -> "CaseFile":
        """The case with one more of something: `consents=…`, `shares=…`, `actions=…`, `notes=…`."""
        longer: dict[str, Any] = {name: (*getattr(self, name), one) for name, one in more.items()}
        return replace(self, **longer)

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), default=_plain, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "CaseFile":
        """Raises Unreadable."""
        try:
            given = json.loads(content)
            lists = {
                "consents": tuple(Consent(**_dated(one, "week")) for one in given["consents"]),
                "shares": tuple(Share(**_dated(one, "week")) for one in given["shares"]),
                "actions": tuple(Action(**_dated(one, "due")) for one in given["actions"]),
                "notes": tuple(Note(**_dated(one, "week")) for one in given["notes"]),
            }
            sets = {name: frozenset(given[name]) for name in ("categories", "checked")}
            return cls(
                **{**_dated(given, "acknowledged", "closed"), **lists, **sets, "came": Came(given["came"])}
            )
        except (ValueError, KeyError, TypeError):
            raise Unreadable("no case of ours") from None


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else str(value)


def _dated(given: dict[str, Any], *names: str) -> dict[str, Any]:
    dates = {name: date.fromisoformat(given[name]) if given[name] else None for name in names}
    return {**given, **dates}
