"""Answers from a Parquet file, read by DuckDB in batches of rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fanlight.commands import Refused
from fanlight.commands._answers import BAD, Answers, Labels, Layout, lay_out, refuse_code
from fanlight.commands._answers_rows import Codes
from fanlight.commands._progress import Progress
from fanlight.measure.instruments import Instrument
from fanlight.measure.scoring import LARGEST_CODE, MISSING, SMALLEST_CODE

if TYPE_CHECKING:
    import duckdb

BATCH = 262_144
SIGNED = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
WHOLE = (*SIGNED, *(f"U{kind}" for kind in SIGNED))
FRACTIONAL = ("FLOAT", "DOUBLE", "DECIMAL")


def read(path: Path, instrument: Instrument, by: Sequence[str]) -> Answers:
    """Answers from a Parquet file. Errors: Refused."""
    import duckdb

    try:
        with duckdb.connect() as connection:
            return _read(connection, path, instrument, by)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        raise Refused(f"{path.name} is not a Parquet file that we can read ({reason}).") from None


def _read(
    connection: "duckdb.DuckDBPyConnection", path: Path, instrument: Instrument, by: Sequence[str]
) -> Answers:
    source = _source(path)
    described = connection.execute(f"DESCRIBE SELECT * FROM read_parquet({source})").fetchall()  # noqa: S608
    types = [str(row[1]) for row in described]
    layout = lay_out([str(row[0]) for row in described], instrument, by, file=path.name)
    people = _count(connection, source)
    if not people:
        raise Refused(f"{path.name} has columns, but no answers.")
    names = [str(row[0]) for row in described]
    queries = (
        _query(layout, names, types, source, narrow=True),
        _query(layout, names, types, source, narrow=False),
    )
    codes = np.full((len(layout.items), people), MISSING, dtype=np.int8)
    labels = [Labels(name, path.name) for name in layout.by_names]
    indexes = [np.empty(people, dtype=np.int32) for _ in labels]
    with Progress(f"Reading {path.name}") as progress:
        for start in range(0, people, BATCH):
            columns = _fetch(connection, queries, start, people)
            end = min(start + BATCH, people)
            _fill(codes[:, start:end], columns, layout, instrument)
            _refuse_bad(codes[:, start:end], start, layout, instrument, connection, source)
            for place, (one, index) in enumerate(zip(labels, indexes, strict=True)):
                cells = _cells(columns[f"by{place}"])
                index[start:end] = np.fromiter(map(one.__getitem__, cells), dtype=np.int32, count=len(cells))
            progress.at(end, people)
    return Answers(codes.T, tuple(one.grouping(index) for one, index in zip(labels, indexes, strict=True)))


def _source(path: Path) -> str:
    """The path as an SQL text in which no character is a wildcard."""
    plain = "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path.resolve()))
    return "'" + plain.replace("'", "''") + "'"


def _count(connection: "duckdb.DuckDBPyConnection", source: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM read_parquet({source})").fetchone()  # noqa: S608
    return int(row[0]) if row else 0


def _query(layout: Layout, names: Sequence[str], types: Sequence[str], source: str, *, narrow: bool) -> str:
    wanted = [
        f"{_expression(names[column], types[column], narrow=narrow)} AS item{place}"
        for place, column in enumerate(layout.items)
        if column is not None
    ]
    wanted += [
        f"{_quoted(names[column])}::{'DOUBLE' if types[column].startswith(FRACTIONAL) else 'VARCHAR'} AS by{place}"
        for place, column in enumerate(layout.by)
    ]
    return f"SELECT {', '.join(wanted)} FROM read_parquet({source}, file_row_number=true)"  # noqa: S608


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _expression(name: str, kind: str, *, narrow: bool) -> str:
    """How a column of this type is fetched; `narrow` makes one byte of any whole number, or fails."""
    column = _quoted(name)
    if kind in WHOLE:
        return f"{column}::TINYINT" if narrow else column
    if kind.startswith(FRACTIONAL):
        return f"{column}::DOUBLE"
    return f"{column}::VARCHAR"


def _fetch(
    connection: "duckdb.DuckDBPyConnection", queries: tuple[str, str], start: int, people: int
) -> dict[str, NDArray[Any]]:
    """One batch of rows. A number that does not fit in a byte is no code: fetch it as it is, to show it."""
    import duckdb

    rows = (
        f" WHERE file_row_number >= {start} AND file_row_number < {start + BATCH}" if people > BATCH else ""
    )
    narrow, wide = queries
    try:
        return connection.execute(narrow + rows).fetchnumpy()
    except duckdb.ConversionException:
        return connection.execute(wide + rows).fetchnumpy()


def _fill(
    codes: NDArray[np.int8], columns: dict[str, NDArray[Any]], layout: Layout, instrument: Instrument
) -> None:
    meanings = {scale.id: Codes(scale) for scale in instrument.scales}
    for place, item in enumerate(instrument.items):
        if layout.items[place] is not None:
            codes[place] = _meaning(columns[f"item{place}"], meanings[item.scale])


def _meaning(column: NDArray[Any], scale: Codes) -> NDArray[np.int8]:
    """A column as codes of a scale: MISSING where blank, BAD where the scale does not know the value."""
    values, blank = np.ma.getdata(column), np.ma.getmask(column)
    if values.dtype == object:
        return np.frombuffer(bytes(map(scale.__getitem__, _cells(column))), dtype=np.int8)
    if values.dtype != np.int8:
        is_code = (values >= SMALLEST_CODE) & (values <= LARGEST_CODE)
        if values.dtype.kind == "f":
            blank = blank | np.isnan(values)
            is_code &= values == np.floor(values)
        values = np.where(is_code, values, BAD).astype(np.int8)
    codes = np.frombuffer(values.tobytes().translate(scale.table), dtype=np.int8)
    return codes if blank is np.ma.nomask else np.where(blank, np.int8(MISSING), codes)


def _cells(column: NDArray[Any]) -> list[object]:
    """A column as plain values, None where blank."""
    cells = np.ma.getdata(column).astype(object)
    cells[np.ma.getmaskarray(column)] = None
    return list(cells)


def _refuse_bad(
    codes: NDArray[np.int8],
    start: int,
    layout: Layout,
    instrument: Instrument,
    connection: "duckdb.DuckDBPyConnection",
    source: str,
) -> None:
    """Refuse the first value, from the top, that its item does not know."""
    bad = codes == BAD
    if not bad.any():
        return
    row = int(bad.any(axis=0).argmax())
    place = int(bad[:, row].argmax())
    column = layout.items[place]
    name = _quoted(layout.header[column]) if column is not None else "NULL"
    query = f"SELECT {name} FROM read_parquet({source}, file_row_number=true) WHERE file_row_number = ?"  # noqa: S608
    value = connection.execute(query, [start + row]).fetchall()[0][0]
    raise refuse_code(layout.file, start + row + 1, instrument, instrument.items[place], value)
