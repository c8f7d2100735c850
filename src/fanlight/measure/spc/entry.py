"""Dates and figures as people write them in spreadsheets and paste them into pages.

Pure reading of one cell at a time: what cannot be read raises `Unreadable` with the words to show. A day
comes before a month, as everywhere in the United Kingdom.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from math import nan

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
BLANKS = {"", "-", "–", "—", ".", "n/a", "na", "#n/a", "nan", "null", "none", "nil return", "missing", "nk"}

_YEAR = r"(?P<year>\d{4}|\d{2})"
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
        rf"(?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})[-/.]{_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_DAY}[\s-]+(?:of\s+)?{_NAME}[\s,-]+{_YEAR}{_TIME}",
        rf"{_WEEKDAY}{_NAME}\s+{_DAY},?\s+(?P<year>\d{{4}}){_TIME}",
        rf"{_NAME}[\s,-]+{_YEAR}",
    )
]
LARGEST = 1e15  # so that sums and squares of figures, and their labels, stay exact enough to be read
_FIGURE = re.compile(r"[-+]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)?(?:\.\d*)?(?:e[-+]?\d+)?", re.IGNORECASE)
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d{1,2}")


class Unreadable(ValueError):  # noqa: N818 (it reads as what happened: the cell is unreadable)
    """A cell that cannot be read; its text is fit to show."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure read from a cell. NaN if the cell was blank or said so."""

    value: float
    is_percentage: bool = False


def read_date(cell: object) -> date:
    """A date from a cell: `12 Jan 2026`, `12/1/2026`, `2026-01-12`, `Jan 2026` (its first day), or a date.

    Two-digit years are taken as 2000 to 2099. Errors: `Unreadable`.

    >>> read_date("28/2/2027"), read_date("Mon 12 January 2026"), read_date("Jan-26")
    (datetime.date(2027, 2, 28), datetime.date(2026, 1, 12), datetime.date(2026, 1, 1))
    >>> read_date("31 Febuary 2027")
    Traceback (most recent call last):
    ...
    fanlight.measure.spc.entry.Unreadable: “31 Febuary 2027” is not a date we can read. Try 28/2/2027.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = " ".join(str(cell).split())
    for form in _FORMS:
        if (found := form.fullmatch(text)) is not None:
            return _date(found.groupdict(), text)
    raise _not_a_date(text)


def _date(parts: dict[str, str | None], text: str) -> date:
    year = int(parts["year"] or 0)
    month = int(parts.get("month") or 0) or _month(parts.get("name") or "")
    try:
        return date(year + 2000 if year < 100 else year, month, int(parts.get("day") or 1))
    except ValueError:
        raise _not_a_date(text) from None


def _month(name: str) -> int:
    """The month of a name, which may be cut short; 0 if it is no month."""
    start = name.lower()[:3]
    if start not in MONTHS:
        return 0
    number = MONTHS.index(start) + 1
    whole = f"{date(2000, number, 1):%B}".lower()
    return number if whole.startswith(name.lower()) or name.lower() == "sept" else 0


def _not_a_date(text: str) -> Unreadable:
    if not text:
        return Unreadable("The date is missing.")
    return Unreadable(f"“{text}” is not a date we can read. Try 28/2/2027.")


def read_figure(cell: object) -> Figure:
    """A figure from a cell: `12`, `1,234`, `45%`, `3.5`; blank or `n/a` is a missing figure (NaN).

    Errors: `Unreadable`, also for a decimal comma, for a truth value and for infinity.

    >>> read_figure("1,234.5"), read_figure("45%")
    (Figure(value=1234.5, is_percentage=False), Figure(value=45.0, is_percentage=True))
    >>> read_figure("n/a")
    Figure(value=nan, is_percentage=False)
    >>> read_figure("about 12")
    Traceback (most recent call last):
    ...
    fanlight.measure.spc.entry.Unreadable: “about 12” is not a number.
    """
    if cell is None:
        return Figure(nan)
    if isinstance(cell, str) and _PLAIN.fullmatch(cell):  # nearly every cell, so looked for first
        return _finite(float(cell), cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _finite(float(cell), str(cell))
    text = " ".join(str(cell).replace("\u2212", "-").replace("\u00a0", " ").split())
    if text.lower() in BLANKS:
        return Figure(nan)
    number = text.removesuffix("%").rstrip()
    if _FIGURE.fullmatch(number) and any(letter.isdigit() for letter in number):
        value = float(number.replace(",", "").replace(" ", ""))
        return Figure(_finite(value, text).value, is_percentage=text.endswith("%"))
    if _DECIMAL_COMMA.fullmatch(number):
        raise Unreadable(f"“{text}” is not a number we can be sure of. Write decimals with a point.")
    raise Unreadable(f"“{text}” is not a number.")


def _finite(value: float, text: str) -> Figure:
    if value != value:
        return Figure(nan)
    if abs(value) > LARGEST:
        raise Unreadable(f"“{text}” is too large to draw.")
    return Figure(value)
