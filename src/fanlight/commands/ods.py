"""Load a list of NHS organisation codes, so that organisations can be looked up by name.

A CSV file as the NHS publishes it (no headings: the code first, then the name), or any other with a heading for the
code and one for the name. Codes that are there already get their new names; others are added. Nothing is taken away.
Several files may be loaded one after the other.
"""

import argparse
import csv
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from fanlight.commands import Refused

CODES = ("odscode", "organisationcode", "orgcode", "code")
NAMES = ("odsname", "organisationname", "trustname", "orgname", "name")
LONGEST_CODE = 12
LONGEST_NAME = 200
A_CODE = re.compile(r"[A-Z0-9]{3,12}")
CLOSED_ON = (
    11  # in a published file: the day on which the organisation closed, as 20260331; empty if it has not
)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the list, as CSV")


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
    rows = [row for row in enumerate(csv.reader(text.splitlines()), start=1) if any(map(str.strip, row[1]))]
    if not rows:
        raise Refused(f"{path} is empty.")
    first = rows[0][1]
    if _is_published(first):
        code_at, name_at = 0, 1
        rows = [(number, cells) for number, cells in rows if not _has_closed(cells)]
    else:
        code_at, name_at = _column(first, CODES, "code", path), _column(first, NAMES, "name", path)
        del rows[0]
    if not rows:
        raise Refused(f"{path} lists no organisation that is open.")
    return dict(_row(cells, code_at, name_at, f"{path}, row {number}") for number, cells in rows)


def _is_published(cells: Sequence[str]) -> bool:
    """Whether the first row is no heading but an organisation, as in the files that the NHS publishes."""
    return bool(A_CODE.fullmatch(cells[0].strip())) and not {_plain(cell) for cell in cells} & {
        *CODES,
        *NAMES,
    }


def _has_closed(cells: Sequence[str]) -> bool:
    closed_on = cells[CLOSED_ON].strip() if len(cells) > CLOSED_ON else ""
    return len(closed_on) == 8 and closed_on.isdigit() and closed_on <= f"{datetime.now(UTC):%Y%m%d}"


def _plain(heading: str) -> str:
    return "".join(filter(str.isalnum, heading)).casefold()


def _column(headings: Sequence[str], wanted: Sequence[str], what: str, path: Path) -> int:
    plain = [_plain(heading) for heading in headings]
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
