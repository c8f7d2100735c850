"""A linear programme over some cells of a table, the others being known."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, linprog, milp

from fanlight.measure.disclosure.group import Ints
from fanlight.measure.disclosure.tables.system import BOUNDLESS, Impossible, System

NEAR = 1e-6
NODES = 200
EACH, PIVOTS, LARGE = 1000, 100, 350
SOLVED, NONE = 0, 2  # what the solver's status says
Reals = NDArray[np.float64]


@dataclass(eq=False)
class Effort:
    """How much work solvers were given: a measure that does not depend on the machine.

    `spent` counts the entries of each programme, more often where it took many pivots, and again for each node of one
    in whole numbers. The first node of a large one is dear: its time grows with the fourth power of the entries.
    `gave_up`: one in whole numbers was stopped, so something may be possible that was not found.
    """

    most: float = np.inf
    spent: float = 0.0
    gave_up: bool = False

    @property
    def is_over(self) -> bool:
        return self.spent >= self.most

    def spend(self, entries: int, *, pivots: int = 0, nodes: float = 0) -> None:
        self.spent += EACH + entries * (1 + pivots / PIVOTS + nodes)


@dataclass(eq=False)
class Programme:
    """The equations of `rows`, for the numbers in `cells` between `low` and `high`. Solvers need an upper end:
    `cap` stands in where there is none (`has_no_end`).
    """

    cells: Ints
    rows: Ints
    matrix: sparse.csr_array
    right: Reals
    low: Reals
    high: Reals
    cap: float
    has_no_end: NDArray[np.bool_]
    effort: Effort = field(default_factory=Effort)

    @classmethod
    def over(
        cls, system: System, cells: Ints, low: Ints, high: Ints, effort: Effort | None = None
    ) -> "Programme":
        """The programme of these cells, which must be all the unknown ones of the equations they stand in."""
        columns = system.by_cell[:, cells]
        rows = np.unique(columns.indices).astype(np.int64)
        known = low.astype(float)
        known[cells] = 0
        right = -(system.matrix[rows] @ known)
        no_end = high[cells] >= BOUNDLESS
        cap = float(2 * (np.abs(right).sum() + low[cells].sum()) + 2**20)
        highest = np.minimum(high[cells].astype(float), cap)
        matrix = sparse.csr_array(columns.tocsr()[rows])
        effort = effort or Effort()
        return cls(cells, rows, matrix, right, low[cells].astype(float), highest, cap, no_end, effort)

    def best(self, objective: Reals, *, in_whole_numbers: bool = False) -> Reals | None:
        """The numbers with the least objective, if there are any. The best reals may be whole by themselves.

        In whole numbers the search ends after `NODES` nodes with the best that it has seen, or none: the effort then
        says that it gave up.
        """
        found = self._milp(objective, 0)
        if in_whole_numbers and found is not None and (np.abs(found - np.rint(found)) > NEAR).any():
            found = self._milp(objective, 1)
        return np.rint(found) if in_whole_numbers and found is not None else found

    def _milp(self, objective: Reals, integrality: int) -> Reals | None:
        result = milp(
            objective,
            integrality=np.full(len(objective), integrality),
            bounds=Bounds(self.low, self.high),
            constraints=LinearConstraint(self.matrix, self.right, self.right),
            options={"mip_rel_gap": 0.0, "node_limit": NODES},
        )
        nodes = max(int(result.mip_node_count or 0), 0)
        self.effort.spend(self.matrix.nnz, nodes=nodes + integrality * (self.matrix.nnz / LARGE) ** 3)
        self.effort.gave_up |= result.status not in (SOLVED, NONE)
        return None if result.x is None else np.asarray(result.x)

    def with_prices(self, objective: Reals) -> OptimizeResult:
        """The numbers with the least objective, and what each equation is worth (`eqlin.marginals`).

        Raises `Impossible` if there are no such numbers.
        """
        bounds = np.column_stack([self.low, self.high])
        result = linprog(objective, A_eq=self.matrix, b_eq=self.right, bounds=bounds, method="highs-ds")
        self.effort.spend(self.matrix.nnz, pivots=result.nit)
        return _solved(result)

    def nearest(self, far: Ints, goal: Ints, direction: int) -> Reals:
        """Numbers that bring the cells `far` as near as possible, together, to reaching `goal` or beyond."""
        size, number = len(self.cells), len(far)
        places = np.searchsorted(self.cells, far)
        pick = sparse.csr_array((np.ones(number), (np.arange(number), places)), shape=(number, size))
        nothing = sparse.csr_array((self.matrix.shape[0], number))
        bounds = np.column_stack([self.low, self.high])
        result = linprog(
            np.concatenate([np.zeros(size), np.ones(number)]),
            A_ub=sparse.hstack([-direction * pick, -sparse.identity(number)], format="csr"),
            b_ub=-direction * goal.astype(float),
            A_eq=sparse.hstack([self.matrix, nothing], format="csr"),
            b_eq=self.right,
            bounds=np.vstack([bounds, np.tile([0.0, np.inf], (number, 1))]),
            method="highs-ds",
        )
        self.effort.spend(self.matrix.nnz + 2 * number, pivots=result.nit)
        return np.asarray(_solved(result).x[:size])


def _solved(result: OptimizeResult) -> OptimizeResult:
    if not result.success:
        raise Impossible("the figures cannot all be true at once")
    return result
