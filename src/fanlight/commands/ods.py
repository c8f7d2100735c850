"""Load a list of NHS organisation codes, so that organisations can be looked up by name.

A CSV file with a heading for the code and one for the name. Codes that are there already get their new names; others
are added. Nothing is taken away. Several files may be loaded one after the other.
"""

import argparse
import csv
import sys
from collections.abc import Sequence
from pathlib import Path

from fanlight.commands import Refused

CODES = ("odscode", "organisationcode", "orgcode", "code")
NAMES = ("odsname", "organisationname", "trustname", "orgname", "name")
LONGEST_CODE = 12
LONGEST_NAME = 200


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the list, as CSV with headings")


def run(options: argparse.Namespace) -> int:
    names = read(options.file)

    from fanlight.commands import _django

    _django.start()
    from fanlight.people.actions import load_listed_organisations

    total = load_listed_organisations(names=names)
    print(
        f"{len(names):,} organisations read from {options.file.name}; {total:,} are listed now.",
        file=sys.stderr,
    )
    return 0


def read(path: Path) -> dict[str, str]:
    """The names by their codes. Refuses a file without the two columns, and a row that cannot be right."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Refused(f"{path} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise Refused(f"{path} is not in UTF-8. Save it as “CSV UTF-8”.") from None
    reader = csv.reader(text.splitlines())
    headings = next(reader, [])
    code_at, name_at = _column(headings, CODES, "code", path), _column(headings, NAMES, "name", path)
    names = {}
    for cells in reader:
        if any(cell.strip() for cell in cells):
            code, name = _row(cells, code_at, name_at, f"{path}, row {reader.line_num}")
            names[code] = name
    if not names:
        raise Refused(f"{path} has headings, but no row below them.")
    return names


def _column(headings: Sequence[str], wanted: Sequence[str], what: str, path: Path) -> int:
    plain = ["".join(filter(str.isalnum, heading)).casefold() for heading in headings]
    for name in wanted:
        if name in plain:
            return plain.index(name)
    raise Refused(
        f"{path}, row 1: no column is headed as the {what}. It needs one of: {', '.join(wanted)}. "
        f"The headings are: {', '.join(headings) or 'none'}."
    )


def _row(cells: Sequence[str], code_at: int, name_at: int, where: str) -> tuple[str, str]:
    if len(cells) <= max(code_at, name_at):
        raise Refused(f"{where}: it has only {len(cells)} columns.")
    code, name = cells[code_at].strip().upper(), " ".join(cells[name_at].split())
    if not code.isalnum() or len(code) > LONGEST_CODE:
        raise Refused(f"{where}, column {code_at + 1}: “{code}” is not an organisation code.")
    if not name or len(name) > LONGEST_NAME:
        raise Refused(
            f"{where}, column {name_at + 1}: the name is missing or longer than {LONGEST_NAME} letters."
        )
    return code, name
