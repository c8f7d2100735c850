"""What changes with time, or belongs in every conversation: facts, routes, prompts, words to swap."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Topic(StrEnum):
    SPEAKING_UP = "speaking_up"
    FAIRNESS = "fairness"
    RECORDING = "recording"
    OPENNESS = "openness"
    LISTENING = "listening"
    NATIONAL_BODIES = "national_bodies"


class OrganisationKind(StrEnum):
    NHS_TRUST = "nhs_trust"
    AMBULANCE_TRUST = "ambulance_trust"
    GP_PRACTICE = "gp_practice"
    PHARMACY = "pharmacy"
    CARE_HOME = "care_home"
    HOME_CARE = "home_care"
    INDEPENDENT_PROVIDER = "independent_provider"
    AGENCY_OR_BANK = "agency_or_bank"


class Moment(StrEnum):
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


def _in_order(as_of: date, check_by: date) -> None:
    if check_by <= as_of:
        raise ValueError("check_by: this should be later than as_of")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something about bodies or rules that will change. True as of a day, to be checked by another."""

    id: str
    topic: Topic
    title: str
    text: str
    as_of: date
    check_by: date
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        _in_order(self.as_of, self.check_by)

    def is_overdue(self, today: date) -> bool:
        return today > self.check_by


@dataclass(frozen=True, slots=True)
class Route:
    """Where a worker can take a worry, by kind of organisation, nearest first."""

    id: OrganisationKind
    title: str
    steps: tuple[str, ...]
    note: str
    as_of: date
    check_by: date
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        _in_order(self.as_of, self.check_by)

    def is_overdue(self, today: date) -> bool:
        return today > self.check_by


@dataclass(frozen=True, slots=True)
class ConcernCategory:
    """A kind of concern as guardians count them. A case may be of several kinds."""

    id: str
    title: str
    in_plain_words: str
    as_of: date
    check_by: date
    source: str

    def __post_init__(self) -> None:
        _in_order(self.as_of, self.check_by)

    def is_overdue(self, today: date) -> bool:
        return today > self.check_by


@dataclass(frozen=True, slots=True)
class CharacteristicGroup:
    """A group of people, and what it is divided into; where it is not, it is one category itself."""

    title: str
    categories: tuple[str, ...]

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        return tuple((self.title, category) for category in self.categories) or ((self.title,),)


@dataclass(frozen=True, slots=True)
class Characteristic:
    """Something that an organisation may ask people about themselves, with the list of answers of its time."""

    id: str
    title: str
    question: str
    help: str
    groups: tuple[CharacteristicGroup, ...]
    as_of: date
    check_by: date
    source: str

    def __post_init__(self) -> None:
        _in_order(self.as_of, self.check_by)
        if len(set(self.paths)) < 2:
            raise ValueError("groups: there should be at least two categories")
        if len(set(self.paths)) < len(self.paths):
            raise ValueError("groups: a category stands there twice")

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        """Every category with the group above it, in their order."""
        return tuple(path for group in self.groups for path in group.paths)

    def is_overdue(self, today: date) -> bool:
        return today > self.check_by


@dataclass(frozen=True, slots=True)
class InclusionPrompt:
    """A question to ask before, during or after any conversation, so that nobody is forgotten."""

    id: str
    moment: Moment
    question: str
    why: str


@dataclass(frozen=True, slots=True)
class Swap:
    """Words that look for the person to blame, and words that look for what happened."""

    id: str
    instead_of: str
    say: str
    because: str
