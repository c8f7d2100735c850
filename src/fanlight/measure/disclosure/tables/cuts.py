"""What every safe pattern obeys: inequalities known from the start, and those an attack teaches."""

from dataclasses import dataclass

import numpy as np

from fanlight.measure.disclosure.group import Ints
from fanlight.measure.disclosure.tables.attacker import Attacker, Watch, nobody
from fanlight.measure.disclosure.tables.programme import NEAR, Effort, Programme, Reals
from fanlight.measure.disclosure.tables.rules import Rules
from fanlight.measure.disclosure.tables.system import BOUNDLESS, Truths

SHORT = 1e-4  # a smaller lack is the solver's rounding; of a whole pattern it is never below 1 / need
MEMORY = 16  # tables kept, where gaps between the ends of an interval are looked for
Failing = tuple[int, int, int]  # a cell, the direction in which it is not free, how far it should move


@dataclass(frozen=True)
class Cut:
    """The sum of `weights` over those of `cells` that are withheld is at least 0."""

    cells: Ints
    weights: Reals


def from_the_start(rules: Rules) -> list[Cut]:
    """No cell is withheld alone in a sum. For full ambiguity, all below a withheld total is withheld too, and
    the withheld members of a shown total have the minimum between them.
    """
    cuts = []
    counts, minimum = rules.table.counts.astype(float), rules.policy.minimum
    for head, members in zip(rules.table.system.heads, rules.table.system.members, strict=True):
        whole = np.array([head, *members], dtype=np.int64)
        cuts += [Cut(whole, np.where(whole == cell, -1.0, 1.0)) for cell in whole]
        if not rules.is_full:
            continue
        for place, member in enumerate(members, start=1):
            cuts.append(Cut(np.array([head, member]), np.array([-1.0, 1.0])))
            together = np.concatenate([[float(minimum)], np.minimum(counts[list(members)], minimum)])
            together[place] -= minimum
            cuts.append(Cut(whole, together))
    return cuts


def from_an_attack(rules: Rules, hidden: Reals, effort: Effort | None = None) -> list[Cut]:
    """Capacity cuts for cells that can move less far than they must. `hidden` may be fractional.

    The dual of the attacker's programme for one cell says which cells' freedom that cell depends on: those
    must be withheld to a sum of at least its need. Source: Fischetti and Salazar 2001.
    """
    counts, system = rules.table.counts, rules.table.system
    known = hidden < NEAR
    low, high = np.where(known, counts, 0), np.where(known, counts, BOUNDLESS)
    is_whole = bool((known | (hidden > 1 - NEAR)).all())
    cuts: list[Cut] = []
    for cells in system.components(~known):
        programme = Programme.over(system, cells, low, high, effort)
        least, most = counts.copy(), counts.copy()
        for cell in cells:
            for direction, need in ((-1, int(rules.down[cell])), (1, int(rules.up[cell]))):
                goal = counts[cell] + direction * need
                if not need or (is_whole and least[cell] <= goal <= most[cell]):
                    continue
                if programme.effort.is_over:
                    programme.effort.gave_up = True
                    return cuts
                cut, seen = _capacity(rules, programme, int(cell), direction, need, hidden)
                cuts += [] if cut is None else [cut]
                least[cells], most[cells] = np.minimum(least[cells], seen), np.maximum(most[cells], seen)
    return cuts


def _capacity(
    rules: Rules, programme: Programme, cell: int, direction: int, need: int, hidden: Reals
) -> tuple[Cut | None, Ints]:
    """The cut for one cell and direction, if its number falls short of the need (or of its fraction), and the
    numbers that came nearest.

    On a network a movement of one cell by `need` can be made of circuits through it that carry 1 each, so no
    other cell moves by more. Elsewhere a cell may rise without end, and counts as the whole need.
    """
    counts, cells, matrix = rules.table.counts, programme.cells, rules.table.system.matrix
    down = np.minimum(counts, need) if rules.table.is_network else counts
    rise = float(need) if rules.table.is_network else programme.cap
    share = hidden if rules.table.is_network else np.ceil(hidden - NEAR)
    programme.low = (counts - down * hidden)[cells]
    programme.high = (counts + rise * share)[cells]
    objective = np.where(cells == cell, float(-direction), 0.0)
    result = programme.with_prices(objective)
    seen = np.rint(result.x).astype(np.int64)
    short = need * hidden[cell] + direction * counts[cell] + float(result.fun)
    if short <= SHORT * need:
        return None, seen
    reduced = -(matrix[programme.rows].T @ result.eqlin.marginals)
    reduced[cell] -= direction
    reduced[np.abs(reduced) < NEAR] = 0
    weights = np.minimum(need, np.where(reduced < 0, -reduced * rise, reduced * down))
    weights[cell] -= need
    touched = np.flatnonzero(np.abs(weights) > NEAR)
    return Cut(touched, weights[touched]), seen


def from_whole_numbers(rules: Rules, hidden: Truths, effort: Effort | None = None) -> list[Cut]:
    """The rules again in whole numbers, for a pattern that holds over the real numbers.

    Where a cell fails, either it is shown or one more cell is withheld.
    """
    return [_one_more(hidden, cell) for cell, _, _ in unprotected(rules, hidden, effort=effort)]


def unprotected(
    rules: Rules, hidden: Truths, watch: Watch = nobody, effort: Effort | None = None
) -> list[Failing]:
    """Each withheld cell that is not free enough, in whole numbers, with the direction and distance it should move.

    For full ambiguity outside networks each value is tried; on a network there are no gaps. What the search gave up
    on counts as not free. In a table withheld whole every cell is free: one leaf may be anything, all others 0.
    """
    if hidden.all():
        return []
    counts, effort = rules.table.counts, effort or Effort()
    effort.spent += len(rules.table.system.column)
    low, high = np.where(hidden, 0, counts), np.where(hidden, BOUNDLESS, counts)
    memory = MEMORY if rules.is_full and not rules.table.is_network else 1
    attacker = Attacker(rules.table.system, low, high, watch=watch, effort=effort, memory=memory)
    attacker.start_from(counts)
    least, most = counts - rules.down, counts + rules.up
    attacker.sweep(least, most)
    cells = [int(cell) for cell in np.flatnonzero(hidden)]
    goals = {-1: least, 1: most}
    attacker.find([(cell, -1) for cell in cells if attacker.least[cell] > least[cell]], goals)
    attacker.find([(cell, 1) for cell in cells if attacker.most[cell] < most[cell]], goals)
    failing = [(cell, -1, int(rules.down[cell])) for cell in cells if attacker.least[cell] > least[cell]]
    failing += [(cell, 1, int(rules.up[cell])) for cell in cells if attacker.most[cell] < most[cell]]
    if failing:
        return sorted(failing)
    if rules.is_full:
        return _gaps(rules, attacker, cells)
    fixed = [cell for cell in cells if attacker.least[cell] == attacker.most[cell]]
    return [
        (cell, 1, 1)
        for cell, ends in zip(fixed, attacker.intervals(fixed), strict=True)
        if len(set(ends)) == 1
    ]


def _gaps(rules: Rules, attacker: Attacker, cells: list[int]) -> list[Failing]:
    """Cells that cannot have one of the values between their ends. There are none on a network."""
    values = range(1, rules.policy.minimum)
    broken = [
        cell
        for cell in ([] if rules.table.is_network else cells)
        if not all(attacker.can_be(cell, value) for value in values)
    ]
    return [(cell, 1, max(1, rules.policy.minimum - 1 - int(rules.table.counts[cell]))) for cell in broken]


def _one_more(hidden: Truths, cell: int) -> Cut:
    cells = np.concatenate([np.flatnonzero(~hidden), [cell]])
    weights = np.ones(len(cells))
    weights[-1] = -1.0
    return Cut(cells, weights)
