"""Small tables of counts, and an attacker who tries every table there is. Nothing here uses the engine's own mind."""

from collections.abc import Iterable, Mapping
from itertools import product

import numpy as np
from hypothesis import reject
from hypothesis import strategies as st

from fanlight.measure.disclosure import Policy
from fanlight.measure.disclosure.tables import Dimension, Row, Table
from fanlight.measure.disclosure.tables.rules import Rules

Ints = np.ndarray
LARGE, MORE = 60_000, 6
PATHS = ["T/A/1", "T/A/2", "T/B"]


def flat(name: str, size: int) -> Dimension:
    return Dimension.flat(name, [f"{name}{place}" for place in range(size)], "Total")


def tree(name: str, paths: Iterable[str] = PATHS) -> Dimension:
    return Dimension.hierarchy(name, paths, "/", "Total")


SHAPES = {
    "a row": [flat("a", 4)],
    "a tree": [tree("a", ["T/A/1", "T/A/2", "T/B/1", "T/B/2"])],
    "2 × 2": [flat("a", 2), flat("b", 2)],
    "2 × 3": [flat("a", 2), flat("b", 3)],
    "a tree × 2": [tree("a"), flat("b", 2)],
    "2 × 2 × 2": [flat("a", 2), flat("b", 2), flat("c", 2)],
}


def table_of(
    dimensions: list[Dimension], counts: Mapping[tuple[str, ...], int], marked: object = ()
) -> Table:
    return Table.from_rows(
        dimensions,
        [Row(key, count, key in marked) for key, count in counts.items()],  # type: ignore[operator]
    )


def tables(shape: str, counts: st.SearchStrategy[int]) -> st.SearchStrategy[Table]:
    dimensions = SHAPES[shape]
    keys = list(product(*(sorted(each.leaves) for each in dimensions)))
    return st.fixed_dictionaries(dict.fromkeys(keys, counts)).map(lambda made: table_of(dimensions, made))


# All sums of this table stay as they are if each number changes by its entry, any number of times: by nothing else.
MOVE = [
    [[0, -1, 1], [0, 0, 0], [0, 1, -1]],
    [[1, 0, -1], [0, -1, 1], [-1, 1, 0]],
    [[-1, 1, 0], [0, 1, -1], [1, -2, 1]],
]
MOVES = {(f"a{a}", f"b{b}", f"c{c}"): MOVE[a][b][c] for a, b, c in product(range(3), repeat=3)}
TWICE = ("a2", "b2", "c1")  # what changes by two at once


def one_way(twice: int = 5, rising: int = 3, falling: int = 3) -> tuple[Table, Ints]:
    """The table, and which of its numbers are withheld: those that move."""
    counts = {key: rising if move > 0 else falling for key, move in MOVES.items() if move} | {TWICE: twice}
    rows = [Row(key, counts.get(key, 20)) for key in MOVES]
    table = Table.from_rows([flat("a", 3), flat("b", 3), flat("c", 3)], rows)
    return table, np.array([bool(MOVES.get(key)) for key in table.keys])


def agreeing(table: Table, hidden: Ints) -> Ints:
    """The tables of whole numbers that agree with all that is shown: (tables, cells).

    Leaf by leaf. A leaf inside a shown total is tried up to that total. A leaf that is in no shown total can be
    anything and ties nothing down: those are 0, or one of them is up to more than any count. Too large a world is
    left out.
    """
    leaves, inside = _leaves(table)
    shown = np.flatnonzero(~hidden)
    last = np.where(inside, np.arange(len(leaves)), -1).max(axis=1)
    made = np.zeros((1, len(table.keys)), dtype=np.int64)
    loose = []
    for column, leaf in enumerate(leaves):
        above = shown[inside[shown, column]]
        if not above.size:
            loose.append(column)
            continue
        tried = np.arange(table.counts[above].min() + 1) if hidden[leaf] else table.counts[[leaf]]
        made = np.repeat(made, len(tried), axis=0)
        made += np.tile(tried, len(made) // len(tried))[:, None] * inside[:, column]
        done = shown[last[shown] == column]
        made = made[(made[:, shown] <= table.counts[shown]).all(axis=1)]
        made = made[(made[:, done] == table.counts[done]).all(axis=1)]
        if len(made) >= LARGE:
            reject()
    values = range(1, int(table.counts.max()) + MORE)
    more = [made + value * inside[:, column] for column in loose for value in values]
    return np.concatenate([made, *more]) if len(made) < LARGE // 10 else made


def _leaves(table: Table) -> tuple[list[int], Ints]:
    """Where the leaf cells stand, and which cells each is counted in: (cells, leaves)."""
    leaves = [
        place
        for place, key in enumerate(table.keys)
        if all(label in each.leaves for label, each in zip(key, table.dimensions, strict=True))
    ]
    inside = np.zeros((len(table.keys), len(leaves)), dtype=bool)
    for row, key in enumerate(table.keys):
        for column, leaf in enumerate(leaves):
            paths = [each.path(table.keys[leaf][axis]) for axis, each in enumerate(table.dimensions)]
            inside[row, column] = all(label in path for label, path in zip(key, paths, strict=True))
    return leaves, inside


def is_safe(table: Table, hidden: np.ndarray, policy: Policy) -> bool:
    """The promise, tried on every table that agrees with what is shown."""
    seen = agreeing(table, hidden)
    rules = Rules(table, policy)
    for cell in np.flatnonzero(hidden):
        values = set(seen[:, cell].tolist())
        count = int(table.counts[cell])
        if len(values) < 2:
            return False
        if policy.margin is None and not set(range(1, policy.minimum)) <= values:
            return False
        if policy.margin is not None and rules.primary[cell]:
            low, high = max(0, count - policy.margin), count + policy.margin
            if min(values) > low or max(values) < high:
                return False
    return True


def obeys(table: Table, hidden: np.ndarray, policy: Policy) -> bool:
    """The rules that a pattern itself shows: nothing small is shown, and who is withheld together is enough."""
    rules, counts, system = Rules(table, policy), table.counts, table.system
    if (rules.primary & ~hidden).any():
        return False
    for head, members in zip(system.heads, system.members, strict=True):
        together = [cell for cell in members if hidden[cell]]
        if (
            policy.margin is None
            and together
            and not hidden[head]
            and counts[together].sum() < policy.minimum
        ):
            return False
    return True
