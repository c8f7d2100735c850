"""Groups of people as a tree, and the families in it whose numbers add up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, order=True)
class Group:
    """A group of people: a branch of one way of dividing everybody up.

    `split` names the way ("team", "profession"); `path` leads from the top to the group. `EVERYBODY`, the
    group at the top of every split, has neither.

    >>> ward = Group("team", ("Surgery", "Ward 6"))
    >>> print(ward), ward.parent == Group("team", ("Surgery",)), ward.parent.parent == EVERYBODY
    Surgery / Ward 6
    (None, True, True)
    """

    split: str = ""
    path: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.split) != bool(self.path):
            raise ValueError("a group needs both the name of its split and a path")
        if not all(self.path):
            raise ValueError(f"a group's path has an empty name: {self.path!r}")

    @property
    def parent(self) -> "Group":
        """The group one step up. Everybody's parent is everybody."""
        return Group(self.split, self.path[:-1]) if len(self.path) > 1 else EVERYBODY

    @property
    def name(self) -> str:
        return self.path[-1] if self.path else "Everybody"

    def __str__(self) -> str:
        return " / ".join(self.path) or "Everybody"


EVERYBODY = Group()


class CountsDisagree(ValueError):  # noqa: N818 (it reads as what is wrong)
    """The counts cannot all be true: one is negative, a total is not its parts' sum, a group is missing."""


@dataclass(frozen=True, repr=False)
class Tree:
    """Groups in one fixed order (everybody first, then by split and path), whatever order they came in.

    `parent[g]` is the position of g's parent (−1 for everybody). A *family* is the children of one group in
    one split: their numbers add up to the group's. `family[g]` is the family g is a child in, `head[f]` the
    group that family f adds up to. Families are numbered from the deepest up.
    """

    groups: tuple[Group, ...]
    parent: Ints = field(init=False, compare=False)
    depth: Ints = field(init=False, compare=False)
    family: Ints = field(init=False, compare=False)
    head: Ints = field(init=False, compare=False)
    position: dict[Group, int] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        groups = tuple(sorted(self.groups))
        position = {group: place for place, group in enumerate(groups)}
        if len(position) != len(self.groups):
            raise CountsDisagree("a group is named twice")
        if EVERYBODY not in position:
            raise CountsDisagree("the group of everybody is missing")
        orphan = next((group for group in groups if group.parent not in position), None)
        if orphan is not None:
            raise CountsDisagree(f"the group {orphan} has no group above it")
        depth = np.array([len(group.path) for group in groups], dtype=np.int64)
        parent = np.array([position[group.parent] for group in groups], dtype=np.int64)
        parent[0] = -1
        keys = [(-len(group.path), position[group.parent], group.split) for group in groups[1:]]
        numbers = {key: number for number, key in enumerate(sorted(set(keys)))}
        family = np.array([-1, *(numbers[key] for key in keys)], dtype=np.int64)
        head = np.array([key[1] for key in sorted(numbers)], dtype=np.int64)
        for name, value in [("parent", parent), ("depth", depth), ("family", family), ("head", head)]:
            value.setflags(write=False)
            object.__setattr__(self, name, value)
        object.__setattr__(self, "groups", groups)
        object.__setattr__(self, "position", position)

    @classmethod
    def above(cls, leaves: Iterable[Group]) -> "Tree":
        """The tree of these groups and every group above one of them."""
        found = {EVERYBODY}
        for leaf in leaves:
            step = leaf
            while step not in found:
                found.add(step)
                step = step.parent
        return cls(tuple(found))

    def __len__(self) -> int:
        return len(self.groups)

    def __repr__(self) -> str:
        return f"Tree({len(self.groups)} groups, {len(self.head)} families)"

    def levels(self) -> Sequence[Ints]:
        """The positions of the groups at each depth below everybody, the deepest level first.

        Within a level the members of a family stand together, families in their order.
        """
        result = []
        for level in range(int(self.depth.max()), 0, -1):
            members = np.flatnonzero(self.depth == level)
            result.append(members[np.argsort(self.family[members], kind="stable")])
        return result

    def is_leaf(self) -> NDArray[np.bool_]:
        """Which groups have no groups below them."""
        leaf = np.ones(len(self), dtype=bool)
        leaf[self.head] = False
        return leaf
