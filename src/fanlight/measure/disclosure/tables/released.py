"""A table of counts that may be published. It cannot be made but by `release_table`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from fanlight.measure.disclosure.attack import Attack, Opened
from fanlight.measure.disclosure.cell import Reason, Shown, Withheld
from fanlight.measure.disclosure.policy import Policy
from fanlight.measure.disclosure.tables.attacker import Watch, nobody, stretch
from fanlight.measure.disclosure.tables.cuts import unprotected
from fanlight.measure.disclosure.tables.deciding import decide
from fanlight.measure.disclosure.tables.published import Published, TableAttack
from fanlight.measure.disclosure.tables.rules import Rules
from fanlight.measure.disclosure.tables.system import Truths
from fanlight.measure.disclosure.tables.table import Key, Table

_DOOR = object()


@dataclass(frozen=True)
class Quality:
    """How good a release is: the total withheld only to protect others, and how far from the least it may be.

    `gap`: the share of that total that might have been saved, at most. 1.0: no bound was worked out.
    """

    withheld_cost: int
    is_optimal: bool
    gap: float


class ReleasedTable:
    """Each cell shown, or withheld with one shared reason. Made by `release_table(table, policy)` only.

    Holds no count of a withheld cell. Made, it has withstood its own attack (`attack`).
    """

    def __init__(
        self,
        door: object,
        cells: Mapping[Key, int | None],
        about: dict[str, Any],
        quality: Quality,
        watch: Watch = nobody,
    ) -> None:
        if door is not _DOOR:
            raise TypeError("a ReleasedTable is made by release_table(table, policy) and in no other way")
        self._cells = dict(cells)
        self._about = about
        self.quality = quality
        self.attack: TableAttack = Published.read(self._document()).attack(watch)
        if self.attack.opened:
            raise Opened(Attack((), tuple(str(each.cell) for each in self.attack.opened)))

    def __repr__(self) -> str:
        return f"ReleasedTable({len(self._cells)} cells)"

    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("a ReleasedTable is kept as its document")

    @property
    def dimensions(self) -> tuple[str, ...]:
        return tuple(self._about["table"]["dimensions"])

    @property
    def reason(self) -> Reason:
        """The one reason that all withheld cells share: to say which is which would say how large they are."""
        return Reason(self._about["reason"])

    def cells(self) -> dict[Key, Shown[int] | Withheld]:
        """Every cell, in the order of its labels."""
        return {
            key: Withheld(self.reason) if value is None else Shown(value)
            for key, value in self._cells.items()
        }

    def to_document(self, *, for_others: bool = False) -> dict[str, Any]:
        """The release as JSON: policy, quality, cells, and what an attacker can find out about each withheld cell.

        `withheld_cost` and `gap` are for whoever holds the counts. Where one cell covers another, the cost is
        that cell's count; so what is handed on is made `for_others`, without either.
        """
        attack = self.attack
        return {
            **self._document(),
            **(dict.fromkeys(("gap", "withheld_cost")) if for_others else {}),
            "attack": {
                "recoverable": len(attack.recoverable),
                "exact": attack.is_exact,
                "intervals": [
                    {"cell": self._named(each.cell), "low": each.low, "high": each.high}
                    for each in attack.intervals
                ],
            },
        }

    def _named(self, key: Key) -> dict[str, str]:
        return dict(zip(self.dimensions, key, strict=True))

    def _document(self) -> dict[str, Any]:
        reason = self._about["reason"]
        return {
            "policy": self._about["policy"],
            "table": self._about["table"],
            "optimal": self.quality.is_optimal,
            "gap": self.quality.gap,
            "cells": [
                {
                    "cell": self._named(key),
                    "status": "withheld" if value is None else "shown",
                    "value": value,
                    "reason": reason if value is None else None,
                }
                for key, value in self._cells.items()
            ],
            "withheld_cost": self.quality.withheld_cost,
        }


def release_table(table: Table, policy: Policy, watch: Watch = nobody) -> ReleasedTable:
    """What may be published of a table of counts, attacked before it is returned.

    The decision is attacked with the true counts in hand (is every withheld number as free as the policy
    asks?), then the document is, by somebody who has nothing else. Raises `Opened` if either finds anything.

    >>> from fanlight.measure.disclosure.tables import Dimension, Row, Table, release_table
    >>> wards = {"A": 30, "B": 12, "C": 4}
    >>> ward = Dimension.flat("ward", wards, "Total")
    >>> made = release_table(Table.from_rows([ward], [Row((w,), n) for w, n in wards.items()]), Policy())
    >>> [str(cell) for cell in made.cells().values()], made.quality.withheld_cost
    (['30', 'withheld', 'withheld', '46'], 12)
    """
    rules = Rules(table, policy)
    choice = decide(rules, stretch(watch, 0, 0.5))
    check_table(rules, choice.hidden, stretch(watch, 0.5, 0.75))
    cost = rules.cost(choice.hidden)
    best = choice.bound >= cost
    gap = 0.0 if best else (cost - choice.bound) / cost
    about = {
        "policy": {"minimum": policy.minimum, "protection": policy.margin or "full"},
        "table": {
            "dimensions": [each.name for each in table.dimensions],
            "hierarchies": {each.name: each.separator for each in table.dimensions if each.separator},
            "total": table.dimensions[0].total,
        },
        "reason": (Reason.MARKED if table.marked else Reason.SMALL_GROUP).value,
    }
    values = {
        key: None if is_hidden else int(count)
        for key, count, is_hidden in zip(table.keys, table.counts, choice.hidden, strict=True)
    }
    quality = Quality(cost, best, round(gap, 4))
    return ReleasedTable(_DOOR, values, about, quality, stretch(watch, 0.75, 1))


def check_table(rules: Rules, hidden: Truths, watch: Watch = nobody) -> None:
    """Attack a decision with the true counts in hand. Raises `Opened`.

    Full ambiguity needs no true counts to be checked, and the document's own attack does it; but its rule
    that the withheld members of a shown total have the minimum between them does. Numeric protection is
    checked here, and so is every value where intervals may have gaps.
    """
    opened = ["a number that must be withheld is shown"] if (rules.primary & ~hidden).any() else []
    system, counts = rules.table.system, rules.table.counts
    if rules.is_full and len(system.starts):
        inside = (system.sign > 0) & hidden[system.column]
        together = np.add.reduceat(np.where(inside, counts[system.column], 0), system.starts)
        several = np.add.reduceat(inside.astype(np.int64), system.starts)
        few = (several > 0) & ~hidden[np.asarray(system.heads)] & (together < rules.policy.minimum)
        opened += ["what is withheld of a total is too few together"] if few.any() else []
    if not (rules.is_full and rules.table.is_network) and unprotected(rules, hidden, watch):
        opened.append("a withheld number is not as free as it must be")
    if opened:
        raise Opened(Attack((), tuple(opened)))
