"""What a published table tells: read from the document itself, and attacked with nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from fanlight.measure.disclosure.group import CountsDisagree, Ints
from fanlight.measure.disclosure.tables.attacker import Attacker, Watch, nobody
from fanlight.measure.disclosure.tables.reading import Cell, Said
from fanlight.measure.disclosure.tables.system import BOUNDLESS, System
from fanlight.measure.disclosure.tables.table import Dimension, Key, is_network, relations, words

EXACT_INTERVALS, EXACT_IN_WHOLE_NUMBERS = 3000, 150
USUAL_TOTALS = {"total", "totals", "tot", "all", "everybody", "grand total"}


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

    @staticmethod
    def names(document: Mapping[str, Any]) -> tuple[str, ...]:
        """The dimensions, as the document names them or as its first cell does. Raises `CountsDisagree`."""
        cells = document.get("cells")
        if not isinstance(cells, list) or not cells:
            raise CountsDisagree("there are no cells")
        return Said.read(document).names or tuple(Cell.read(1, cells[0]).labels)

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
        names, said = cls.names(document), Said.read(document)
        cells = [Cell.read(number, each) for number, each in enumerate(document["cells"], start=1)]
        keys = [cell.key(names) for cell in cells]
        if len(set(keys)) != len(keys):
            raise CountsDisagree("a cell is there twice")
        if total is not None and not any(total in key for key in keys):
            raise CountsDisagree(f'no cell has the label "{total}" that was said to stand for a total')
        separators = {**said.separators, **(hierarchies or {})}
        dimensions = tuple(
            _dimension(name, {key[axis] for key in keys}, separators.get(name), total or said.total)
            for axis, name in enumerate(names)
        )
        order = sorted(range(len(keys)), key=keys.__getitem__)
        ends = [cells[place].ends(said.minimum) for place in order]
        published = cls(
            dimensions,
            tuple(keys[place] for place in order),
            relations(dimensions, [keys[place] for place in order]),
            np.array([low for low, _ in ends], dtype=np.int64),
            np.array([high for _, high in ends], dtype=np.int64),
            np.flatnonzero([not cells[place].is_shown for place in order]),
            said.minimum,
            said.is_full,
        )
        published._check_totals()
        return published

    def _check_totals(self) -> None:
        """Each total can be the sum of its parts; it is, if every part is known."""
        for head, members in zip(self.system.heads, self.system.members, strict=True):
            least, most = int(self.low[list(members)].sum()), int(self.high[list(members)].sum())
            where = words(self.dimensions, self.keys[head])
            if least == most and self.low[head] == self.high[head] != least:
                raise CountsDisagree(
                    f"{where}: the total says {self.low[head]}, its cells add up to {least} "
                    "(withheld cells must be in the file; a cell that is not counts as nought)"
                )
            if least > self.high[head]:
                raise CountsDisagree(
                    f"{where}: it is at most {self.high[head]}, but its cells make {least} or more"
                )
            if most < self.low[head]:
                raise CountsDisagree(
                    f"{where}: it is {self.low[head]} or more, but its cells make at most {most}"
                )

    def attack(self, watch: Watch = nobody) -> TableAttack:
        """The interval of each withheld cell in whole numbers; `opened` are those that break the policy.

        A cell is opened if it is recovered exactly, or if the document promises full ambiguity and the
        interval does not hold every whole number from at most 1 to at least the minimum less 1. Where more
        than `EXACT_INTERVALS` cells of a table with several dimensions are withheld (150 where whole numbers do
        not follow by themselves), each interval is looked for only as far as that promise asks. Where the search in
        whole numbers was given up, what is known for certain is said instead of what was found.

        Raises `Impossible` if the figures cannot all be true.
        """
        attacker = Attacker(self.system, self.low, self.high, watch=watch)
        is_exact = True
        if len(self.dimensions) == 1:
            ends = [(int(attacker.low[cell]), int(attacker.high[cell])) for cell in self.withheld]
        elif len(self.withheld) <= self._most_exact():
            ends = attacker.intervals(self.withheld)
        else:
            ends, is_exact = self._as_far_as_needed(attacker), False
        intervals = tuple(
            self._interval(int(cell), low, high)
            for cell, (low, high) in zip(self.withheld, ends, strict=True)
        )
        if attacker.effort.gave_up:
            is_exact = False
            intervals = tuple(
                self._interval(int(cell), int(attacker.low[cell]), int(attacker.high[cell]))
                if each.high is not None and (each.low > each.high or self._is_open(each))
                else each
                for cell, each in zip(self.withheld, intervals, strict=True)
            )
        return TableAttack(intervals, tuple(each for each in intervals if self._is_open(each)), is_exact)

    def _interval(self, cell: int, low: int, high: int) -> Interval:
        return Interval(self.keys[cell], low, None if high >= BOUNDLESS else high)

    def _most_exact(self) -> int:
        return EXACT_INTERVALS if is_network(self.dimensions) else EXACT_IN_WHOLE_NUMBERS

    def _as_far_as_needed(self, attacker: Attacker) -> list[tuple[int, int]]:
        least = np.ones(len(self.keys), dtype=np.int64)
        most = np.full(len(self.keys), (self.minimum or 3) - 1, dtype=np.int64)
        attacker.sweep(least, most)
        goals = {-1: least, 1: most}
        attacker.find([(int(cell), 1) for cell in self.withheld if attacker.most[cell] < most[cell]], goals)
        attacker.find([(int(cell), -1) for cell in self.withheld if attacker.least[cell] > 1], goals)
        attacker.intervals(cell for cell in self.withheld if attacker.least[cell] == attacker.most[cell])
        return [(int(attacker.least[cell]), int(attacker.most[cell])) for cell in self.withheld]

    def _is_open(self, interval: Interval) -> bool:
        if interval.is_recovered:
            return True
        if not self.is_full or self.minimum is None:
            return False
        return interval.low > 1 or (interval.high is not None and interval.high < self.minimum - 1)


def _dimension(name: str, labels: set[str], separator: str | None, total: str | None) -> Dimension:
    root = total if total in labels else None
    if root is None:
        usual = sorted(label for label in labels if label.casefold() in USUAL_TOTALS)
        root = usual[0] if len(usual) == 1 else total or "Total"
    if separator:
        return Dimension.hierarchy(name, labels, separator, root)
    return Dimension.flat(name, labels, root)
