"""From a file's answers to counts: for every group, how many chose each answer. Nothing of a person is left in them."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from fanlight.commands._answers import Answers
from fanlight.measure.disclosure import EVERYBODY, Counted, Group
from fanlight.measure.instruments import Instrument, Item
from fanlight.results.shapes import shape_of

NO_GROUP = "no group given"
LOWEST = 128  # an answer is kept in one byte, from −128 on
Ints = NDArray[np.int64]


def counted(
    answers: Answers, instrument: Instrument, *, everybody: int | None, already_reversed: bool
) -> tuple[Counted, set[Group]]:
    """The counts of the file, and the groups of which it is known how many people belong to them.

    With a grouping, its groups are the smallest ones; whoever names none is in a group of their own. A group that is
    only in the list of sizes is one that nobody answered in: it is withheld like any small one, and not left out.
    """
    shape = shape_of(instrument, rounds=frozenset({"file"}))
    groups, index = _groups(answers)
    width = shape.width
    chosen = np.full(len(answers.codes), False)
    tables = np.zeros((len(groups), len(instrument.items), width), dtype=np.int64)
    for column, item in enumerate(instrument.items):
        table = _places(instrument, item, already_reversed=already_reversed)
        places = table[answers.codes[:, column].astype(np.int16) + LOWEST]
        answered = places >= 0
        chosen |= answered
        flat = index[answered] * width + places[answered]
        tables[:, column] = np.bincount(flat, minlength=len(groups) * width).reshape(-1, width)
    people = np.bincount(index[chosen], minlength=len(groups))
    leaves = {group: (int(people[place]), tables[place]) for place, group in enumerate(groups)}
    sizes = _sizes(answers, everybody)
    return Counted.from_leaves(shape, leaves, sizes), set(sizes)


def _groups(answers: Answers) -> tuple[list[Group], NDArray[np.int64]]:
    """The smallest groups, and for each person the place of theirs."""
    if not answers.groupings:
        return [EVERYBODY], np.zeros(len(answers.codes), dtype=np.int64)
    grouping = answers.groupings[0]
    labels = [*grouping.labels, *(label for label in grouping.populations if label not in grouping.labels)]
    groups = [Group(grouping.column, (label,)) for label in labels]
    index = grouping.index.astype(np.int64)
    if (index < 0).any() or not groups:
        index[index < 0] = len(groups)
        groups.append(Group(grouping.column, (_free_name(labels),)))
    return groups, index


def _free_name(labels: Sequence[str]) -> str:
    name = NO_GROUP
    while name in labels:
        name = f"({name})"
    return name


def _places(instrument: Instrument, item: Item, *, already_reversed: bool) -> Ints:
    """For every code that a file can hold, the place of its answer; −1 for a code that says nothing."""
    scale = instrument.scale_of(item)
    places = np.full(2 * LOWEST, -1, dtype=np.int64)
    for place, code in enumerate(scale.codes):
        printed = scale.reversed_code(code) if already_reversed and item.is_negative else code
        places[printed + LOWEST] = place
    return places


def _sizes(answers: Answers, everybody: int | None) -> Mapping[Group, int]:
    sizes = {} if everybody is None else {EVERYBODY: everybody}
    for grouping in answers.groupings[:1]:
        for label, people in grouping.populations.items():
            sizes[Group(grouping.column, (label,))] = people
    return sizes
