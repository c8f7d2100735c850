"""Reading many figures at once, from a paste or a file: every row that is kept, and every row that is not, with why.

Nothing is decided here about what is saved: the page shows both lists, and the person says yes.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fanlight.improvement.actions import Entry
from fanlight.improvement.models import Counts, Measure
from fanlight.measure.spc.entry import BLANKS, Figure, Unreadable, read_date, read_figure

MOST_ROWS = 2_000
LONGEST_SHOWN = 60
_TOTAL = re.compile(
    r"^(?:grand |sub-?)?(?:totals?|sums?|average|mean|overall|year to date|ytd)\b", re.IGNORECASE
)
_NO_YEAR = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*\s+)?\d{1,2}(?:st|nd|rd|th)?[\s/-]+(?:[a-z]{3,9}\.?|\d{1,2})|[a-z]{3,9}\.?",
    re.IGNORECASE,
)
_START, _REST = re.compile(r"\d{1,3}"), re.compile(r"\d{3}")
_OUT_OF = re.compile(r"^\s*([\d.,]+)\s*(?:/|of|out of)\s*([\d.,]+)\s*$", re.IGNORECASE)
_WEEK_OF = re.compile(r"^(?:w/?c|week (?:of|from|commencing|beginning)|wk)\.?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Problem:
    """A row that is not kept (or, with `is_kept`, one that is, and how it was understood)."""

    number: int
    row: str
    words: str
    is_kept: bool = False


@dataclass(frozen=True)
class Kept:
    """A row that can be put down."""

    number: int
    entry: Entry


@dataclass
class Read:
    """What a paste came to."""

    kept: list[Kept] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    blank_lines: int = 0


def lines_of(text: str) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows of a paste with their numbers: by tabs if a row has one, else by semicolons, commas or blanks."""
    for number, line in enumerate(text.splitlines(), start=1):
        yield number, _cells(line)


def _cells(line: str) -> list[str]:
    for separator in ("\t", ";", ","):
        if separator in line:
            return [cell.strip() for cell in next(csv.reader([line], delimiter=separator))]
    if len(wide := re.split(r"\s{2,}", line.strip())) > 1:
        return wide
    text = line.strip()
    last = text.rsplit(None, 1)[-1] if text else ""
    if _is_date(text) or not (any(letter.isdigit() for letter in last) or last.lower() in BLANKS):
        return [text]
    return text.rsplit(None, 1)


def _is_date(text: str) -> bool:
    try:
        read_date(text)
    except Unreadable:
        return False
    return True


def read_lines(lines: Iterable[tuple[int, Sequence[Any]]], *, measure: Measure, today: date) -> Read:
    """Read every row for this measure. Figures that are there already are kept as they are, and that is said."""
    read, taken = Read(), dict(measure.figures.values_list("on", "value"))
    before: date | None = None
    seen: dict[date, int] = {}
    for number, raw in lines:
        cells = [cell for cell in raw if cell not in (None, "")]
        if not any(str(cell).strip() for cell in cells):
            read.blank_lines += 1
            continue
        row = "  ".join(str(cell) for cell in cells)[:LONGEST_SHOWN]
        if number > MOST_ROWS:
            read.problems.append(
                Problem(number, row, f"Only the first {MOST_ROWS:,} rows are read. Paste the rest later.")
            )
            break
        try:
            on, guessed = _when(cells, before=before, today=today, is_first=not (read.kept or read.problems))
            entry = Entry(on, *_value(cells[1:], measure))
            _refuse_known(measure, entry, seen, taken, today)
        except Unreadable as problem:
            read.problems.append(Problem(number, row, str(problem)))
            continue
        before = on
        seen[measure.period_of(on)] = number
        read.kept.append(Kept(number, entry))
        if guessed:
            read.problems.append(Problem(number, row, guessed, is_kept=True))
    return read


def _when(cells: list[Any], *, before: date | None, today: date, is_first: bool) -> tuple[date, str]:
    """The row's day, and how it was understood where the year was not written."""
    first = cells[0]
    text = " ".join(str(first).split())
    if _TOTAL.match(text):
        raise Unreadable("A total or an average, not a figure of its own. It is left out.")
    try:
        return read_date(_WEEK_OF.sub("", text) if isinstance(first, str) else first), ""
    except Unreadable:
        guess = _with_a_year(_WEEK_OF.sub("", text), before=before, today=today)
        if guess is None and is_first and not any(letter.isdigit() for letter in "".join(map(str, cells))):
            raise Unreadable("A heading. It is left out.") from None
        if guess is None:
            raise
        return guess, f"No year is written: read as {guess.day} {guess:%B %Y}."


def _with_a_year(text: str, *, before: date | None, today: date) -> date | None:
    """A day without its year: the one nearest to the row before, else the last one that is not to come."""
    if not _NO_YEAR.fullmatch(text):
        return None
    found = []
    joint = "/" if "/" in text else " "
    for year in range((before or today).year - 1, (before or today).year + 2):
        try:
            found.append(read_date(f"{text}{joint}{year}"))
        except Unreadable:
            continue
    past = [day for day in found if day <= today]
    if before is not None:
        return min(past, key=lambda day: abs((day - before).days), default=None)
    return max(past, default=None)


def _value(cells: list[Any], measure: Measure) -> tuple[float, float | None]:
    if measure.is_of_events:
        return 1.0, None
    if not cells:
        raise Unreadable("A date without a figure.")
    if measure.has_size:
        return _share(cells)
    _refuse_cut(cells)
    figure = read_figure(cells[0])
    if figure.is_percentage:
        raise Unreadable("A percentage, and this measure counts plain figures.")
    value = _there(figure)
    if measure.counts == Counts.COUNT and value < 0:
        raise Unreadable("A count cannot be less than nought.")
    return value, None


def _refuse_cut(cells: list[Any]) -> None:
    """1,234 pasted from a file with commas between its cells comes as 1 and 234: nobody can tell it from two."""
    first, second = (*cells, "", "")[:2]
    if (
        all(isinstance(cell, str) for cell in cells[:2])
        and _START.fullmatch(first)
        and _REST.fullmatch(second)
    ):
        raise Unreadable(f"One figure, {first},{second}, or two? If it is one, write it without the comma.")


def _share(cells: list[Any]) -> tuple[float, float]:
    """Two cells, or one that says 9/12 or "9 of 12"."""
    if len(cells) == 1 and (both := _OUT_OF.match(str(cells[0]))):
        cells = list(both.groups())
    first = read_figure(cells[0])
    if first.is_percentage:
        raise Unreadable(
            "A percentage alone does not say of how many. Give both: how many, and out of how many."
        )
    value = _there(first)
    if len(cells) < 2:
        raise Unreadable("One number, and two are needed: how many, and out of how many.")
    size = _there(read_figure(cells[1]))
    if not 0 <= value <= size or size == 0:
        raise Unreadable(f"{value:g} out of {size:g} cannot be.")
    return value, size


def _there(figure: Figure) -> float:
    if figure.value != figure.value:
        raise Unreadable("No figure: the cell is blank or says so. It is left out.")
    return figure.value


def _refuse_known(
    measure: Measure, entry: Entry, seen: dict[date, int], taken: dict[date, float | None], today: date
) -> None:
    on = measure.period_of(entry.on)
    if entry.on > today:
        raise Unreadable(f"{entry.on.day} {entry.on:%B %Y} is still to come.")
    if on in seen and not measure.is_of_events:
        raise Unreadable(f"Row {seen[on]} is of the same time. The first one counts.")
    if on in taken:
        raise Unreadable("There is a figure for this time already. It stays as it is.")
