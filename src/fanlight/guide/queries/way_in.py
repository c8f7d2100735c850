"""Find your way in: five plain questions, and the menu sorted by the answers with the reason said.

The rule, whole: every answer favours ideas that have some property (a focus, a situation, a time, a
setting) by one to three points, and says why in words. An idea's points are added up. Ideas are shown by
points, most first; of ideas with equal points the better tested come first, and then the guide's own order
holds. Without answers the guide's order stands. Nothing is left out and nothing is prescribed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fanlight.guide.queries.entries import Focus, Idea, Setting, Situation, Strength, TimeTogether


@dataclass(frozen=True, slots=True)
class Favour:
    """Points for ideas that have all of the properties named here."""

    points: int
    because: str
    focus: Focus | None = None
    situation: Situation | None = None
    time: TimeTogether | None = None
    setting: Setting | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.points <= 3:
            raise ValueError("points: from 1 to 3")
        if not any((self.focus, self.situation, self.time, self.setting)):
            raise ValueError("focus, situation, time or setting: name at least one")

    def fits(self, idea: Idea) -> bool:
        return all(
            (
                self.focus is None or idea.focus is self.focus,
                self.situation is None or self.situation in idea.situations,
                self.time is None or idea.time is self.time,
                self.setting is None or self.setting in idea.settings,
            )
        )


@dataclass(frozen=True, slots=True)
class Answer:
    id: str
    text: str
    favours: tuple[Favour, ...]


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    question: str
    hint: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an idea moved up: the answer that was given, in its own words, and what follows from it."""

    answer: str
    because: str
    points: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    idea: Idea
    points: int
    reasons: tuple[Reason, ...]


def sort_ideas(
    ideas: Sequence[Idea], questions: Sequence[Question], chosen: Mapping[str, str]
) -> tuple[Suggestion, ...]:
    """Every idea with its points and reasons, best fit first. `chosen` maps question ids to answer ids.

    Questions may be left out. An unknown question or answer raises KeyError: it is a mistake of the caller.
    """
    answers = [_answer(questions, question, answer) for question, answer in chosen.items()]
    suggestions = [_suggestion(idea, answers) for idea in ideas]
    return tuple(sorted(suggestions, key=_place)) if answers else tuple(suggestions)


def _place(suggestion: Suggestion) -> tuple[int, int]:
    return -suggestion.points, list(Strength).index(suggestion.idea.strength)


def _answer(questions: Sequence[Question], question_id: str, answer_id: str) -> Answer:
    by_id = {(question.id, answer.id): answer for question in questions for answer in question.answers}
    return by_id[question_id, answer_id]


def _suggestion(idea: Idea, answers: Sequence[Answer]) -> Suggestion:
    reasons = tuple(
        Reason(answer=answer.text, because=favour.because, points=favour.points)
        for answer in answers
        for favour in answer.favours
        if favour.fits(idea)
    )
    return Suggestion(idea=idea, points=sum(reason.points for reason in reasons), reasons=reasons)
