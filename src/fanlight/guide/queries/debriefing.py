"""What a facilitator needs for the talk about a team's results, and Easy Read versions of main texts."""

from dataclasses import dataclass, replace
from typing import Self

from fanlight.design.drawings import Drawing
from fanlight.guide.queries.entries import Focus, Reading


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """What to do and to say. Where there are no figures to talk about, `do_with_cards` and `say_with_cards` instead."""

    minutes: int
    title: str
    do: str
    say: str = ""
    do_with_cards: str = ""
    say_with_cards: str = ""

    def with_cards(self) -> Self:
        return replace(self, do=self.do_with_cards or self.do, say=self.say_with_cards or self.say)


@dataclass(frozen=True, slots=True)
class Agenda:
    id: str
    title: str
    minutes: int
    good_for: str
    parts: tuple[AgendaPart, ...]

    def __post_init__(self) -> None:
        total = sum(part.minutes for part in self.parts)
        if total != self.minutes:
            raise ValueError(f"minutes: the parts add up to {total}, the agenda says {self.minutes}")


@dataclass(frozen=True, slots=True)
class GroundRule:
    id: str
    rule: str
    why: str
    needs_answers: bool = False  # it makes no sense where nobody has filled in anything


@dataclass(frozen=True, slots=True)
class DebriefPrompts:
    """What to ask when a focus came out as a strength, or as a thing worth talking about."""

    id: Focus
    strength: tuple[str, ...]
    worth_talking_about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    agendas: tuple[Agenda, ...]
    ground_rules: tuple[GroundRule, ...]
    prompts: tuple[DebriefPrompts, ...]
    reading: tuple[Reading, ...]
    opening: str
    opening_with_cards: str
    notes: str

    def agenda(self, minutes: int) -> Agenda:
        """The longest agenda that fits into so many minutes, or the shortest there is."""
        fitting = [agenda for agenda in self.agendas if agenda.minutes <= minutes]
        return max(fitting, key=lambda agenda: agenda.minutes) if fitting else self.agendas[0]

    @property
    def rules_with_cards(self) -> tuple[GroundRule, ...]:
        """The ground rules of a talk about which nobody was asked before."""
        return tuple(rule for rule in self.ground_rules if not rule.needs_answers)

    def prompts_for(self, focus: Focus) -> DebriefPrompts:
        return next(prompts for prompts in self.prompts if prompts.id is focus)


@dataclass(frozen=True, slots=True)
class EasyReadText:
    """One thought in very short sentences, with a picture. `of` names the text: `promise` or an instrument."""

    id: str
    of: str
    full: str
    sentences: tuple[str, ...]
    picture: Drawing
