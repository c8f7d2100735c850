"""Read a table of rows and columns from CSV, XLSX or Parquet, keeping the row numbers people see."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fanlight.commands import Refused

KINDS = {".xlsx": "an Excel workbook", ".parquet": "a Parquet file"}
PARQUET, ZIP, OLD_EXCEL = b"PAR1", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, and its cells."""

    number: int
    cells: Sequence[Any]

    def cell(self, place: int) -> Any:
        """A cell by its place; short rows end in blanks."""
        return self.cells[place] if place < len(self.cells) else None

    @property
    def is_blank(self) -> bool:
        return not any(cell is not None and str(cell).strip() for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """Named columns and their rows, blank rows left out."""

    name: str
    columns: tuple[str, ...]
    rows: list[Row]

    def place(self, column: str) -> int | None:
        """Where a column stands; capitals and spaces around its name do not matter."""
        wanted = column.strip().lower()
        return next((at for at, name in enumerate(self.columns) if name.lower() == wanted), None)

    def needs(self, column: str, hint: str) -> int:
        """Where a column stands, or refuse, naming the columns there are."""
        if (place := self.place(column)) is None:
            raise Refused(f"{self.name} has no column “{column}”. It has: {', '.join(self.columns)}. {hint}")
        return place


def read_table(path: Path) -> Table:
    """The table in a file; refused with a plain reason if it cannot be read."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
        rows = _rows(path, start)
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from error
    header = next(rows, None)
    if header is None:
        raise Refused(f"{path.name} is empty.")
    columns = tuple("" if cell is None else str(cell).strip() for cell in header.cells)
    _refuse_twins(path.name, columns)
    found = list(rows)
    if start not in {PARQUET, ZIP}:
        _refuse_overhang(path.name, columns, found)
    return Table(path.name, columns, found)


def _rows(path: Path, start: bytes) -> Iterator[Row]:
    if start == PARQUET:
        return _parquet_rows(path)
    if start != ZIP and (kind := KINDS.get(path.suffix.lower())):
        raise Refused(f"{path.name} is not {kind} we can read.")
    if start == ZIP:
        found: Iterable[Sequence[Any]] = _excel_rows(path)
    elif start == OLD_EXCEL:
        raise Refused(f"{path.name} is an old Excel file. Save it as .xlsx or .csv and try again.")
    else:
        found = _csv_rows(path)
    rows = (Row(number, cells) for number, cells in enumerate(found, start=1))
    return (row for row in rows if not row.is_blank)


def _refuse_twins(name: str, columns: tuple[str, ...]) -> None:
    named = [column.lower() for column in columns if column]
    if twins := sorted({column for column in named if named.count(column) > 1}):
        raise Refused(f"{name} has more than one column “{twins[0]}”.")


def _refuse_overhang(name: str, columns: tuple[str, ...], rows: list[Row]) -> None:
    """A row longer than the heading: most likely a figure such as 1,234 that was cut at its comma."""
    for row in rows:
        beyond = [str(cell) for cell in row.cells[len(columns) :] if cell is not None and str(cell).strip()]
        if beyond:
            raise Refused(
                f"{name}, row {row.number} has more cells than the heading: “{beyond[0]}” stands under no column. "
                "A figure such as 1,234 needs quotation marks in a CSV file."
            )


def _csv_rows(path: Path) -> Iterable[Sequence[Any]]:
    text = _decoded(path)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Refused(f"{path.name} is not a table we can read: {error}.") from error


def _decoded(path: Path) -> str:
    """The file as text: UTF-8, UTF-16 where marked, else the Windows alphabet that Excel writes."""
    raw = path.read_bytes()
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", errors="replace")
    if b"\0" in raw:
        raise Refused(f"{path.name} is neither CSV, XLSX nor Parquet.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _excel_rows(path: Path) -> Iterable[Sequence[Any]]:
    """The rows of the first sheet, with the values that Excel last worked out."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        found = [[_as_shown(cell) for cell in cells] for cells in book.worksheets[0].iter_rows()]
        book.close()
    except Exception as error:  # a damaged zip or sheet can raise nearly anything
        raise Refused(f"{path.name} is not an Excel workbook we can read.") from error
    return found


def _as_shown(cell: Any) -> Any:
    """A cell's value; a share that Excel shows as a percentage comes as one, since that is what people see."""
    value = cell.value
    if isinstance(value, int | float) and "%" in str(cell.number_format):
        return f"{round(100 * value, 10)!r}%"
    return value


def _parquet_rows(path: Path) -> Iterator[Row]:
    """The rows of a Parquet file; the first data row is row 1, as there is no header to count."""
    import duckdb

    try:
        with duckdb.connect() as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            columns = [column[0] for column in found.description or []]
            rows = found.fetchall()
    except duckdb.Error as error:
        raise Refused(f"{path.name} is not a Parquet file we can read.") from error
    yield Row(0, columns)
    for number, cells in enumerate(rows, start=1):
        yield Row(number, cells)
