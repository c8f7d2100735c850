"""What a published table tells: read from the document itself, and attacked with nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from fanlight.measure.disclosure.group import CountsDisagree, Ints
from fanlight.measure.disclosure.tables.attacker import Attacker, Watch, nobody
from fanlight.measure.disclosure.tables.system import BOUNDLESS, System
from fanlight.measure.disclosure.tables.table import Dimension, Key, relations, words

EXACT_INTERVALS = 3000
USUAL_TOTALS = {"total", "totals", "tot", "all", "everybody", "grand total"}
SMALL = {"too-few", "primary"}
NOT_SMALL = {"would-reveal-another", "secondary"}


@dataclass(frozen=True)
class Interval:
    """How far an attacker gets with one withheld cell: from `low` to `high`, `None` for no upper end."""

    cell: Key
    low: int
    high: int | None

    @property
    def is_recovered(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True)
class TableAttack:
    """What the attacker found. `is_exact`: the intervals are the true ones, not only parts of them."""

    intervals: tuple[Interval, ...]
    opened: tuple[Interval, ...]
    is_exact: bool = True

    @property
    def recoverable(self) -> tuple[Interval, ...]:
        return tuple(interval for interval in self.intervals if interval.is_recovered)


@dataclass(frozen=True, eq=False)
class Published:
    """A published table: its sums, and for each cell the least and most that is said of it."""

    dimensions: tuple[Dimension, ...]
    keys: tuple[Key, ...]
    system: System
    low: Ints
    high: Ints
    withheld: Ints
    minimum: int | None
    is_full: bool

    @classmethod
    def read(
        cls,
        document: Mapping[str, Any],
        hierarchies: Mapping[str, str] | None = None,
        total: str | None = None,
    ) -> "Published":
        """Read a document, ours or made by hand: `cells`, and if there `policy` and `table`.

        `hierarchies` and `total` say what the document does not say itself. Raises `CountsDisagree`.
        """
        about = document.get("table") or {}
        cells = [_Cell.read(number, each) for number, each in enumerate(document.get("cells") or [], start=1)]
        if not cells:
            raise CountsDisagree("there are no cells")
        names = list(about.get("dimensions") or cells[0].labels)
        keys = [cell.key(names) for cell in cells]
        separators = dict(about.get("hierarchies") or {}) | dict(hierarchies or {})
        label = total or about.get("total")
        dimensions = tuple(
            _dimension(name, {key[axis] for key in keys}, separators.get(name), label)
            for axis, name in enumerate(names)
        )
        if len(set(keys)) != len(keys):
            raise CountsDisagree("a cell is there twice")
        policy = document.get("policy") or {}
        minimum = policy.get("minimum") if isinstance(policy.get("minimum"), int) else None
        order = sorted(range(len(keys)), key=keys.__getitem__)
        ends = [cells[place].ends(minimum) for place in order]
        published = cls(
            dimensions,
            tuple(keys[place] for place in order),
            relations(dimensions, [keys[place] for place in order]),
            np.array([low for low, _ in ends], dtype=np.int64),
            np.array([high for _, high in ends], dtype=np.int64),
            np.flatnonzero([not cells[place].is_shown for place in order]),
            minimum,
            policy.get("protection") == "full",
        )
        published._check_totals()
        return published

    def _check_totals(self) -> None:
        """Totals of which every part is shown add up."""
        for head, members in zip(self.system.heads, self.system.members, strict=True):
            said, together = self.low[head], self.low[list(members)].sum()
            whole = [head, *members]
            if (self.low[whole] == self.high[whole]).all() and said != together:
                raise CountsDisagree(
                    f"{words(self.dimensions, self.keys[head])}: the total says {said}, its cells add up to {together} "
                    "(withheld cells must be in the file; a cell that is not counts as nought)"
                )

    def attack(self, watch: Watch = nobody) -> TableAttack:
        """The interval of each withheld cell in whole numbers; `opened` are those that break the policy.

        A cell is opened if it is recovered exactly, or if the document promises full ambiguity and the
        interval does not hold every whole number from at most 1 to at least the minimum less 1. Where more
        than `EXACT_INTERVALS` cells of a table with several dimensions are withheld, each interval is looked
        for only as far as that promise asks. Raises `Impossible` if the figures cannot all be true.
        """
        attacker = Attacker(self.system, self.low, self.high, watch=watch)
        is_exact = True
        if len(self.dimensions) == 1:
            ends = [(int(attacker.low[cell]), int(attacker.high[cell])) for cell in self.withheld]
        elif len(self.withheld) <= EXACT_INTERVALS:
            ends = attacker.intervals(self.withheld)
        else:
            ends, is_exact = self._as_far_as_needed(attacker), False
        intervals = tuple(
            Interval(self.keys[cell], low, None if high >= BOUNDLESS else high)
            for cell, (low, high) in zip(self.withheld, ends, strict=True)
        )
        return TableAttack(intervals, tuple(each for each in intervals if self._is_open(each)), is_exact)

    def _as_far_as_needed(self, attacker: Attacker) -> list[tuple[int, int]]:
        least = np.ones(len(self.keys), dtype=np.int64)
        most = np.full(len(self.keys), (self.minimum or 3) - 1, dtype=np.int64)
        attacker.sweep(least, most)
        attacker.find([(int(cell), -1) for cell in self.withheld if attacker.least[cell] > 1])
        attacker.find([(int(cell), 1) for cell in self.withheld if attacker.most[cell] < most[cell]])
        return [(int(attacker.least[cell]), int(attacker.most[cell])) for cell in self.withheld]

    def _is_open(self, interval: Interval) -> bool:
        if interval.is_recovered:
            return True
        if not self.is_full or self.minimum is None:
            return False
        return interval.low > 1 or (interval.high is not None and interval.high < self.minimum - 1)


@dataclass(frozen=True)
class _Cell:
    """One cell of a document."""

    number: int
    labels: dict[str, str]
    is_shown: bool
    value: int
    reason: str

    @classmethod
    def read(cls, number: int, each: Any) -> "_Cell":
        if not isinstance(each, dict) or not isinstance(each.get("cell"), dict):
            raise CountsDisagree(f"cell {number}: it has no labels under `cell`")
        labels = {str(name): str(label) for name, label in each["cell"].items()}
        status, value = each.get("status"), each.get("value")
        if status not in ("shown", "withheld"):
            raise CountsDisagree(f"cell {number}: its status is neither shown nor withheld")
        is_count = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        if status == "shown" and not is_count:
            raise CountsDisagree(f"cell {number}: it is shown, but its value is not a whole number from 0 up")
        reason = str(each.get("reason") or "").strip().lower().replace(" ", "-").replace("_", "-")
        count = value if isinstance(value, int) and status == "shown" else 0
        return cls(number, labels, status == "shown", count, reason)

    def key(self, names: Sequence[str]) -> Key:
        if set(self.labels) != set(names):
            raise CountsDisagree(f"cell {self.number}: it does not have the dimensions {', '.join(names)}")
        return tuple(self.labels[name] for name in names)

    def ends(self, minimum: int | None) -> tuple[int, int]:
        """What is said of this cell: its value, or what its reason gives away."""
        if self.is_shown:
            return self.value, self.value
        if minimum is not None and self.reason in SMALL:
            return 0, minimum - 1
        if minimum is not None and self.reason in NOT_SMALL:
            return minimum, BOUNDLESS
        return 0, BOUNDLESS


def _dimension(name: str, labels: set[str], separator: str | None, total: str | None) -> Dimension:
    root = total if total in labels else None
    if root is None:
        usual = sorted(label for label in labels if label.casefold() in USUAL_TOTALS)
        root = usual[0] if len(usual) == 1 else total or "Total"
    if separator:
        return Dimension.hierarchy(name, labels, separator, root)
    return Dimension.flat(name, labels, root)
