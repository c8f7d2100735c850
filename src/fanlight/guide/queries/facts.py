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


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """True as of a day, and to be checked by another."""

    as_of: date
    check_by: date

    def __post_init__(self) -> None:
        if self.check_by <= self.as_of:
            raise ValueError("check_by: this should be later than as_of")

    def is_overdue(self, today: date) -> bool:
        return today > self.check_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Dated):
    """Something about bodies or rules that will change."""

    id: str
    topic: Topic
    title: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Dated):
    """Where a worker can take a worry, by kind of organisation, nearest first."""

    id: OrganisationKind
    title: str
    steps: tuple[str, ...]
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernCategory(Dated):
    """A kind of concern as guardians count them. A case may be of several kinds."""

    id: str
    title: str
    in_plain_words: str
    source: str


@dataclass(frozen=True, slots=True)
class CharacteristicGroup:
    """A group of people, and what it is divided into; where it is not, it is one category itself."""

    title: str
    categories: tuple[str, ...]

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        return tuple((self.title, category) for category in self.categories) or ((self.title,),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Characteristic(Dated):
    """Something that an organisation may ask people about themselves, with the list of answers of its time."""

    id: str
    title: str
    question: str
    help: str
    groups: tuple[CharacteristicGroup, ...]
    source: str
    covers: str = ""  # where the list is the one in use; empty: all of the United Kingdom

    def __post_init__(self) -> None:
        Dated.__post_init__(
            self
        )  # not super(): a class with slots is made anew, and super() would not know it
        if len(set(self.paths)) < 2:
            raise ValueError("groups: there should be at least two categories")
        if len(set(self.paths)) < len(self.paths):
            raise ValueError("groups: a category stands there twice")

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        """Every category with the group above it, in their order."""
        return tuple(path for group in self.groups for path in group.paths)


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
