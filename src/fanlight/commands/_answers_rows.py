"""Answers from files that are read row by row: CSV and Excel."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from fanlight.commands import Refused
from fanlight.commands._answers import BAD, Answers, Labels, Layout, lay_out, refuse_code
from fanlight.commands._progress import Progress
from fanlight.measure.instruments import Instrument, Scale
from fanlight.measure.scoring import LARGEST_CODE, MISSING, SMALLEST_CODE

BATCH = 20_000
BLANK = frozenset({"", "na", "n/a", "nan", "null", "none", ".", "#n/a"})
MOST_REMEMBERED = 10_000
Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and numbered rows, as a spreadsheet numbers them; `done` says which share is behind us."""

    file: str
    header: list[str]
    rows: Iterator[tuple[int, Row]]


class Codes(dict[object, int]):
    """What a cell means on one scale, as a byte: a code, MISSING or BAD. Learns each value once."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        every = (*scale.codes, *scale.missing_codes)
        self.known = {code for code in every if SMALLEST_CODE <= code <= LARGEST_CODE}

    def __missing__(self, cell: object) -> int:
        byte = self.meaning(cell) % 256
        if len(self) < MOST_REMEMBERED:
            self[cell] = byte
        return byte

    def meaning(self, cell: object) -> int:
        try:
            number = whole_number(cell)
        except ValueError:
            return BAD
        if number is None:
            return MISSING
        return number if number in self.known else BAD

    @property
    def table(self) -> bytes:
        """For each byte of a column of codes: itself, or BAD. Made for `bytes.translate`."""
        return bytes((byte if byte - 256 * (byte > 127) in self.known else BAD) % 256 for byte in range(256))


def whole_number(cell: object) -> int | None:
    """The whole number in a cell; None for a blank. Errors: ValueError for anything else.

    >>> whole_number(" 4 "), whole_number("4.0"), whole_number("4,0"), whole_number("NA"), whole_number(4.0)
    (4, 4, 4, None, 4)
    """
    if cell is None or (isinstance(cell, str) and cell.strip().casefold() in BLANK):
        return None
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise ValueError("not a number")
    number = float(cell.replace(",", ".")) if isinstance(cell, str) else cell
    if number != number:
        return None
    if number in (float("inf"), float("-inf")) or number != int(number):
        raise ValueError("not a whole number")
    return int(number)


def read_text(path: Path, instrument: Instrument, by: Sequence[str]) -> Answers:
    """Answers from a CSV file: comma, semicolon or tab; UTF-8, UTF-16 or Windows' own letters."""
    with Progress(f"Reading {path.name}") as progress, open_text(path, progress) as sheet:
        return _decode(sheet, instrument, by)


@contextmanager
def open_text(path: Path, progress: Progress | None = None) -> Iterator[Sheet]:
    """A CSV file as a sheet. Errors: Refused where it is not one."""
    encoding = _encoding(path)
    with path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding=encoding, newline="")
        first = text.readline()
        if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
            separator, first = first.strip()[4], ""
        else:
            separator = max(",;\t|", key=first.count)
        reader = csv.reader(_lines(first, text), delimiter=separator)
        rows = _numbered(reader, path, raw, progress)
        _, header = next(((n, row) for n, row in rows if any(row)), (0, []))
        if not header:
            raise Refused(f"{path.name} is empty.")
        yield Sheet(path.name, [str(name) for name in header], _same_width(rows, len(header), path.name))


def _encoding(path: Path) -> str:
    """UTF-8 unless the file says or shows otherwise. Codes are plain in all of them; names need the right one."""
    with path.open("rb") as file:
        start = file.read(4)
        if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
        import codecs

        decoder = codecs.getincrementaldecoder("utf-8")()
        file.seek(0)
        try:
            while block := file.read(1 << 20):
                decoder.decode(block)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _lines(first: str, text: Iterable[str]) -> Iterator[str]:
    if first:
        yield first
    yield from text


def _numbered(
    reader: Iterator[list[str]], path: Path, raw: BinaryIO, progress: Progress | None
) -> Iterator[tuple[int, Row]]:
    """Rows as a spreadsheet numbers them, blank ones left out."""
    size, number = path.stat().st_size, 0
    try:
        for number, row in enumerate(reader, start=1):
            if progress and number % BATCH == 0:
                progress.at(raw.tell(), size)
            if row:
                yield number, row
    except csv.Error as error:
        raise Refused(
            f"{path.name}, row {number + 1}: this is not CSV that we can read ({error}). Look for a quotation "
            "mark that is never closed, or save the file again as CSV."
        ) from None
    except UnicodeDecodeError:
        raise Refused(
            f"{path.name}: the letters are in no encoding that we know. Save it as UTF-8."
        ) from None


def _same_width(rows: Iterable[tuple[int, Row]], width: int, file: str) -> Iterator[tuple[int, Row]]:
    """Rows as wide as the header: blanks added to short ones, blanks cut from long ones."""
    for number, row in rows:
        if len(row) == width:
            yield number, row
            continue
        extra = [cell for cell in row[width:] if cell is not None and str(cell).strip()]
        swallowed = len(row) < width and "\n" in str(row[-1])
        if extra or swallowed:
            raise Refused(
                f"{file}, row {number}: it has {len(row)} cells, but the header has {width}. Look for a separator "
                "or a quotation mark too many."
            )
        yield number, [*row[:width], *[None] * (width - len(row))]


def read_workbook(path: Path, instrument: Instrument, by: Sequence[str]) -> Answers:
    """Answers from an Excel workbook: the first sheet that has a column named by an item."""
    import warnings

    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns about styles and validations that we do not read
        try:
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        except Exception:  # a damaged zip or sheet can raise nearly anything
            raise Refused(f"{path.name} is not an Excel workbook that we can read.") from None
        try:
            with Progress(f"Reading {path.name}") as progress:
                return _decode(_sheet(book, path.name, instrument, progress), instrument, by)
        finally:
            book.close()


def _sheet(book: Any, file: str, instrument: Instrument, progress: Progress) -> Sheet:
    found = [sheet for sheet in (_open_sheet(one, file, progress) for one in book.worksheets) if sheet]
    if not found:
        raise Refused(f"{file} is empty.")
    with_items = (sheet for sheet in found if any(instrument.has_item(name.strip()) for name in sheet.header))
    return next(with_items, found[0])


def _open_sheet(worksheet: Any, file: str, progress: Progress) -> Sheet | None:
    total = worksheet.max_row or 0
    worksheet.reset_dimensions()  # what a workbook says of its own size is often wrong
    rows = _numbered_cells(worksheet, file, total, progress)
    _, header = next(rows, (0, ()))
    while header and header[-1] is None:
        header = header[:-1]
    names = ["" if name is None else str(name) for name in header]
    return Sheet(file, names, _same_width(rows, len(names), file)) if names else None


def _numbered_cells(worksheet: Any, file: str, total: int, progress: Progress) -> Iterator[tuple[int, Row]]:
    try:
        for number, row in enumerate(worksheet.iter_rows(values_only=True), start=1):
            progress.at(number, total)
            if any(cell is not None for cell in row):
                yield number, tuple(str(cell) if isinstance(cell, bool) else cell for cell in row)
    except Refused:
        raise
    except Exception:  # a damaged zip or sheet can raise nearly anything
        raise Refused(f"{file}: the sheet {worksheet.title} is damaged.") from None


def _decode(sheet: Sheet, instrument: Instrument, by: Sequence[str]) -> Answers:
    layout = lay_out(sheet.header, instrument, by, file=sheet.file)
    meanings = {scale.id: Codes(scale) for scale in instrument.scales}
    labels = [Labels(name, sheet.file) for name in layout.by_names]
    blocks: list[NDArray[np.int8]] = []
    indexes: list[list[NDArray[np.int32]]] = [[] for _ in labels]
    while batch := list(islice(sheet.rows, BATCH)):
        columns = list(zip(*(row for _, row in batch), strict=True))
        blocks.append(_codes(columns, batch, layout, instrument, meanings))
        for one, place, index in zip(labels, layout.by, indexes, strict=True):
            index.append(np.fromiter(map(one.__getitem__, columns[place]), dtype=np.int32, count=len(batch)))
    if not blocks:
        raise Refused(f"{sheet.file} has a header, but no answers.")
    return Answers(
        codes=np.concatenate(blocks, axis=1).T,
        groupings=tuple(
            one.grouping(np.concatenate(parts)) for one, parts in zip(labels, indexes, strict=True)
        ),
    )


def _codes(
    columns: Sequence[Row],
    batch: Sequence[tuple[int, Row]],
    layout: Layout,
    instrument: Instrument,
    meanings: dict[str, Codes],
) -> NDArray[np.int8]:
    """One batch, items × people. The first value that no item knows, from the top, is refused."""
    codes = np.full((len(layout.items), len(batch)), MISSING, dtype=np.int8)
    for place, (item, column) in enumerate(zip(instrument.items, layout.items, strict=True)):
        if column is not None:
            meaning = meanings[item.scale]
            codes[place] = np.frombuffer(bytes(map(meaning.__getitem__, columns[column])), dtype=np.int8)
    bad = codes == BAD
    if bad.any():
        row = int(bad.any(axis=0).argmax())
        place = int(bad[:, row].argmax())
        column = layout.items[place]
        assert column is not None  # noqa: S101 (a column that is not there holds no bad value)
        raise refuse_code(
            layout.file, batch[row][0], instrument, instrument.items[place], columns[column][row]
        )
    return codes
