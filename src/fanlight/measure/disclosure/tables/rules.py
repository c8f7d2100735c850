"""Which numbers of a table are withheld for their own sake, and how free each withheld number must stay."""

from dataclasses import dataclass, field

import numpy as np

from fanlight.measure.disclosure.group import Ints
from fanlight.measure.disclosure.policy import Policy, Protection
from fanlight.measure.disclosure.tables.system import System, Truths
from fanlight.measure.disclosure.tables.table import Table


@dataclass(frozen=True, eq=False)
class Rules:
    """What a policy asks of one table.

    `primary`: the number is below the minimum; or everybody else in one of its totals is (but not nobody); or
    it was marked. `down` and `up`: how far each number, if it is withheld, must be able to move either way.
    For full ambiguity that is from at most 1 to at least the minimum less 1, whether the number is primary or
    not. For numeric protection it is the margin both ways (down to 0 at most), for primary numbers only.
    """

    table: Table
    policy: Policy
    primary: Truths = field(init=False)
    down: Ints = field(init=False)
    up: Ints = field(init=False)

    def __post_init__(self) -> None:
        counts = self.table.counts
        marked = np.array([key in self.table.marked for key in self.table.keys], dtype=bool)
        primary = marked | (counts < self.policy.minimum)
        primary |= _leaves_few(self.table.system, counts, self.policy.minimum)
        primary = _same_people(self.table.system, primary)
        if self.policy.protection is Protection.FULL:
            down = np.maximum(counts - 1, 0)
            up = np.maximum(self.policy.minimum - 1 - counts, 0)
        else:
            margin = self.policy.margin or 0
            down = np.where(primary, np.minimum(counts, margin), 0)
            up = np.where(primary, margin, 0)
        for name, value in [("primary", primary), ("down", down), ("up", up)]:
            object.__setattr__(self, name, value)

    @property
    def is_full(self) -> bool:
        return self.policy.protection is Protection.FULL

    def cost(self, hidden: Truths) -> int:
        """The sum of the counts withheld only to protect others."""
        return int(self.table.counts[hidden & ~self.primary].sum())


def _leaves_few(system: System, counts: Ints, minimum: int) -> Truths:
    """Members whose complement in their head is below the minimum but not nobody."""
    found = np.zeros(len(counts), dtype=bool)
    member = system.sign > 0
    head = np.asarray(system.heads, dtype=np.int64)[system.row]
    others = counts[head] - counts[system.column]
    found[system.column[member & (others > 0) & (others < minimum)]] = True
    return found


def _same_people(system: System, primary: Truths) -> Truths:
    """A head with one member is the same people: what is withheld of one is withheld of the other."""
    primary = primary.copy()
    pairs = [
        (head, each[0]) for head, each in zip(system.heads, system.members, strict=True) if len(each) == 1
    ]
    changed = True
    while changed:
        changed = False
        for head, member in pairs:
            if primary[head] != primary[member]:
                primary[head] = primary[member] = changed = True
    return primary
