"""A safe pattern without proof of least cost: for tables too large to solve, or where the work was stopped."""

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from fanlight.measure.disclosure.group import Ints
from fanlight.measure.disclosure.tables.attacker import Watch, nobody
from fanlight.measure.disclosure.tables.cuts import Failing, unprotected
from fanlight.measure.disclosure.tables.programme import NEAR, Effort, Reals
from fanlight.measure.disclosure.tables.rules import Rules
from fanlight.measure.disclosure.tables.system import Truths

MOST_EFFORT, MOST_PRUNING = 20_000_000, 3_000_000


def repaired(rules: Rules, hidden: Truths, watch: Watch = nobody, most: float | None = None) -> Truths:
    """Withhold more until the attack finds nothing. It ends, for a table withheld whole is safe.

    Each turn: cover every sum by itself; attack; for each cell that is not free enough find, by a linear
    programme, the cheapest movement of the table that frees it, and withhold the cells that move.
    When the `most` effort is spent, withhold whole sums instead: that is dear, and soon done.
    """
    weight, effort = _weights(rules), Effort(MOST_EFFORT if most is None else most)
    hidden = _covered(rules, hidden, weight)
    while True:
        failing = unprotected(rules, hidden, watch, effort)
        if not failing:
            return hidden
        before = int(hidden.sum())
        hidden = _freed(rules, hidden, weight, failing, effort, watch)
        hidden = _covered(rules, hidden, weight)
        if int(hidden.sum()) == before:
            hidden = _one_step_up(rules, hidden, failing[0][0], weight)


def _freed(
    rules: Rules, hidden: Truths, weight: Reals, failing: list[Failing], effort: Effort, watch: Watch
) -> Truths:
    """Withhold what frees each failing cell, but those that another one's movement frees as well."""
    up, down = np.zeros(len(hidden)), np.zeros(len(hidden))
    for done, (cell, direction, need) in enumerate(failing):
        watch(done, len(failing))
        if hidden.all() or (up if direction > 0 else down)[cell] > need - NEAR:
            continue
        if effort.is_over:
            hidden = hidden | _beside(rules, cell)
            continue
        moved = _movement(rules, hidden, weight, (cell, direction, need), effort)
        hidden = hidden | (np.abs(moved) > NEAR)
        up, down = np.maximum(up, moved), np.maximum(down, -moved)
    return hidden


def _weights(rules: Rules) -> Reals:
    """What it costs to withhold a cell, with all that lies below it where that must go too."""
    counts = rules.table.counts.astype(float)
    if not rules.is_full:
        return counts + 1
    levels = np.ones(len(counts))
    for axis, dimension in enumerate(rules.table.dimensions):
        height: dict[str, int] = {}
        for label in dimension.leaves:
            for step, upper in enumerate(dimension.path(label), start=1):
                height[upper] = max(height.get(upper, 0), step)
        levels *= [height[key[axis]] for key in rules.table.keys]
    return np.asarray(counts * levels + levels)


def _covered(rules: Rules, hidden: Truths, weight: Reals) -> Truths:
    """Cover every sum: nothing withheld alone; below a withheld total nothing shown; enough people together."""
    system, counts = rules.table.system, rules.table.counts
    heads = np.asarray(system.heads, dtype=np.int64)
    hidden = hidden.copy()
    while True:
        before = int(hidden.sum())
        if rules.is_full:
            below = system.column[hidden[heads][system.row]]
            hidden[below] = True
        inside = system.sign > 0
        number = np.add.reduceat(hidden[system.column].astype(np.int64), system.starts)
        people = np.add.reduceat(
            np.where(inside & hidden[system.column], counts[system.column], 0), system.starts
        )
        lacking = number == 1
        if rules.is_full:
            lacking |= (number > 0) & ~hidden[heads] & (people < rules.policy.minimum)
        for row in np.flatnonzero(lacking):
            _cover(rules, hidden, weight, int(row))
        if int(hidden.sum()) == before:
            return hidden


def _cover(rules: Rules, hidden: Truths, weight: Reals, row: int) -> None:
    """Withhold one more cell in one sum: the cheapest member, or the total if there is none left."""
    system, counts = rules.table.system, rules.table.counts
    head, members = system.heads[row], np.asarray(system.members[row], dtype=np.int64)
    held = members[hidden[members]]
    enough = int(counts[held].sum()) >= rules.policy.minimum or not rules.is_full
    if int(hidden[head]) + len(held) != 1 and (enough or hidden[head]):
        return
    choice = members[~hidden[members]]
    if not choice.size:
        hidden[head] = True
        return
    lonely = _lonely(rules, hidden, choice)
    hidden[choice[np.lexsort((choice, weight[choice] + lonely))[0]]] = True


def _lonely(rules: Rules, hidden: Truths, choice: Ints) -> Reals:
    """A penalty for each cell whose other sums have nothing withheld yet: what the cheapest partner there costs."""
    system, counts = rules.table.system, rules.table.counts
    penalty = np.zeros(len(choice))
    for place, cell in enumerate(choice):
        for row in system.rows_of(int(cell)):
            columns = system.column[system.starts[row] : system.starts[row] + len(system.members[row]) + 1]
            others = columns[columns != cell]
            if not hidden[others].any():
                penalty[place] += counts[others].min()
    return penalty


def _beside(rules: Rules, cell: int) -> Truths:
    """Every cell of every sum that this one stands in."""
    beside = np.zeros(len(rules.table.keys), dtype=bool)
    matrix = rules.table.system.matrix
    beside[matrix[rules.table.system.rows_of(cell)].indices] = True
    return beside


def _movement(rules: Rules, hidden: Truths, weight: Reals, failing: Failing, effort: Effort) -> Reals:
    """By how much each cell moves in the cheapest movement of the whole table that takes one as far as it must go."""
    counts, matrix = rules.table.counts.astype(float), rules.table.system.matrix
    cells, (cell, direction, need) = len(counts), failing
    price = np.where(hidden, 0.0, weight) / max(need, 1)
    bounds = np.column_stack([np.zeros(2 * cells), np.concatenate([np.full(cells, np.inf), counts])])
    up, down = (cell, cells + cell) if direction > 0 else (cells + cell, cell)
    bounds[up] = need
    bounds[down] = 0
    both = sparse.hstack([matrix, -matrix], format="csr")
    result = linprog(
        np.concatenate([price, price]),
        A_eq=both,
        b_eq=np.zeros(matrix.shape[0]),
        bounds=bounds,
        method="highs-ds",
    )
    effort.spend(both.nnz, pivots=result.nit)
    if not result.success:
        return np.ones(cells)
    return np.asarray(result.x[:cells] - result.x[cells:])


def _one_step_up(rules: Rules, hidden: Truths, cell: int, weight: Reals) -> Truths:
    """A movement over the real numbers was not enough: withhold the cheapest shown cell beside or above this one."""
    hidden = hidden.copy()
    reach = np.array([cell])
    while True:
        rows = sorted({row for each in reach for row in rules.table.system.rows_of(int(each))})
        columns = [rules.table.system.column[rules.table.system.row == row] for row in rows]
        reach = np.unique(np.concatenate(columns))
        shown = reach[~hidden[reach]]
        if shown.size:
            hidden[shown[np.lexsort((shown, weight[shown]))[0]]] = True
            return _covered(rules, hidden, weight)


def pruned(rules: Rules, hidden: Truths, watch: Watch = nobody, most: float | None = None) -> Truths:
    """Show again whatever turns out not to be needed, the largest counts first, until the `most` effort is spent."""
    counts, effort = rules.table.counts, Effort(MOST_PRUNING if most is None else most)
    extra = np.flatnonzero(hidden & ~rules.primary)
    for done, cell in enumerate(extra[np.lexsort((extra, -counts[extra]))]):
        watch(done, len(extra))
        if effort.is_over:
            break
        trial = hidden.copy()
        trial[cell] = False
        if (trial == _covered(rules, trial, counts.astype(float))).all() and not unprotected(
            rules, trial, effort=effort
        ):
            hidden = trial
    return hidden
