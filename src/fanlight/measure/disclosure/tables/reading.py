"""A published table as a file says it, ours or made by hand: each field checked, and named if it is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fanlight.measure.disclosure.group import CountsDisagree
from fanlight.measure.disclosure.policy import FLOOR
from fanlight.measure.disclosure.tables.system import BOUNDLESS
from fanlight.measure.disclosure.tables.table import MOST_COUNT, Key

SMALL = {"too-few", "primary"}
NOT_SMALL = {"would-reveal-another", "secondary"}


@dataclass(frozen=True)
class Said:
    """What a file says of itself. `minimum`: `None` if it promises none. `names`: none if it names no dimension."""

    names: tuple[str, ...]
    separators: Mapping[str, str]
    total: str | None
    minimum: int | None
    is_full: bool

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> "Said":
        about, policy = _part(document, "table"), _part(document, "policy")
        names, separators = about.get("dimensions") or [], about.get("hierarchies") or {}
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise CountsDisagree("table.dimensions is not a list of names")
        if not isinstance(separators, dict) or not all(
            isinstance(each, str) and each for each in separators.values()
        ):
            raise CountsDisagree('table.hierarchies is not like {"team": "/"}')
        total = about.get("total")
        if total is not None and not isinstance(total, str):
            raise CountsDisagree("table.total is not a label")
        minimum, is_full = _promise(policy)
        return cls(tuple(names), separators, total, minimum, is_full)


def _part(document: Mapping[str, Any], name: str) -> dict[str, Any]:
    part = document.get(name)
    if part is not None and not isinstance(part, dict):
        raise CountsDisagree(f"`{name}` is not an object with fields of its own")
    return part or {}


def _promise(policy: Mapping[str, Any]) -> tuple[int | None, bool]:
    """The minimum, and whether full ambiguity is promised. A promise that cannot be read is no promise kept."""
    minimum, protection = policy.get("minimum"), policy.get("protection")
    if minimum is not None and not _is_count(minimum):
        raise CountsDisagree("policy.minimum is not a whole number")
    if minimum is not None and minimum < FLOOR:
        raise CountsDisagree(
            f"policy.minimum: {minimum} is below the floor of {FLOOR} "
            "(leave `policy` out to attack what is published without a promise)"
        )
    if protection not in (None, "full") and not (_is_count(protection) and protection > 0):
        raise CountsDisagree('policy.protection is neither "full" nor a whole number from 1 up')
    if protection == "full" and minimum is None:
        raise CountsDisagree("policy.protection is full, but policy.minimum does not say of what")
    return minimum, protection == "full"


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_COUNT


@dataclass(frozen=True)
class Cell:
    """One cell of a file. `value`: also of a withheld cell, if somebody left it in: then it is published."""

    number: int
    labels: Mapping[str, str]
    is_shown: bool
    value: int | None
    reason: str

    @classmethod
    def read(cls, number: int, each: Any) -> "Cell":
        labels = _labels(number, each)
        status, value, reason = each.get("status"), each.get("value"), each.get("reason")
        if status not in ("shown", "withheld"):
            raise CountsDisagree(f"cell {number}: its status is neither shown nor withheld")
        if not _is_count(value) and (status == "shown" or value is not None):
            raise CountsDisagree(
                f"cell {number}: it is {status}, but its value is not a whole number from 0 up "
                f"(at most {MOST_COUNT:,})"
            )
        if reason is not None and not isinstance(reason, str):
            raise CountsDisagree(f"cell {number}: its reason is not a text")
        plain = (reason or "").strip().lower().replace(" ", "-").replace("_", "-")
        return cls(number, labels, status == "shown", value, plain)

    def key(self, names: Sequence[str]) -> Key:
        if set(self.labels) != set(names):
            raise CountsDisagree(f"cell {self.number}: it does not have the dimensions {', '.join(names)}")
        return tuple(self.labels[name] for name in names)

    def ends(self, minimum: int | None) -> tuple[int, int]:
        """What is said of this cell: its value, or what its reason gives away."""
        if self.value is not None:
            return self.value, self.value
        if minimum is not None and self.reason in SMALL:
            return 0, minimum - 1
        if minimum is not None and self.reason in NOT_SMALL:
            return minimum, BOUNDLESS
        return 0, BOUNDLESS


def _labels(number: int, each: Any) -> dict[str, str]:
    labels = each.get("cell") if isinstance(each, dict) else None
    if not isinstance(labels, dict) or not labels:
        raise CountsDisagree(f"cell {number}: it has no labels under `cell`")
    for name, label in labels.items():
        if not isinstance(label, (str, int, float)) or isinstance(label, bool):
            raise CountsDisagree(f"cell {number}: its label for {name} is neither a text nor a number")
    return {name: str(label) for name, label in labels.items()}
