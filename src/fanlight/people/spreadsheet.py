"""Reading people and teams from a spreadsheet, and the empty one that people start from.

Only what the file says is decided here: which row, which column, which words. What it means is for `queries/plan.py`.
"""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MOST_BYTES = 2_000_000
MOST_UNPACKED = 40_000_000
MOST_ROWS = 2_000
MOST_COLUMNS = 40
LONGEST_CELL = 300


class Column(StrEnum):
    """The columns that mean something. Others are left alone."""

    PLACE = "Part of the organisation"
    TEAM = "Team"
    NAME = "Name"
    EMAIL = "E-mail"
    ROLE = "Role"


# Headings that people use for each. Compared without regard to case, blanks and hyphens.
HEADINGS = {
    Column.PLACE: {
        "partoftheorganisation",
        "organisation",
        "part",
        "division",
        "directorate",
        "site",
        "path",
    },
    Column.TEAM: {"team", "teamname", "ward", "unit", "department"},
    Column.NAME: {"name", "fullname", "person"},
    Column.EMAIL: {"email", "emailaddress", "mail", "address"},
    Column.ROLE: {"role", "teamrole"},
}


class Unreadable(Exception):  # noqa: N818 (it reads as what is wrong with the file)
    """The file cannot be used at all. The message says why, and what to do."""


@dataclass(frozen=True)
class SheetRow:
    """One row that has something in it, by the number that the spreadsheet program shows."""

    number: int
    place: str
    team: str
    name: str
    email: str
    role: str


def sheet_lines(name: str, content: bytes) -> Iterable[tuple[int, Sequence[Any]]]:
    """Every line of an XLSX or CSV file with its number, whatever it means. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable("This file is larger than 2 MB. Keep only the columns and rows that are needed.")
    is_workbook = content[:2] == b"PK"
    if not is_workbook and name.lower().endswith((".xls", ".ods", ".numbers")):
        raise Unreadable(
            "We cannot read this kind of spreadsheet. Save it as an Excel workbook (.xlsx) or as CSV."
        )
    return _from_workbook(content) if is_workbook else _from_csv(content)


def read_sheet(name: str, content: bytes) -> tuple[SheetRow, ...]:
    """The rows of an XLSX or CSV file of people and teams. Raises Unreadable."""
    rows = list(_rows(sheet_lines(name, content)))
    if not rows:
        raise Unreadable("There is a heading, but no row below it. Fill in at least one.")
    return tuple(rows)


def _rows(lines: Iterable[tuple[int, Sequence[Any]]]) -> Iterator[SheetRow]:
    columns: dict[Column, int] | None = None
    for number, cells in lines:
        texts = [_text(cell) for cell in cells[:MOST_COLUMNS]]
        if not any(texts):
            continue
        if columns is None:
            columns = _columns(texts)
            continue
        if number > MOST_ROWS + 1:
            raise Unreadable(f"There are more than {MOST_ROWS:,} rows. Read them in by several files.")
        cell = {column: texts[place] if place < len(texts) else "" for column, place in columns.items()}
        values = [cell.get(column, "")[: LONGEST_CELL + 1] for column in Column]
        if any(values):
            yield SheetRow(number, *values)
    if columns is None:
        raise Unreadable("There is nothing in this file. Start from our template.")


def _columns(headings: list[str]) -> dict[Column, int]:
    plain = ["".join(letter for letter in heading.casefold() if letter.isalnum()) for heading in headings]
    found = {}
    for column, names in HEADINGS.items():
        places = [place for place, heading in enumerate(plain) if heading in names]
        if len(places) > 1:
            raise Unreadable(f"Two columns look like “{column}”. Keep one of them.")
        if places:
            found[column] = places[0]
    if Column.TEAM not in found and Column.EMAIL not in found:
        raise Unreadable(
            f"The first row has to name the columns: {', '.join(Column)}. "
            "We found none of them. Start from our template."
        )
    return found


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = "" if cell is None else str(cell)
    kept = (" " if letter.isspace() else letter for letter in text if letter.isspace() or _shows(letter))
    return " ".join("".join(kept).split())


def _shows(letter: str) -> bool:
    """Letters that can be seen. Control and formatting marks come in by copying, and are no part of a name."""
    return unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _from_csv(content: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise Unreadable(f"Line {reader.line_num} of this file cannot be read as CSV ({error}).") from None


def _decoded(content: bytes) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _from_workbook(content: bytes) -> list[tuple[int, Sequence[Any]]]:
    import openpyxl  # slow to import, and only needed here

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable(
                    "This workbook unpacks to far more than its size. Save it anew, with one sheet."
                )
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
        return list(enumerate(rows, start=1))
    except Unreadable:
        raise
    except Exception:  # openpyxl raises whatever a broken part of the workbook made it trip over
        raise Unreadable("This workbook cannot be opened. Save it anew as .xlsx, or as CSV.") from None


EXAMPLES = (
    ("Medicine", "Ward 6", "Alice Mensah", "alice@example.org", "Lead"),
    ("Medicine", "Ward 6", "Bob Hughes", "bob@example.org", "Member"),
    ("Medicine > Outpatients", "Clinic 2", "", "", ""),
    ("", "", "Eve Lindqvist", "eve@example.org", "Coach"),
)


def template_csv() -> bytes:
    """The headings and a few made-up rows, for any program."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([tuple(Column), *EXAMPLES])
    return out.getvalue().encode("utf-8-sig")


def template_xlsx(notes: Sequence[str], roles: Sequence[str]) -> bytes:
    """The same as a workbook, with the roles to choose from and a sheet that explains."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("People and teams")
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(Column) - 1, 28)
        sheet.write_row(0, 0, list(Column), bold)
        for place, example in enumerate(EXAMPLES, start=1):
            sheet.write_row(place, 0, example)
        sheet.data_validation(1, 4, MOST_ROWS, 4, {"validate": "list", "source": list(roles)})
        explained = book.add_worksheet("How to fill it in")
        explained.set_column(0, 0, 100)
        explained.write_column(0, 0, list(notes))
    return out.getvalue()
