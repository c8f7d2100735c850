"""Choose the way to decide: exactly on a tree, exactly by integer programming, or by a heuristic."""

from dataclasses import dataclass

import numpy as np

from fanlight.measure.disclosure.group import EVERYBODY, Group, Ints, Tree
from fanlight.measure.disclosure.tables.attacker import Watch, nobody, stretch
from fanlight.measure.disclosure.tables.cheapest import cheapest, is_small, lower_bound
from fanlight.measure.disclosure.tables.heuristic import pruned, repaired
from fanlight.measure.disclosure.tables.rules import Rules
from fanlight.measure.disclosure.tables.system import Truths
from fanlight.measure.disclosure.tables.table import Table
from fanlight.measure.disclosure.withholding import cheapest_cover


@dataclass(frozen=True, eq=False)
class Choice:
    """Which cells are withheld, and a bound: no safe pattern costs less (0: none was worked out)."""

    hidden: Truths
    bound: int


def decide(rules: Rules, watch: Watch = nobody) -> Choice:
    """The pattern for a table, the same for the same counts whatever the machine and the order of rows."""
    if len(rules.table.dimensions) == 1 and rules.is_full:
        hidden = _on_a_tree(rules)
        return Choice(hidden, rules.cost(hidden))
    if not is_small(rules):
        hidden = repaired(rules, rules.primary, stretch(watch, 0, 0.5))
        return Choice(pruned(rules, hidden, stretch(watch, 0.5, 1)), lower_bound(rules))
    pattern = cheapest(rules, stretch(watch, 0, 0.5))
    if pattern.holds and rules.cost(pattern.hidden) <= pattern.bound:
        return Choice(pattern.hidden, pattern.bound)
    starts = [pattern.hidden] if pattern.holds else [repaired(rules, pattern.hidden)]
    if rules.table.is_network:  # elsewhere it is dear, and seldom better
        starts.append(repaired(rules, rules.primary))
    rest = stretch(watch, 0.5, 1)
    return Choice(min((pruned(rules, each, rest) for each in starts), key=rules.cost), pattern.bound)


def _on_a_tree(rules: Rules) -> Truths:
    table, minimum = rules.table, rules.policy.minimum
    tree, order = tree_of(table)
    counts = table.counts[order][:, None]
    shown = cheapest_cover(
        tree, counts, rules.primary[order][:, None], counts[:, :, None], np.array([minimum])
    )
    hidden = np.ones(len(order), dtype=bool)
    hidden[order] = ~shown[:, 0]
    return hidden


def tree_of(table: Table) -> tuple[Tree, Ints]:
    """A table of one dimension as a tree of groups, and where each group's cell stands in the table."""
    (dimension,) = table.dimensions
    groups = {}
    for place, (label,) in enumerate(table.keys):
        path = tuple(reversed(dimension.path(label)[:-1]))
        groups[Group(dimension.name, path) if path else EVERYBODY] = place
    tree = Tree(tuple(groups))
    return tree, np.array([groups[group] for group in tree.groups], dtype=np.int64)
