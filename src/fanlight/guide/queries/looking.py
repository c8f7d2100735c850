"""Windows into daily work: ways to look at an ordinary day, and what each focus looks like there."""

from dataclasses import dataclass
from enum import StrEnum

from fanlight.guide.queries.entries import Focus


class WindowKind(StrEnum):
    """The ways to look. The shortest walk first; a huddle is held again and again and keeps a log of its own."""

    WALKABOUT = "walkabout"
    OBSERVATION = "observation"
    SHADOWING = "shadowing"
    CONVERSATION = "conversation"
    VOICE = "voice"
    GOING_WELL = "going-well"
    HUDDLE = "huddle"


@dataclass(frozen=True, slots=True)
class WindowPlan:
    """A short plan for one way to look."""

    id: WindowKind
    title: str
    in_a_sentence: str
    minutes: int
    who: str
    before: tuple[str, ...]
    during: tuple[str, ...]
    after: tuple[str, ...]
    watch_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """What a focus looks like to somebody who walks through."""

    id: Focus
    look_for: tuple[str, ...]
    ask: str
