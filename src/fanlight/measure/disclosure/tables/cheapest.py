"""The least total withheld, proven: an integer programme, attacked and cut until the attack finds nothing."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from fanlight.measure.disclosure.tables.attacker import Watch, nobody
from fanlight.measure.disclosure.tables.cuts import Cut, from_an_attack, from_the_start, from_whole_numbers
from fanlight.measure.disclosure.tables.programme import EACH, NEAR, Effort, Reals
from fanlight.measure.disclosure.tables.rules import Rules
from fanlight.measure.disclosure.tables.system import Truths

TURNS = 300
SLACKS = (0.1, 0.0)
NETWORK, OTHER = (5, 1), (30, 5)  # what a programme in whole numbers costs before its first node, and at each
MOST_EFFORT = 4_000_000
MOST_ENTRIES, FEW_ENTRIES = 1_000_000, 60_000


@dataclass(frozen=True, eq=False)
class Pattern:
    """Which cells are withheld. `bound`: no safe pattern costs less, so one that costs that is optimal."""

    hidden: Truths
    bound: int
    holds: bool


@dataclass(frozen=True, eq=False)
class _Solved:
    hidden: Truths | None
    shares: Reals | None
    bound: int
    is_best: bool


def cheapest(rules: Rules, watch: Watch = nobody, most: float | None = None) -> Pattern:
    """Solve, attack, add what the attack violated, and solve again.

    Decide y (1: withheld) to minimise the sum of counts withheld; among equal costs, the number of cells.
    First y may be a fraction, which costs little and finds most cuts; then it must be whole, at first only within
    some share of the least (`SLACKS`): to find cuts with, and a safe pattern early, that is enough.

    `holds` is false if no safe pattern was found by the `most` effort; `bound` then still holds.
    """
    most = MOST_EFFORT if most is None else most
    effort, cuts, bound = Effort(most), from_the_start(rules), 0
    for _ in range(TURNS):
        solved = _solve(rules, cuts, effort, None)
        bound = max(bound, solved.bound)
        found = [] if solved.shares is None else from_an_attack(rules, solved.shares, effort)
        if not found or effort.spent > most / 3:
            break
        cuts += found
    best, hidden = None, rules.primary
    slacks = list(SLACKS)
    while slacks and not effort.is_over:
        solved = _solve(rules, cuts, effort, slacks[0])
        bound = max(bound, solved.bound)
        if solved.hidden is None:
            break
        hidden = solved.hidden
        found = from_an_attack(rules, hidden.astype(float), effort) or from_whole_numbers(
            rules, hidden, effort
        )
        if effort.gave_up:
            break
        if not found:
            best = min(hidden, hidden if best is None else best, key=rules.cost)
            slacks = [] if solved.is_best else slacks[1:]
        cuts += found
        watch(effort.spent, most)
    return Pattern(hidden if best is None else best, bound, best is not None)


def is_small(rules: Rules) -> bool:
    """Whether the least cost may be found with the effort there is: a few turns of the integer programme."""
    return sum(len(members) ** 2 for members in rules.table.system.members) <= FEW_ENTRIES


def lower_bound(rules: Rules) -> int:
    """A cost below which no safe pattern is, without any attack. 0 if the table is too large even for that."""
    if sum(len(members) ** 2 for members in rules.table.system.members) > MOST_ENTRIES:
        return 0
    return _solve(rules, from_the_start(rules), Effort(), None).bound


def _solve(rules: Rules, cuts: list[Cut], effort: Effort, slack: float | None) -> _Solved:
    """The cheapest pattern that obeys the cuts, or one within `slack` of it; in fractions if that is `None`.

    Costs are whole numbers: a pattern costs so many times `scale` as its counts, and 1 more for each cell.
    """
    cells = len(rules.table.keys)
    scale = cells + 1.0
    rows = np.repeat(np.arange(len(cuts)), [len(cut.cells) for cut in cuts])
    columns = np.concatenate([cut.cells for cut in cuts] or [np.empty(0, dtype=np.int64)])
    weights = np.concatenate([cut.weights for cut in cuts] or [np.empty(0)])
    matrix = sparse.csr_array((weights, (rows, columns)), shape=(len(cuts), cells))
    entries, is_whole = EACH + len(rows), slack is not None
    root, each = NETWORK if rules.table.is_network else OTHER
    nodes = max(1, (int(min(effort.most - effort.spent, MOST_EFFORT) / entries) - root) // each)
    result = milp(
        np.where(rules.primary, 0.0, rules.table.counts * scale + 1.0),
        integrality=np.full(cells, int(is_whole)),
        bounds=Bounds(rules.primary.astype(float), np.ones(cells)),
        constraints=LinearConstraint(matrix, 0.0, np.inf) if cuts else (),
        options={"mip_rel_gap": slack or 0.0, "node_limit": nodes},
    )
    effort.spend(len(rows), nodes=root + each * max(int(result.mip_node_count or 0), 0) if is_whole else 0)
    least = result.mip_dual_bound if slack or result.status else result.fun
    least = max(float(least or 0.0), 0.0)
    return _Solved(
        None if result.x is None else result.x > 0.5,
        None if result.x is None else np.clip(result.x, 0, 1),
        int(np.floor(least / scale + NEAR)),
        result.x is not None and float(result.fun) - least < 0.5,
    )
