"""The least total withheld, proven: an integer programme, attacked and cut until the attack finds nothing."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from fanlight.measure.disclosure.tables.attacker import Watch, nobody
from fanlight.measure.disclosure.tables.cuts import Cut, from_an_attack, from_the_start, from_whole_numbers
from fanlight.measure.disclosure.tables.programme import NEAR, Reals
from fanlight.measure.disclosure.tables.rules import Rules
from fanlight.measure.disclosure.tables.system import Truths

TURNS = 300
NODES = 1_000
TURN = 10
MOST_ENTRIES = 1_000_000


@dataclass(frozen=True, eq=False)
class Pattern:
    """Which cells are withheld. `bound`: no safe pattern costs less, so one that costs that is optimal."""

    hidden: Truths
    bound: int
    holds: bool


@dataclass(frozen=True, eq=False)
class _Solved:
    hidden: Reals | None
    objective: float
    nodes: int


def cheapest(rules: Rules, watch: Watch = nobody) -> Pattern:
    """Solve, attack, add what the attack violated, and solve again.

    Decide y (1: withheld) to minimise the sum of counts withheld; among equal costs, the number of cells.
    First y may be a fraction, which costs little and finds most cuts; then it must be whole.

    `holds` is false if the work was stopped after `NODES` nodes (and `TURN` more for each turn), a measure
    that does not depend on the machine; `bound` then still holds.
    """
    cuts = from_the_start(rules)
    for _ in range(TURNS):
        relaxed = _solve(rules, cuts, nodes=0).hidden
        found = [] if relaxed is None else from_an_attack(rules, relaxed)
        if not found:
            break
        cuts += found
    left, hidden, bound = NODES, rules.primary.copy(), 0
    while left > 0:
        solved = _solve(rules, cuts, nodes=left)
        bound = max(bound, _cost(rules, solved.objective))
        if solved.hidden is None:
            break
        hidden = solved.hidden > 0.5
        found = from_an_attack(rules, hidden.astype(float)) or from_whole_numbers(rules, hidden)
        if not found:
            return Pattern(hidden, bound, holds=True)
        cuts += found
        left -= TURN + solved.nodes
        watch(NODES - left, NODES)
    return Pattern(hidden, bound, holds=False)


def lower_bound(rules: Rules) -> int:
    """A cost below which no safe pattern is, without any attack. 0 if the table is too large even for that."""
    if sum(len(members) ** 2 for members in rules.table.system.members) > MOST_ENTRIES:
        return 0
    return _cost(rules, _solve(rules, from_the_start(rules), nodes=0).objective)


def _cost(rules: Rules, objective: float) -> int:
    return int(np.floor(max(objective, 0.0) / _scale(rules) + NEAR))


def _scale(rules: Rules) -> float:
    return len(rules.table.keys) + 1.0


def _solve(rules: Rules, cuts: list[Cut], *, nodes: int) -> _Solved:
    """The cheapest pattern that obeys the cuts; in fractions if `nodes` is 0."""
    cells = len(rules.table.keys)
    rows = np.repeat(np.arange(len(cuts)), [len(cut.cells) for cut in cuts])
    columns = np.concatenate([cut.cells for cut in cuts] or [np.empty(0, dtype=np.int64)])
    weights = np.concatenate([cut.weights for cut in cuts] or [np.empty(0)])
    matrix = sparse.csr_array((weights, (rows, columns)), shape=(len(cuts), cells))
    result = milp(
        np.where(rules.primary, 0.0, rules.table.counts * _scale(rules) + 1.0),
        integrality=np.full(cells, int(nodes > 0)),
        bounds=Bounds(rules.primary.astype(float), np.ones(cells)),
        constraints=LinearConstraint(matrix, 0.0, np.inf) if cuts else (),
        options={"mip_rel_gap": 0.0, "node_limit": max(nodes, 1)},
    )
    objective = result.fun if result.status == 0 else result.mip_dual_bound
    hidden = None if result.x is None else np.clip(result.x, 0, 1)
    return _Solved(hidden, float(objective or 0.0), int(result.mip_node_count or 0))
