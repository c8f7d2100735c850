"""What the guide is made of: chapters with scenes, cards, change ideas with measures, and sources."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fanlight.measure.instruments import Focus

__all__ = [
    "Card",
    "CardKind",
    "Chapter",
    "Focus",
    "Idea",
    "Measure",
    "MeasureKind",
    "Reading",
    "Scene",
    "Setting",
    "Situation",
    "Source",
    "SourceKind",
    "Strength",
    "Theme",
    "TimeTogether",
    "Use",
    "WayOfUsing",
    "WorkSystem",
]


class Setting(StrEnum):
    """Where care is given. A card may also be for anybody."""

    ANY = "any"
    WARD = "ward"
    THEATRE = "theatre"
    COMMUNITY_TEAM = "community_team"
    GP_PRACTICE = "gp_practice"
    CARE_HOME = "care_home"
    AMBULANCE = "ambulance"
    PHARMACY = "pharmacy"
    HOME_CARE = "home_care"


class Strength(StrEnum):
    """How far to lean on it. Strong: many sound studies agree. Practice wisdom: used, not tested."""

    STRONG = "strong"
    SOME = "some"
    EARLY = "early"
    PRACTICE_WISDOM = "practice_wisdom"


class SourceKind(StrEnum):
    REVIEW = "review"
    TRIAL = "trial"
    STUDY = "study"
    REPORT = "report"
    GUIDANCE = "guidance"
    PRACTICE = "practice"
    NEWS = "news"


class CardKind(StrEnum):
    SCENE = "scene"
    STATEMENT = "statement"


class Use(StrEnum):
    """Ways to use a card."""

    COMPARE_VIEWS = "compare_views"
    SAFETY_MOMENT = "safety_moment"
    STRENGTHS_SORT = "strengths_sort"
    INFLUENCE_MAP = "influence_map"
    IN_PAIRS = "in_pairs"


class MeasureKind(StrEnum):
    OUTCOME = "outcome"
    PROCESS = "process"
    BALANCING = "balancing"


class WorkSystem(StrEnum):
    """The parts of a work system, after SEIPS: which of them does a change touch?"""

    PEOPLE = "people"
    TASKS = "tasks"
    TOOLS_AND_TECHNOLOGY = "tools_and_technology"
    ORGANISATION = "organisation"
    INTERNAL_ENVIRONMENT = "internal_environment"
    EXTERNAL_ENVIRONMENT = "external_environment"


class TimeTogether(StrEnum):
    """How much time a team must find together for the first version."""

    IN_PASSING = "in_passing"
    TEN_MINUTES = "ten_minutes"
    AN_HOUR = "an_hour"


class Situation(StrEnum):
    """What a team may find itself in; the way in asks for it, and ideas say which they suit."""

    FIRST_STEP = "first_step"
    SMALL_TEAM = "small_team"
    APART = "apart"
    NIGHTS = "nights"
    NEW_FACES = "new_faces"
    AFTER_HARM = "after_harm"
    WORN_OUT = "worn_out"
    KEEPING_QUIET = "keeping_quiet"
    THINGS_GET_LOST = "things_get_lost"
    SHARP_WORDS = "sharp_words"
    LEFT_OUT = "left_out"
    NOTHING_FOLLOWED = "nothing_followed"
    GOING_WELL = "going_well"


@dataclass(frozen=True, slots=True)
class Source:
    """A work that we lean on. `checked_how` says what was read of it; `limits` what it cannot tell us."""

    id: str
    authors: str
    title: str
    published_in: str
    where: str
    kind: SourceKind
    strength: Strength
    supports: str
    checked_how: str
    checked_on: date
    year: int | None = None
    limits: str = ""

    def __post_init__(self) -> None:
        if not self.where.startswith(("https://", "http://")):
            raise ValueError("where: this should be an address or a DOI written as an address")


@dataclass(frozen=True, slots=True)
class Theme:
    """What a card or an idea is about within its focus; `items` are the statements of fanlight-six that ask for it."""

    id: str
    focus: Focus
    title: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    setting: Setting
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    source: str
    why: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One focus: what it is, why it matters, what good looks like, what to read."""

    id: Focus
    title: str
    in_a_sentence: str
    why: str
    scenes: tuple[Scene, ...]
    reading: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Card:
    slug: str
    title: str
    focus: Focus
    kind: CardKind
    setting: Setting
    role: str
    themes: tuple[str, ...]
    uses: tuple[Use, ...]
    text: str
    questions: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.questions) != 3:
            raise ValueError("questions: a card has three of them")
        if any(not question.endswith("?") for question in self.questions):
            raise ValueError("questions: each ends with a question mark")


@dataclass(frozen=True, slots=True)
class WayOfUsing:
    """How to use the deck: alone with paper, or live on phones."""

    id: Use
    title: str
    in_a_sentence: str
    people: str
    minutes: int
    cards: str
    steps: tuple[str, ...]
    good_for: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that the team can count for itself, in about a minute."""

    name: str
    kind: MeasureKind
    how: str


@dataclass(frozen=True, slots=True)
class Idea:
    """A change that a team may try. `first_version` takes ten minutes or less."""

    slug: str
    title: str
    focus: Focus
    why: str
    first_version: str
    steps: tuple[str, ...]
    watch_for: tuple[str, ...]
    settings: tuple[Setting, ...]
    themes: tuple[str, ...]
    situations: tuple[Situation, ...]
    time: TimeTogether
    work_system: tuple[WorkSystem, ...]
    strength: Strength
    evidence: str
    sources: tuple[str, ...]
    measures: tuple[Measure, ...]

    def __post_init__(self) -> None:
        lists = "steps watch_for settings themes situations work_system sources measures"
        for name in lists.split():
            if not getattr(self, name):
                raise ValueError(f"{name}: an idea needs at least one")
