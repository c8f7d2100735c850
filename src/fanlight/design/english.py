"""Numbers, dates and shares as people say them: filters in templates, functions everywhere else."""

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import pairwise

from django.utils import timezone

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# A share in per cent, and how it is said.
SHARES = (
    (0, "nobody"),
    (3, "almost nobody"),
    (10, "about one in ten"),
    (20, "about one in five"),
    (25, "about one in four"),
    (33, "about one in three"),
    (40, "about two in five"),
    (50, "about half"),
    (60, "about three in five"),
    (67, "about two in three"),
    (75, "about three in four"),
    (80, "about four in five"),
    (90, "about nine in ten"),
    (97, "almost everybody"),
    (100, "everybody"),
)


def share(percent: float) -> str:
    """A percentage as a share of people.

    >>> share(68)
    'about two in three'
    >>> share(100), share(99), share(0), share(1)
    ('everybody', 'almost everybody', 'nobody', 'almost nobody')
    """
    if not 0 <= percent <= 100:
        raise ValueError(f"A share lies between 0 and 100 per cent, not at {percent}.")
    if percent in (0, 100):
        return SHARES[0][1] if percent == 0 else SHARES[-1][1]
    for (low, word), (high, _) in pairwise(SHARES[1:-1]):
        if percent < (low + high) / 2:
            return word
    return SHARES[-2][1]


def number(value: int) -> str:
    """A whole number: in words up to ten, then in figures.

    >>> number(3), number(11), number(1200)
    ('three', '11', '1,200')
    """
    return WORDS[value] if 0 < value < len(WORDS) else f"{value:,}"


def counted(value: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "answer"), counted(2, "window"), counted(0, "person", "people")
    ('one answer', 'two windows', 'no people')
    """
    noun = one if value == 1 else many or one + "s"
    return f"{number(value) if value else WORDS[0]} {noun}"


def listed(things: Iterable[str], last: str = "and") -> str:
    """Things in a row, as a sentence has them.

    >>> listed(["teamwork", "civility"]), listed(["a", "b", "c"])
    ('teamwork and civility', 'a, b and c')
    """
    *first, end = list(things) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def _local(value: date | datetime) -> date | datetime:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def day(value: date | datetime) -> str:
    """A date.

    >>> day(date(2026, 11, 23))
    '23 November 2026'
    """
    local = _local(value)
    return f"{local.day} {local:%B %Y}"


def stretch(first: date, last: date) -> str:
    """From one day to another, saying no month or year twice.

    >>> stretch(date(2026, 11, 26), date(2026, 11, 30)), stretch(date(2026, 8, 30), date(2026, 9, 4))
    ('26 to 30 November 2026', '30 August to 4 September 2026')
    >>> stretch(date(2026, 12, 28), date(2027, 1, 3)), stretch(date(2026, 11, 26), date(2026, 11, 26))
    ('28 December 2026 to 3 January 2027', '26 November 2026')
    """
    if last <= first:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    return f"{first.day}{'' if first.month == last.month else f' {first:%B}'} to {day(last)}"


def weekday(value: date | datetime) -> str:
    """A date near enough to need no year.

    >>> weekday(date(2026, 11, 23))
    'Monday 23 November'
    """
    local = _local(value)
    return f"{local:%A} {local.day} {local:%B}"


def clock(value: datetime | time) -> str:
    """A time of day.

    >>> clock(time(15, 0)), clock(time(9, 30)), clock(time(0, 0)), clock(time(12, 0))
    ('3pm', '9:30am', 'midnight', 'noon')
    """
    local = timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
    if local.minute == 0 and local.hour in (0, 12):
        return "noon" if local.hour else "midnight"
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{(local.hour - 1) % 12 + 1}{minutes}{'am' if local.hour < 12 else 'pm'}"


def moment(value: datetime) -> str:
    """A date and a time of day.

    >>> moment(datetime(2026, 11, 27, 14, 30))
    'Friday 27 November at 2:30pm'
    """
    return f"{weekday(value)} at {clock(value)}"


def capital(text: str) -> str:
    """A sentence's first letter as a capital, the rest as it is.

    >>> capital("about two in three of us agree")
    'About two in three of us agree'
    """
    return text[:1].upper() + text[1:]


FILTERS = {
    "share": share,
    "number": number,
    "counted": counted,
    "listed": listed,
    "day": day,
    "weekday": weekday,
    "clock": clock,
    "moment": moment,
    "capital": capital,
}
