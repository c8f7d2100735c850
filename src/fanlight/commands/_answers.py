"""Reading a file of answers: CSV, Excel or Parquet, one row a respondent, columns named by item code."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fanlight.commands import Refused
from fanlight.measure.instruments import Instrument, Item
from fanlight.measure.scoring import Grouping

BAD = -127
"""Stands in a column of codes for a value that its item does not know, until it is refused."""

MOST_GROUPS = 10_000


@dataclass(frozen=True, slots=True)
class Answers:
    """What a file of answers holds, ready for `fanlight.measure.scoring.score`.

    `codes` is people × items in the order of the instrument's items, raw, MISSING where blank. `groupings`
    are in the order asked for. An item outside composites may have no column; nobody answered it then.
    """

    codes: NDArray[np.int8]
    groupings: tuple[Grouping, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column holds which item, and which the groups. None: the file has no such column."""

    file: str
    header: tuple[str, ...]
    items: tuple[int | None, ...]
    by: tuple[int, ...]

    @property
    def by_names(self) -> tuple[str, ...]:
        return tuple(self.header[place] for place in self.by)


def read_answers(path: Path, instrument: Instrument, *, by: Sequence[str] = ()) -> Answers:
    """Read a file of answers. Errors: Refused, in words that name the file, the row and the column.

    What kind of file it is shows in its first bytes, not in its name.
    """
    start = first_bytes(path)
    if start.startswith(b"PAR1"):
        from fanlight.commands import _answers_parquet

        return _answers_parquet.read(path, instrument, by)
    from fanlight.commands import _answers_rows

    if start.startswith(b"PK\x03\x04"):
        return _answers_rows.read_workbook(path, instrument, by)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            f"{path.name} is an old Excel file (.xls) or has a password. Save it as .xlsx without one, or as CSV."
        )
    return _answers_rows.read_text(path, instrument, by)


def first_bytes(path: Path) -> bytes:
    """The first four bytes, or a refusal when the file is not there, empty or closed to us."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except FileNotFoundError:
        raise Refused(f"there is no file {path}.") from None
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from None
    if not start:
        raise Refused(f"{path.name} is empty.")
    return start


def lay_out(header: Sequence[str], instrument: Instrument, by: Sequence[str], *, file: str) -> Layout:
    """Find the columns, or refuse in words."""
    places: dict[str, list[int]] = {}
    for place, name in enumerate(header):
        places.setdefault(name.strip().casefold(), []).append(place)
    items = tuple(_only_one(places, item.code, file) for item in instrument.items)
    _refuse_missing_columns(items, header, instrument, file)
    return Layout(
        file,
        tuple(name.strip() for name in header),
        items,
        tuple(_by(places, name, header, file) for name in by),
    )


def _only_one(places: dict[str, list[int]], name: str, file: str) -> int | None:
    found = places.get(name.strip().casefold(), [])
    if len(found) > 1:
        columns = " and ".join(str(place + 1) for place in found)
        raise Refused(f"{file} has the column {name} more than once (columns {columns}).")
    return found[0] if found else None


def _by(places: dict[str, list[int]], name: str, header: Sequence[str], file: str) -> int:
    place = _only_one(places, name, file)
    if place is None:
        raise Refused(f"--by {name}: {file} has no column of that name. It has: {_some(header)}.")
    return place


def _refuse_missing_columns(
    items: Sequence[int | None], header: Sequence[str], instrument: Instrument, file: str
) -> None:
    wanted = [item.code for item in instrument.items]
    if all(place is None for place in items):
        raise Refused(
            f"{file} has no column named by an item of {instrument.id} ({_some(wanted)}). It has: {_some(header)}. "
            "Is this the right instrument, and does the first row hold the column names?"
        )
    alone = {item.code for item in instrument.items_alone}
    gone = [code for code, place in zip(wanted, items, strict=True) if place is None and code not in alone]
    if gone:
        raise Refused(
            f"{file} has no column for {_some(gone)}. If that was not asked, add an empty column of that name."
        )


def _some(names: Sequence[str]) -> str:
    at_most = 12
    shown = ", ".join(name if name.strip() else "(no name)" for name in names[:at_most])
    return shown + (f" and {len(names) - at_most} more" if len(names) > at_most else "")


def refuse_code(file: str, row: int, instrument: Instrument, item: Item, value: object) -> Refused:
    """The refusal of a value that an item does not know."""
    scale = instrument.scale_of(item)
    allowed = [
        str(option.code) if option.code in scale.codes else f"{option.code} ({option.label})"
        for option in scale.every_option
    ]
    is_number = not isinstance(value, str) or value.strip().lstrip("+-").isdigit()
    shown = str(value).strip() if is_number else f"“{str(value).strip()[:40]}”"
    return Refused(
        f"{file}, row {row}, column {item.code}: {shown} is not a code of this item. It takes "
        f"{', '.join(allowed)} or a blank."
    )


class Labels(dict[object, int]):
    """Numbers for the groups of a column, in the order in which they turn up; −1 for a blank."""

    def __init__(self, column: str, file: str) -> None:
        super().__init__()
        self.column, self.file = column, file
        self.names: dict[str, int] = {}

    def __missing__(self, cell: object) -> int:
        name = label_of(cell)
        place = -1 if name is None else self.names.setdefault(name, len(self.names))
        if len(self.names) > MOST_GROUPS:
            raise Refused(
                f"--by {self.column}: {self.file} has more than {MOST_GROUPS:,} different values there. "
                "Does this column name groups?"
            )
        self[cell] = place
        return place

    def grouping(self, index: NDArray[np.int32]) -> Grouping:
        """The grouping, its labels in their natural order (Ward 2 before Ward 10)."""
        order = sorted(self.names, key=natural)
        new_place = np.full(len(order) + 1, -1, dtype=np.int32)
        for place, name in enumerate(order):
            new_place[self.names[name]] = place
        return Grouping(self.column, tuple(order), new_place[index])


def label_of(cell: object) -> str | None:
    """A cell as the name of a group; None for a blank. A whole number has no decimal point."""
    if cell is None or (isinstance(cell, float) and cell != cell):
        return None
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip() or None


def natural(name: str) -> list[tuple[int, int, str]]:
    """A key that sorts figures by their value and words without regard to case.

    >>> sorted(["Ward 10", "ward 2", "A&E"], key=natural)
    ['A&E', 'ward 2', 'Ward 10']
    """
    import re

    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    return [(0, int(part), "") if part[0] in "0123456789" else (1, 0, part.casefold()) for part in parts]
