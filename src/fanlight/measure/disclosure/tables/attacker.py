"""The attacker with a solver: for each withheld number, the least and the most it can be."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.disclosure.group import Ints
from fanlight.measure.disclosure.tables.programme import NEAR, Effort, Programme, Reals
from fanlight.measure.disclosure.tables.system import BOUNDLESS, Impossible, System

SMALL = 64
FEW = 3
Target = tuple[int, int]
Watch = Callable[[float, float], None]
Goals = Mapping[int, Ints]
NO_GOALS: Goals = {}


def nobody(done: float, total: float) -> None:
    """Nobody watches how far the work has come."""


def stretch(watch: Watch, begins: float, ends: float) -> Watch:
    """Watches a part of the work that stretches from one share of the whole to another.

    >>> seen = []
    >>> stretch(lambda done, total: seen.append(done / total), 0.5, 1.0)(1, 2)
    >>> seen
    [0.75]
    """
    return lambda done, total: watch(begins + (ends - begins) * done / (total or 1), 1)


@dataclass(eq=False)
class Attacker:
    """Somebody who knows the equations of a table and bounds on each cell (equal where it is shown).

    `low` and `high` are narrowed by subtraction on entry, unless `narrow` is false. `least` and `most` hold,
    for each cell, the ends that some table of whole numbers seen so far reaches, and `values` the small
    numbers it was seen to have: every whole table that a programme finds is kept as a witness for all its
    cells, and so is every table between and beyond it and each of the last `memory` (`_go_on`).
    """

    system: System
    low: Ints
    high: Ints
    narrow: bool = True
    watch: Watch = nobody
    effort: Effort = field(default_factory=Effort)
    memory: int = 1
    least: Ints = field(init=False)
    most: Ints = field(init=False)
    values: NDArray[np.uint64] = field(init=False)
    parts: list[Ints] = field(init=False)
    label: Ints = field(init=False)
    last: dict[int, list[Ints]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        if self.narrow:
            self.low, self.high = self.system.narrowed(self.low, self.high)
        fixed = self.low == self.high
        self.least = np.where(fixed, self.low, BOUNDLESS)
        self.most = np.where(fixed, self.high, -1)
        self.values = np.zeros(self.system.cells, dtype=np.uint64)
        self.saw(np.flatnonzero(fixed), self.low[fixed])
        self.parts = self.system.components(~fixed)
        self.label = np.full(self.system.cells, -1, dtype=np.int64)
        for number, cells in enumerate(self.parts):
            self.label[cells] = number

    def saw(self, cells: Ints, values: Ints) -> None:
        """Remember a table of whole numbers."""
        self.least[cells] = np.minimum(self.least[cells], values)
        self.most[cells] = np.maximum(self.most[cells], values)
        small = values < SMALL
        self.values[cells[small]] |= np.uint64(1) << values[small].astype(np.uint64)

    def start_from(self, table: Ints) -> None:
        """Remember a whole table, all its cells."""
        self.saw(np.arange(len(table)), table)
        self.last = {part: [table[cells]] for part, cells in enumerate(self.parts)}

    def intervals(self, cells: Iterable[int]) -> list[tuple[int, int]]:
        """The least and the most each number can be, in whole numbers. `BOUNDLESS`: no upper end."""
        wanted = [int(cell) for cell in cells]
        self.find([(cell, direction) for cell in wanted for direction in (-1, 1)])
        return [(int(self.least[cell]), int(self.most[cell])) for cell in wanted]

    def find(self, targets: Iterable[Target], goals: Goals = NO_GOALS) -> None:
        """Find ends of intervals (−1: the least, +1: the most), so that `least` and `most` are true there.

        With `goals`, an array for each direction, a number is taken as far as its goal and no further: to show
        that it can be reached is much less work than to show how far beyond it one can go.

        Linear programmes give the ends over the real numbers, one cell of each component at a time. Where the
        table found is whole, that is the end; otherwise an integer programme is asked.
        """
        waiting: dict[int, list[Target]] = {}
        for cell, direction in targets:
            if self.label[cell] >= 0:
                waiting.setdefault(int(self.label[cell]), []).append((cell, direction))
        total = 1
        while waiting and not self._gives_up():
            turn = {}
            for part in list(waiting):
                waiting[part] = [each for each in waiting[part] if not self._is_far_enough(*each, goals)]
                if waiting[part]:
                    turn[part] = waiting[part].pop()
                else:
                    del waiting[part]
            if turn:
                self._solve(turn, goals)
            total = max(total, sum(map(len, waiting.values())))
            self.watch(total - sum(map(len, waiting.values())), total)

    def sweep(self, least: Ints, most: Ints) -> None:
        """Look for tables that take many cells at once down to `least` or up to `most`, and keep them."""
        for goal, direction in ((least, -1), (most, 1)):
            missing = -1
            while True:
                seen = self.most if direction > 0 else self.least
                far = np.flatnonzero((direction * (goal - seen) > 0) & (self.label >= 0))
                if len(far) < FEW * (1 + len(np.unique(self.label[far]))) or len(far) == missing:
                    break
                missing = len(far)
                programme = self._programme(np.unique(self.label[far]))
                self._keep(programme, programme.nearest(far, goal[far], direction))

    def can_be(self, cell: int, value: int) -> bool:
        """Whether some table of whole numbers has exactly this value in this cell."""
        if value < SMALL and int(self.values[cell]) >> value & 1:
            return True
        if self.label[cell] < 0 or self._gives_up():
            return False
        programme = self._programme([int(self.label[cell])])
        place = int(np.searchsorted(programme.cells, cell))
        programme.low[place] = programme.high[place] = value
        found = programme.best(np.zeros(len(programme.cells)), in_whole_numbers=True)
        if found is not None:
            self._keep(programme, found)
        return found is not None

    def _gives_up(self) -> bool:
        """Whether the effort is over while there is something left to look for."""
        self.effort.gave_up |= self.effort.is_over
        return self.effort.is_over

    def _is_far_enough(self, cell: int, direction: int, goals: Goals) -> bool:
        inner, outer = (self.most, self.high) if direction > 0 else (self.least, self.low)
        end = outer[cell] if direction not in goals else goals[direction][cell]
        return bool(inner[cell] == outer[cell] or direction * (inner[cell] - end) >= 0)

    def _programme(self, parts: Iterable[int]) -> Programme:
        cells = np.sort(np.concatenate([self.parts[part] for part in parts]))
        return Programme.over(self.system, cells, self.low, self.high, self.effort)

    def _solve(self, turn: dict[int, Target], goals: Goals) -> None:
        programme = self._programme(turn)
        objective = np.zeros(len(programme.cells))
        for cell, direction in turn.values():
            objective[_bounded(programme, cell, direction, goals)] = -direction
        solution = programme.best(objective)
        if solution is None:
            raise Impossible("the figures cannot all be true at once")
        self._keep(programme, solution)
        for part, (cell, direction) in turn.items():
            best = solution[np.searchsorted(programme.cells, cell)]
            inner, outer = (self.most, self.high) if direction > 0 else (self.least, self.low)
            end = np.floor(best + NEAR) if direction > 0 else np.ceil(best - NEAR)
            is_found = direction * (end - inner[cell]) <= 0 or self._in_whole_numbers(
                part, cell, direction, goals
            )
            if is_found and (
                direction not in goals or direction * (goals[direction][cell] - inner[cell]) > 0
            ):
                outer[cell] = inner[cell]
            elif direction not in goals:
                outer[cell] = int(end)

    def _in_whole_numbers(self, part: int, cell: int, direction: int, goals: Goals) -> bool:
        """Whether the end was found. Where the search was given up, a nearer one may have been."""
        programme = self._programme([part])
        objective = np.zeros(len(programme.cells))
        objective[_bounded(programme, cell, direction, goals)] = -direction
        gave_up, self.effort.gave_up = self.effort.gave_up, False
        found = programme.best(objective, in_whole_numbers=True)
        is_end, self.effort.gave_up = not self.effort.gave_up, self.effort.gave_up or gave_up
        if found is not None:
            self._keep(programme, found)
        elif is_end:
            raise Impossible("the figures cannot all be true at once in whole numbers")
        return is_end

    def _keep(self, programme: Programme, solution: Reals) -> None:
        """Remember those components of a solution that are whole."""
        whole = np.rint(solution)
        broken = self.label[programme.cells[np.abs(solution - whole) > NEAR]]
        good = ~np.isin(self.label[programme.cells], broken)
        values = np.where(
            programme.has_no_end & (whole > programme.cap / 2), BOUNDLESS, whole.astype(np.int64)
        )
        self.saw(programme.cells[good], values[good])
        for part in np.unique(self.label[programme.cells[good]]):
            self._go_on(int(part), values[self.label[programme.cells] == part])

    def _go_on(self, part: int, found: Ints) -> None:
        """From a table before to this one is a movement that keeps all sums: make it again while there is room."""
        if found.max() >= BOUNDLESS:
            return
        before = self.last.setdefault(part, [])
        for start in before:
            self._along(self.parts[part], found, found - start)
        before.append(found)
        del before[: -self.memory]

    def _along(self, cells: Ints, found: Ints, move: Ints) -> None:
        step = int(np.gcd.reduce(move))
        if not step:
            return
        moving = move != 0
        cells, found, move = cells[moving], found[moving], move[moving] // step
        rooms = [
            np.where(way > 0, self.high[cells] - found, found - self.low[cells]) // np.abs(way)
            for way in (move, -move)
        ]
        most, least = (min(int(room.min()), SMALL) for room in rooms)
        tables = found + np.arange(-least, most + 1)[:, None] * move
        self.least[cells] = np.minimum(self.least[cells], tables.min(axis=0))
        self.most[cells] = np.maximum(self.most[cells], tables.max(axis=0))
        small = np.where(tables < SMALL, np.uint64(1) << (tables % SMALL).astype(np.uint64), np.uint64(0))
        self.values[cells] |= np.bitwise_or.reduce(small, axis=0)


def _bounded(programme: Programme, cell: int, direction: int, goals: Goals) -> int:
    """Where the cell stands in the programme, after its goal, if it has one, was made its bound."""
    place = int(np.searchsorted(programme.cells, cell))
    if direction in goals:
        end = programme.high if direction > 0 else programme.low
        end[place] = (min if direction > 0 else max)(end[place], float(goals[direction][cell]))
    return place
