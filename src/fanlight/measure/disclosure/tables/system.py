"""Sums that tie cells together, and what follows from them by simple subtraction."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import csgraph

from fanlight.measure.disclosure.group import Ints

BOUNDLESS = 2**40
Truths = NDArray[np.bool_]


class Impossible(ValueError):  # noqa: N818 (it reads as what is wrong)
    """The figures cannot all be true at once."""


@dataclass(frozen=True, eq=False, repr=False)
class System:
    """Equations over `cells` numbers: for each f, the number at `heads[f]` is the sum of those at `members[f]`.

    `matrix` has a row for each equation: −1 for the head, +1 for each member. `row`, `column` and `sign` list
    its entries, row by row; `starts` is where each row begins.
    """

    cells: int
    heads: Sequence[int]
    members: Sequence[Sequence[int]]
    row: Ints = field(init=False)
    column: Ints = field(init=False)
    sign: Ints = field(init=False)
    starts: Ints = field(init=False)
    matrix: sparse.csr_array = field(init=False)

    def __post_init__(self) -> None:
        sizes = np.array([len(each) + 1 for each in self.members], dtype=np.int64)
        starts = np.cumsum(sizes) - sizes
        row = np.repeat(np.arange(len(sizes)), sizes)
        pairs = zip(self.heads, self.members, strict=True)
        column = np.array([cell for head, each in pairs for cell in (head, *each)], dtype=np.int64)
        sign = np.ones(len(column), dtype=np.int64)
        sign[starts] = -1
        matrix = sparse.csr_array((sign.astype(float), (row, column)), shape=(len(sizes), self.cells))
        for name, value in [("row", row), ("column", column), ("sign", sign), ("starts", starts)]:
            object.__setattr__(self, name, value)
        object.__setattr__(self, "matrix", matrix)

    def narrowed(self, low: Ints, high: Ints, turns: int = 100) -> tuple[Ints, Ints]:
        """Intervals narrowed by each equation until nothing changes, or for `turns` turns: the shuttle algorithm.

        What comes out holds every possible table (an outer bound). On a tree it is exact; in general a linear
        programme may narrow it further. `BOUNDLESS` stands for no upper end. Raises `Impossible`.

        Source: Buzzigoli and Giusti 1999; Dobra and Fienberg 2001.

        >>> pair = System(3, [0], [[1, 2]])
        >>> [end.tolist() for end in pair.narrowed(np.array([14, 0, 0]), np.array([14, BOUNDLESS, 3]))]
        [[14, 11, 0], [14, 14, 3]]
        """
        low, high = low.astype(np.int64), high.astype(np.int64)
        for _ in range(turns if len(self.starts) else 0):
            lower, upper = self._turn(low, high)
            if (lower > upper).any():
                raise Impossible("the figures cannot all be true at once")
            if (lower == low).all() and (upper == high).all():
                break
            low, high = lower, upper
        return low, high

    def _turn(self, low: Ints, high: Ints) -> tuple[Ints, Ints]:
        member = self.sign > 0
        least = np.where(member, low[self.column], -high[self.column])
        most = np.where(member, high[self.column], -low[self.column])
        above = least - np.add.reduceat(least, self.starts)[self.row]
        below = most - np.add.reduceat(most, self.starts)[self.row]
        lower, upper = low.copy(), high.copy()
        np.maximum.at(lower, self.column, np.where(member, below, -above))
        np.minimum.at(upper, self.column, np.where(member, above, -below))
        upper[upper > BOUNDLESS // 2] = BOUNDLESS
        return np.maximum(lower, 0), upper

    def rows_of(self, cell: int) -> list[int]:
        """The equations this cell stands in."""
        column = self.by_cell
        return [int(row) for row in column.indices[column.indptr[cell] : column.indptr[cell + 1]]]

    @cached_property
    def by_cell(self) -> sparse.csc_array:
        return sparse.csc_array(self.matrix)

    def components(self, free: Truths) -> list[Ints]:
        """The free cells in groups that no equation connects, each in order."""
        places = np.flatnonzero(free)
        if not places.size:
            return []
        part = sparse.coo_array(self.matrix[:, places])
        cells, rows = len(places), len(self.heads)
        links = (np.ones(part.nnz), (part.col, cells + part.row))
        graph = sparse.csr_array(links, shape=(cells + rows, cells + rows))
        _, labels = csgraph.connected_components(graph, directed=False)
        _, labels = np.unique(labels[:cells], return_inverse=True)
        number = int(labels.max()) + 1
        order = np.argsort(labels, kind="stable")
        return list(np.split(places[order], np.searchsorted(labels[order], np.arange(1, number))))
