"""Small worlds to release and attack, and an attacker who tries every table there is."""

from collections.abc import Iterator

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from fanlight.measure.disclosure import Counted, Group, Question, Shape
from fanlight.measure.disclosure.group import Tree

AGREE = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
HEARD = Question("heard", AGREE, frozenset({3, 4}), (1, 2, 3, 4, 5))
ONE_ROUND = Shape(frozenset({"spring"}), (HEARD,))
YES_NO = Shape(frozenset({"spring"}), (Question("q", ("no", "yes"), frozenset({1})),))


def ward(*path: str) -> Group:
    return Group("ward", path)


def people(**numbers: int) -> Counted:
    """Wards of one organisation, where nothing was asked: only how many people answered."""
    nothing = Shape(frozenset({"spring"}), ())
    return Counted.from_leaves(
        nothing, {ward(*name.split("_")): (number, []) for name, number in numbers.items()}
    )


def yes_no(answers: dict[Group, tuple[int, int]], blank: int = 0) -> Counted:
    """(no, yes) for each ward; each ward has `blank` people who answered something else."""
    return Counted.from_leaves(
        YES_NO, {group: (sum(pair) + blank, [list(pair)]) for group, pair in answers.items()}
    )


def trees(most: int = 3, deep: int = 2) -> st.SearchStrategy[list[tuple[str, ...]]]:
    """The paths of the leaves of a random tree."""
    shape: st.SearchStrategy[object] = st.just(None)
    for _ in range(deep):
        shape = st.one_of(st.just(None), st.lists(shape, min_size=1, max_size=most))
    return shape.filter(bool).map(lambda made: list(_paths(made, ())))


def _paths(made: object, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if not made:
        yield above
        return
    for place, below in enumerate(made):  # type: ignore[arg-type, var-annotated]
        yield from _paths(below, (*above, f"{place}"))


def worlds(counts: st.SearchStrategy[object], **shape: int) -> st.SearchStrategy[dict[Group, object]]:
    """A random tree with something at each leaf."""
    return trees(**shape).flatmap(
        lambda leaves: st.fixed_dictionaries({ward(*leaf): counts for leaf in leaves})
    )


def all_tables(tree: Tree, known: np.ndarray, most: int) -> np.ndarray:
    """Every way the leaves could be filled with 0 … most that agrees with the known groups (−1: not known)."""
    leaves = np.flatnonzero(tree.is_leaf())
    ways = [np.arange(most + 1) if known[leaf] < 0 else known[leaf : leaf + 1] for leaf in leaves]
    assume(np.prod([len(way) for way in ways]) <= 30_000)
    values = np.zeros((len(tree), int(np.prod([len(way) for way in ways]))), dtype=np.int64)
    values[leaves] = np.stack(np.meshgrid(*ways, indexing="ij")).reshape(len(leaves), -1)
    for level in tree.levels():
        np.add.at(values, tree.parent[level], values[level])
    agrees = ((known < 0)[:, None] | (values == known[:, None])).all(axis=0)
    return np.asarray(values[:, agrees].T)
