"""A table of counts: dimensions that may be trees, a cell for every total, and the sums among them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod

import numpy as np

from fanlight.measure.disclosure.group import CountsDisagree, Ints
from fanlight.measure.disclosure.tables.system import System

Key = tuple[str, ...]
# The solvers' arithmetic is exact to whole numbers well beyond this, and no count of people is larger.
MOST_COUNT = 10**9


@dataclass(frozen=True)
class Row:
    """One line of input: a label for each dimension, a count, and whether it is marked to be withheld."""

    labels: Key
    count: int
    is_marked: bool = False


@dataclass(frozen=True)
class Dimension:
    """The labels of one dimension as a tree with one root: `above[label]` is the label one step up.

    A flat dimension has its total above every label. A hierarchy reads its labels as paths. A total above a
    single top label would be the same people twice, so there it is left out (unless the input has it).

    >>> team = Dimension.hierarchy("team", ["T/A/1", "T/A/2", "T/B"], "/", "Total")
    >>> team.root, team.above["T/A/1"], sorted(team.leaves)
    ('T', 'T/A', ['T/A/1', 'T/A/2', 'T/B'])
    >>> Dimension.flat("sex", ["f", "m"], "Total").root
    'Total'
    """

    name: str
    above: Mapping[str, str]
    root: str
    total: str
    separator: str = ""

    @classmethod
    def flat(cls, name: str, labels: Iterable[str], total: str) -> "Dimension":
        return cls(name, dict.fromkeys(sorted(set(labels) - {total}), total), total, total)

    @classmethod
    def hierarchy(cls, name: str, labels: Iterable[str], separator: str, total: str) -> "Dimension":
        above: dict[str, str] = {}
        given = set(labels)
        for label in sorted(given - {total}):
            parts = label.split(separator)
            if not all(parts):
                raise CountsDisagree(f"{name}: the path {label!r} has an empty part")
            for depth in range(len(parts), 0, -1):
                upper = separator.join(parts[: depth - 1]) if depth > 1 else total
                above[separator.join(parts[:depth])] = upper
        tops = [label for label, upper in above.items() if upper == total]
        if len(tops) == 1 and total not in given:
            above = {label: upper for label, upper in above.items() if upper != total}
            return cls(name, above, tops[0], total, separator)
        return cls(name, above, total, total, separator)

    @property
    def leaves(self) -> frozenset[str]:
        return frozenset({self.root, *self.above}) - frozenset(self.above.values())

    def path(self, label: str) -> list[str]:
        """The label and every label above it, up to the root."""
        found = [label]
        while found[-1] != self.root:
            found.append(self.above[found[-1]])
        return found


@dataclass(frozen=True, repr=False, eq=False)
class Table:
    """Every cell of a table in one fixed order (that of its labels), whatever order its rows came in.

    A combination of labels that is not in the input is known to be impossible; a row with the count 0 is not.
    Make one with `from_rows`.
    """

    dimensions: tuple[Dimension, ...]
    keys: tuple[Key, ...]
    counts: Ints
    marked: frozenset[Key]
    system: System = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "system", relations(self.dimensions, self.keys))

    def __repr__(self) -> str:
        return f"Table({len(self.dimensions)} dimensions, {len(self.keys)} cells)"

    @property
    def left_out(self) -> int:
        """How many combinations of the smallest labels have no row. Everybody may know that nobody is there."""
        leaves = [each.leaves for each in self.dimensions]
        given = sum(all(label in each for label, each in zip(key, leaves, strict=True)) for key in self.keys)
        return prod(map(len, leaves)) - given

    @property
    def is_network(self) -> bool:
        """Whether whole numbers follow by themselves: at most two dimensions, at most one of them deep."""
        return is_network(self.dimensions)

    @classmethod
    def from_rows(cls, dimensions: Sequence[Dimension], rows: Iterable[Row]) -> "Table":
        """Add up the leaf cells, and check every total that was given.

        Raises `CountsDisagree`, naming the cell, for a negative or repeated count, a total that is not the
        sum of its cells, or a total with no cells below it.
        """
        given: dict[Key, int] = {}
        marked = set()
        for row in rows:
            if row.count < 0:
                raise CountsDisagree(f"{words(dimensions, row.labels)}: the count {row.count} is negative")
            if row.labels in given:
                raise CountsDisagree(f"{words(dimensions, row.labels)}: this cell is there twice")
            given[row.labels] = row.count
            if row.is_marked:
                marked.add(row.labels)
        sums = _sums(dimensions, given)
        largest = max(sums, key=sums.__getitem__)
        if sums[largest] > MOST_COUNT:
            raise CountsDisagree(
                f"{words(dimensions, largest)}: {sums[largest]:,} is more than can be counted here ({MOST_COUNT:,})"
            )
        keys = tuple(sorted(sums))
        counts = np.array([sums[key] for key in keys], dtype=np.int64)
        counts.setflags(write=False)
        return cls(tuple(dimensions), keys, counts, frozenset(marked))


def _sums(dimensions: Sequence[Dimension], given: Mapping[Key, int]) -> dict[Key, int]:
    """Every cell with its count, worked out from the leaf cells; the totals given are checked."""
    leaves = [dimension.leaves for dimension in dimensions]
    sums: dict[Key, int] = {}
    for key, count in given.items():
        if all(label in leaf for label, leaf in zip(key, leaves, strict=True)):
            for cell in product(*(each.path(label) for each, label in zip(dimensions, key, strict=True))):
                sums[cell] = sums.get(cell, 0) + count
    for cell, count in given.items():
        if cell not in sums:
            raise CountsDisagree(f"{words(dimensions, cell)}: a total without any cells below it")
        if sums[cell] != count:
            said = f"the total says {count}, its cells add up to {sums[cell]}"
            raise CountsDisagree(f"{words(dimensions, cell)}: {said}")
    if not sums:
        raise CountsDisagree("there are no counts")
    return sums


def relations(dimensions: Sequence[Dimension], keys: Sequence[Key]) -> System:
    """The sums among these cells: along each dimension, each label is the sum of the labels below it."""
    position = {key: place for place, key in enumerate(keys)}
    families: dict[tuple[int, int], list[int]] = {}
    for key, place in position.items():
        for axis, dimension in enumerate(dimensions):
            upper = dimension.above.get(key[axis])
            if upper is not None:
                head = position.get((*key[:axis], upper, *key[axis + 1 :]))
                if head is not None:
                    families.setdefault((head, axis), []).append(place)
    ordered = sorted(families)
    return System(len(keys), [head for head, _ in ordered], [families[name] for name in ordered])


def is_network(dimensions: Sequence[Dimension]) -> bool:
    deep = sum(any(upper != each.root for upper in each.above.values()) for each in dimensions)
    return len(dimensions) == 1 or (len(dimensions) == 2 and deep <= 1)


def words(dimensions: Sequence[Dimension], key: Key) -> str:
    """A cell by name, for messages."""
    return ", ".join(f"{each.name} {label}" for each, label in zip(dimensions, key, strict=True))
