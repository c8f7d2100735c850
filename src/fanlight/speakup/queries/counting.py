"""Counting cases: exactly for the guardian's own return, and through disclosure control for everybody else.

Cases are counted in the quarter of the week in which they came. A case may be of several kinds.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fanlight.measure.disclosure import Counted, Policy, Question, Released, Shape, release
from fanlight.speakup.access import OpenConcern
from fanlight.speakup.sealing.casefile import GROUPS
from fanlight.speakup.sealing.ledger import Standing, Way

ANSWERS = {"yes": "Yes", "no": "No", "maybe": "Maybe", "unsure": "I don’t know"}

# How long a first answer took. Only weeks are kept, so only whole weeks are told.
ANSWERED = {
    "same": "in the same week",
    "next": "in the week after",
    "later": "later than that",
    "none": "not yet, or taken back before",
}


def first_answer(one: OpenConcern) -> str:
    """When a case was first answered, as it is counted."""
    weeks = weeks_to_answer(one)
    if weeks is None:
        return "none"
    return "same" if weeks < 1 else "next" if weeks < 2 else "later"


def first_answers(concerns: Iterable[OpenConcern]) -> dict[str, int]:
    """How many were first answered when: every kind of when is there, in order."""
    found = Counter(map(first_answer, concerns))
    return {name: found[name] for name in ANSWERED}


def weeks_to_answer(one: OpenConcern) -> int | None:
    """Whole weeks from the week in which a case came to the week of its first answer; None while there is none."""
    first = one.guarded.acknowledged
    return (first - one.concern.week).days // 7 if first else None


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of the NHS year, which begins in April.

    >>> quarter = Quarter.of(date(2027, 2, 1))
    >>> str(quarter), quarter.first, quarter.before().first
    ('January to March 2027', datetime.date(2027, 1, 1), datetime.date(2026, 10, 1))
    """

    first: date

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(date(day.year, 3 * ((day.month - 1) // 3) + 1, 1))

    def before(self) -> "Quarter":
        earlier = self.first.month - 3
        return Quarter(date(self.first.year - (earlier < 1), earlier if earlier > 0 else 10, 1))

    def has(self, day: date) -> bool:
        return Quarter.of(day) == self

    def __str__(self) -> str:
        last = date(self.first.year, self.first.month + 2, 1)
        return f"{self.first:%B} to {last:%B} {last.year}"


@dataclass(frozen=True)
class Return:
    """The figures of one quarter, as guardians are asked for them."""

    quarter: Quarter
    cases: int
    anonymous: int
    categories: dict[str, int]
    groups: dict[str, int]
    would_again: dict[str, int]
    harmed: int
    closed: int
    answered: dict[str, int]
    learning: tuple[str, ...]


def counted_cases(concerns: Iterable[OpenConcern], quarter: Quarter, kinds: Sequence[str]) -> Return:
    mine = [one for one in concerns if quarter.has(one.concern.week)]
    cases = [one.guarded for one in mine]
    by_kind = Counter(kind for case in cases for kind in case.categories)
    by_group = Counter(case.group for case in cases)
    answers = Counter(one.ledger.would_again for one in mine if one.ledger.would_again)
    return Return(
        quarter=quarter,
        cases=len(mine),
        anonymous=sum(one.ledger.way is Way.ANONYMOUS for one in mine),
        categories={kind: by_kind[kind] for kind in kinds},
        groups={group: by_group[group] for group in GROUPS if by_group[group]},
        would_again={answer: answers[answer] for answer in ANSWERS},
        harmed=sum(bool(one.ledger.harmed) for one in mine),
        closed=sum(one.ledger.standing is Standing.CLOSED for one in mine),
        answered=first_answers(mine),
        learning=tuple(case.learning for case in cases if case.learning),
    )


def _shape(kinds: Sequence[str], year: str) -> Shape:
    asked = [Question("way", tuple(way.value for way in Way))]
    asked += [Question(kind, ("no", "yes"), frozenset({1})) for kind in kinds]
    asked += [Question("answered", tuple(ANSWERED))]
    asked += [Question("harmed", ("no", "yes"), frozenset({1}))]
    asked += [Question("would_again", tuple(ANSWERS), frozenset({0}))]
    return Shape(frozenset({year}), tuple(asked))


def _row(one: OpenConcern, kinds: Sequence[str]) -> list[int]:
    answers = list(ANSWERS)
    again = one.ledger.would_again
    return [
        list(Way).index(one.ledger.way),
        *(int(kind in one.guarded.categories) for kind in kinds),
        list(ANSWERED).index(first_answer(one)),
        int(bool(one.ledger.harmed)),
        answers.index(again) if again in answers else -1,
    ]


def the_year(
    concerns: Iterable[OpenConcern], quarters: Sequence[Quarter], kinds: Sequence[str], policy: Policy
) -> Released:
    """A year's cases as they may be shown to a board or to everybody: decided and attacked by the engine."""
    mine = [one for one in concerns if any(quarter.has(one.concern.week) for quarter in quarters)]
    rows = [_row(one, kinds) for one in mine]
    shape = _shape(kinds, "–".join(str(quarter.first) for quarter in quarters))
    return release(Counted.from_answers(shape, rows or [[-1] * len(shape.questions)]), policy)


def themes_common(concerns: Iterable[OpenConcern], minimum: int) -> list[str]:
    """Themes that at least so many cases have in common, in their guardians' words."""
    found = Counter(one.guarded.theme.strip().lower() for one in concerns if one.guarded.theme.strip())
    return sorted(theme for theme, times in found.items() if times >= minimum)
