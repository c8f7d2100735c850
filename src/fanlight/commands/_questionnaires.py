"""Questionnaires as files: packs, wording files, FHIR resources and XLSForms, whichever a person has."""

import csv
import io
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fanlight.commands import Refused
from fanlight.measure.instruments import Instrument, InvalidInstrument, load, read_toml, with_wording

if TYPE_CHECKING:
    from fanlight.measure.instruments.exchange import Imported

Sheets = dict[str, list[list[object]]]
MOST_ROWS = 20_000  # a sheet may claim a million
LARGEST = 20_000_000  # bytes: no questionnaire comes near it, and a spreadsheet bomb does


def pack(id_or_path: str, wording: str | None = None) -> Instrument:
    """The instrument of this name or file, with the operator's wording laid over it if there is some."""
    try:
        instrument = load(id_or_path)
        if wording is None:
            return instrument
        return with_wording(instrument, read_toml(Path(wording)), file=Path(wording).name)
    except InvalidInstrument as error:
        raise Refused(str(error)) from None


def read_foreign(path: Path) -> "Imported":
    """Another program's questionnaire, by the ending of its file's name."""
    from fanlight.measure.instruments.exchange import from_fhir, from_xlsform

    readers = {".xlsx": _xlsx, ".xlsm": _xlsx, ".xls": _xls, ".csv": _csv}
    ending = path.suffix.casefold()
    _refuse_unreadable(path)
    try:
        if ending == ".json":
            return from_fhir(_json(path), file=path.name)
        if ending in readers:
            return from_xlsform(readers[ending](path), file=path.name)
    except InvalidInstrument as error:
        raise Refused(str(error)) from None
    raise Refused(
        f"{path.name}: we read FHIR (.json) and XLSForm (.xlsx, .xls, .csv), not {ending or 'this'}."
    )


def _refuse_unreadable(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}.") from None
    if size > LARGEST:
        raise Refused(
            f"{path.name}: {size // 1_000_000} megabytes. A questionnaire is at most {LARGEST // 1_000_000}."
        )


def _json(path: Path) -> dict[str, Any]:
    import json

    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused(f"{path.name}: this is not JSON we can read: {error}.") from None
    if not isinstance(found, dict):
        raise Refused(f"{path.name}: a FHIR resource is a JSON object, and this is not one.")
    return found


def _xlsx(path: Path) -> Sheets:
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows = {sheet.title: islice(sheet.iter_rows(values_only=True), MOST_ROWS + 1) for sheet in workbook}
        sheets: Sheets = {title: [list(row) for row in found] for title, found in rows.items()}
    except Exception as error:  # openpyxl lets whatever broke inside the file come through
        raise Refused(f"{path.name}: this is not an Excel workbook we can read: {error}.") from None
    for title, found in sheets.items():
        if len(found) > MOST_ROWS:
            raise Refused(
                f"{path.name}: sheet {title} has more than {MOST_ROWS} rows. That is no questionnaire."
            )
    return sheets


def _xls(path: Path) -> Sheets:
    try:
        import xlrd  # type: ignore[import-untyped]
    except ImportError:
        raise Refused(
            f"{path.name}: the old .xls format needs a part of Fanlight that is not installed. "
            "Save the file as .xlsx, or install fanlight[exchange]."
        ) from None
    try:
        workbook = xlrd.open_workbook(path)
        return {
            sheet.name: [sheet.row_values(row) for row in range(sheet.nrows)] for sheet in workbook.sheets()
        }
    except Exception as error:  # xlrd lets whatever broke inside the file come through
        raise Refused(f"{path.name}: this is not an Excel workbook we can read: {error}.") from None


def _csv(path: Path) -> Sheets:
    """An XLSForm in one CSV file: the first column names the sheet, the rest of its rows follow."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Refused(f"{path.name}: this is not a CSV file we can read: {error}.") from None
    sheets: Sheets = {}
    rows_of_sheet: list[list[object]] = []
    for row in rows:
        if row and row[0].strip():
            rows_of_sheet = sheets.setdefault(row[0].strip(), [])
        rows_of_sheet.append(list(row[1:]))
    return sheets
