"""Reading how many people there are in each group, for the finite population correction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from fanlight.commands import Refused
from fanlight.commands._answers import Answers, first_bytes, label_of
from fanlight.commands._answers_rows import Row, open_text, whole_number
from fanlight.measure.scoring import MISSING, Grouping

COLUMN = "population"


@dataclass(frozen=True, slots=True)
class Size:
    """How many people there are in a group, and the row that says so. No column: everybody."""

    row: int
    column: str | None
    label: str | None
    people: int


def with_populations(answers: Answers, path: Path) -> tuple[Answers, int | None]:
    """The answers with their groups' sizes, and the size of everybody.

    Everybody's size is the row that names no group. Without such a row it is the sum over the first
    grouping, when that has a size for every group and a group for everyone; else it is not known.
    Errors: Refused, naming the row.
    """
    columns = [grouping.column for grouping in answers.groupings]
    sizes = _read(path, columns)
    by_column: Mapping[str, dict[str, int]] = {
        column: {
            size.label: size.people for size in sizes if size.column == column and size.label is not None
        }
        for column in columns
    }
    groupings = tuple(
        replace(grouping, populations=by_column[grouping.column]) for grouping in answers.groupings
    )
    everybody = next((size.people for size in sizes if size.column is None), None)
    if everybody is None and groupings and _is_covered(groupings[0]):
        everybody = sum(groupings[0].populations.values())
    _refuse_too_small(answers, sizes, path.name)
    return replace(answers, groupings=groupings), everybody


def _is_covered(grouping: Grouping) -> bool:
    return bool((grouping.index >= 0).all()) and all(
        label in grouping.populations for label in grouping.labels
    )


def _read(path: Path, columns: Sequence[str]) -> list[Size]:
    first_bytes(path)
    with open_text(path) as sheet:
        places = {name.strip().casefold(): place for place, name in enumerate(sheet.header)}
        if COLUMN not in places:
            raise Refused(f"{path.name} has no column called {COLUMN}. It has: {', '.join(sheet.header)}.")
        by = {column: places[column.casefold()] for column in columns if column.casefold() in places}
        if columns and not by:
            raise Refused(f"{path.name} has none of the columns {', '.join(columns)}.")
        sizes = [_size(path.name, number, row, by, places[COLUMN]) for number, row in sheet.rows]
    seen: set[tuple[str | None, str | None]] = set()
    for size in sizes:
        if (size.column, size.label) in seen:
            group = f"{size.column} {size.label}" if size.column else "everybody"
            raise Refused(f"{path.name}, row {size.row}: there is a size for {group} already.")
        seen.add((size.column, size.label))
    return sizes


def _size(file: str, number: int, row: Row, by: Mapping[str, int], place: int) -> Size:
    try:
        people = whole_number(row[place])
    except ValueError:
        people = None
    if people is None or people < 1:
        raise Refused(f"{file}, row {number}: the population must be a whole number of at least 1.")
    named = [(column, label) for column, at in by.items() if (label := label_of(row[at])) is not None]
    if len(named) > 1:
        raise Refused(
            f"{file}, row {number}: it names more than one group ({', '.join(by)}). Give each its own row."
        )
    column, label = named[0] if named else (None, None)
    return Size(number, column, label, people)


def _refuse_too_small(answers: Answers, sizes: Sequence[Size], file: str) -> None:
    answered = (answers.codes != MISSING).any(axis=1)
    places = {grouping.column: grouping for grouping in answers.groupings}
    for size in sizes:
        who, count = "everybody", int(answered.sum())
        if size.column is not None and size.label is not None:
            grouping = places[size.column]
            if size.label not in grouping.labels:
                continue
            inside = grouping.index == grouping.labels.index(size.label)
            who, count = f"{size.column} {size.label}", int(np.count_nonzero(answered & inside))
        if count > size.people:
            raise Refused(
                f"{file}, row {size.row}: {size.people} is too small a population for {who}, where {count} answered."
            )
