"""Learning from events: ways to review, which fits when, a pause before judging, and who needs what afterwards."""

from dataclasses import dataclass
from enum import StrEnum


class ReviewWay(StrEnum):
    AFTER_ACTION = "after_action"
    HUDDLE = "huddle"
    ROUND_TABLE = "round_table"
    THEMATIC = "thematic"


class LinePlace(StrEnum):
    """What the lines under a question are for: told as it was, laid on the map of the work, or learned."""

    TOLD = "told"
    MAP = "map"
    LEARNING = "learning"


class PartyKind(StrEnum):
    PATIENT = "patient"
    STAFF = "staff"
    TEAM = "team"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    id: str
    ask: str
    hint: str
    place: LinePlace

    def __post_init__(self) -> None:
        if not self.ask.endswith("?"):
            raise ValueError("ask: a question ends with a question mark")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to hold a review: its questions, and notes for whoever holds the talk."""

    id: ReviewWay
    title: str
    in_a_sentence: str
    fits: str
    who: str
    how_long: str
    how_soon: str
    questions: tuple[ReviewQuestion, ...]
    before: tuple[str, ...]
    during: tuple[str, ...]
    after: tuple[str, ...]
    watch_for: tuple[str, ...]
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.questions[-1].place is not LinePlace.LEARNING:
            raise ValueError("questions: the last one asks what was learned")

    def question(self, id: str) -> ReviewQuestion:  # noqa: A002 (the content calls it an id)
        return {question.id: question for question in self.questions}[id]


@dataclass(frozen=True, slots=True)
class Choice:
    """A situation and the way that fits it; without a way, where to turn instead."""

    id: str
    situation: str
    because: str
    sources: tuple[str, ...]
    way: ReviewWay | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A question to ask oneself before asking whether somebody did wrong."""

    id: str
    ask: str
    because: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceToGo:
    """Where to go when somebody's conduct is in question."""

    id: str
    title: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who may be hurt, by what they are and never by name, and what such people often need."""

    id: PartyKind
    title: str
    who: str
    needs: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learning:
    ways: tuple[Way, ...]
    choices: tuple[Choice, ...]
    pauses: tuple[Pause, ...]
    places: tuple[PlaceToGo, ...]
    parties: tuple[Party, ...]

    @property
    def cited(self) -> tuple[Way | Choice | Pause | PlaceToGo | Party, ...]:
        """Everything that leans on a source."""
        return (*self.ways, *self.choices, *self.pauses, *self.places, *self.parties)

    def way(self, id: ReviewWay | str) -> Way:  # noqa: A002
        return {way.id: way for way in self.ways}[ReviewWay(id)]

    def party(self, id: PartyKind | str) -> Party:  # noqa: A002
        return {party.id: party for party in self.parties}[PartyKind(id)]
