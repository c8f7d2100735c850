"""What may be known about an open round: that it takes answers, and roughly how many came."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from django.db.models import QuerySet

from fanlight.audit.models import Entry
from fanlight.people.models import Team, User
from fanlight.people.queries.people import seats_in_team
from fanlight.people.roles import MAY
from fanlight.responses.access import may_type_in
from fanlight.responses.models import SealedAnswer, Slip
from fanlight.responses.slips import digest
from fanlight.surveys.keys import folders_without, has_key, rounds_with_files
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import released_among, rounds_with_an_urn

BANDS = (
    0,
    11,
    25,
    50,
    100,
    200,
)  # where each begins. Nobody is as few: the first answer is somebody's own moment


@dataclass(frozen=True)
class AnswersBand:
    """Roughly how many have answered: at least `low`, and not more than `high` where there is an end."""

    low: int
    high: int | None

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low} or more"
        return f"{self.low} to {self.high}" if self.low else f"Up to {self.high}"


def answers_band(round: Round) -> AnswersBand:
    """How many have answered, in a band. The exact number would tell who has just answered."""
    count = SealedAnswer.objects.filter(round=round).count()
    place = sum(begins <= count for begins in BANDS)
    return AnswersBand(BANDS[place - 1], BANDS[place] - 1 if place < len(BANDS) else None)


class Known(Enum):
    """What a typed code is to a round."""

    MISTYPED = auto()
    UNKNOWN = auto()
    SPENT = auto()
    GOOD = auto()


def slip_known_as(round: Round, code: str) -> Known:
    found = Slip.objects.filter(round=round, digest=digest(code, round=round)).values_list(
        "is_spent", flat=True
    )
    if not found:
        return Known.UNKNOWN
    return Known.SPENT if found[0] else Known.GOOD


def typists_of(team: Team) -> list[str]:
    """Who may type this team's paper forms in, by name."""
    return [
        seat.user.name
        for seat in seats_in_team(team)
        if may_type_in({may for role in seat.roles for may in MAY[role]})
    ]


def _typing_in(round: Round) -> QuerySet[Entry]:
    return Entry.objects.filter(
        verb="type_in_paper", subject=round._meta.label_lower, subject_id=round.public_id
    )


def has_typed_in(person: User, round: Round) -> bool:
    return _typing_in(round).filter(by=person).exists()


def typed_in_by(round: Round) -> list[str]:
    """Who has read this round's paper forms, by name: everybody in the team may know."""
    return list(_typing_in(round).exclude(by=None).values_list("by__name", flat=True).order_by("by__name"))


def slips_made(round: Round) -> int:
    return Slip.objects.filter(round=round).count()


def slips_left(round: Round) -> int:
    """How many more slips may be made: twice the team and a few in all.

    So lost sheets can be printed again, but nobody prints themself a majority.
    """
    return 2 * round.people + 10 - slips_made(round)


def key_findings() -> Iterator[str]:
    """What is wrong with the keys of rounds whose answers are sealed, and what to do about it."""
    for round in rounds_with_an_urn():
        if not has_key(round):
            if round.state == State.OPEN or SealedAnswer.objects.filter(round=round).exists():
                yield (
                    f"The key of round {round.public_id} ({round.team}) is not in FANLIGHT_SECRETS: its answers cannot "
                    "be read. Put a copy of the key back (docs/how-to/keep-the-keys.md), or run: fanlight keys"
                )
        elif missing := folders_without(round):
            yield (
                f"The key of round {round.public_id} ({round.team}) is not in {missing[0]} as well. "
                "Run: fanlight keys --repair"
            )
    for round in released_among(rounds_with_files()):
        yield (
            f"Round {round.public_id} is released, and its key or free pages are still to be destroyed. "
            "Is fanlight work running, and can it write in FANLIGHT_SECRETS (and FANLIGHT_SECRETS_COPY)?"
        )
