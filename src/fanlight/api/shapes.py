"""What is answered, field by field. Results have the shape of every other file made from a release."""

from datetime import date, datetime
from typing import Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from fanlight.improvement.models import Progress
from fanlight.surveys.models import State


class Shape(Schema):
    """Nothing may be in an answer that is not described here; a test compares them."""

    model_config = ConfigDict(extra="forbid")


class Trouble(Shape):
    """Why there is no answer."""

    detail: str


class Fault(Schema):
    """One thing that is wrong with what was asked."""

    type: str
    loc: list[str | int]
    msg: str


class Faults(Schema):
    detail: list[Fault]


class Team(Shape):
    id: str
    name: str
    organisation: str


class Round(Shape):
    """`minimum` is the smallest group shown, fixed when the round opened."""

    id: str
    team: str
    title: str
    state: Literal[tuple(State.values)]  # type: ignore[valid-type]
    people: int
    minimum: int | None
    opens_at: datetime
    closes_at: datetime
    debrief_at: datetime | None
    has_results: bool


class Action(Shape):
    """One thing that the team agreed to try."""

    id: str
    round: str | None
    what: str
    first_step: str
    who: str
    progress: Literal[tuple(Progress.values)]  # type: ignore[valid-type]
    note: str
    agreed_on: date
    look_again_on: date


class Meeting(Shape):
    held_on: date
    people: int


class Outcome(Shape):
    """What came of the talks about a round, in the team's words."""

    meetings: list[Meeting]
    heard: list[str]
    still_open: list[str]
    actions: list[Action]


class Withheld(Shape):
    """A code, and the reason in words."""

    withheld: str
    because: str


class People(Shape):
    """How many people, roughly. No upper end where `to` is null."""

    at_least: int = Field(alias="from")
    at_most: int | None = Field(alias="to")


class PerCent(Shape):
    percent: int


class Bound(Shape):
    at_least: int
    at_most: int


class Interval(Shape):
    low: int
    high: int


class Change(Shape):
    """Since the round before, in points: the difference, and both ends of its 95% interval."""

    before: int
    points: int
    low: int
    high: int
    verdict: Literal["better", "worse", "could-be-chance"]


class Share(Shape):
    label: str
    is_positive: bool
    share: PerCent | Bound | Withheld


class Statement(Shape):
    code: str
    statement: str
    is_worded_the_other_way: bool
    answered: People | Withheld
    answers: list[Share]
    positive: PerCent | Bound | Withheld | None
    interval: Interval | None
    mean: float | None
    likeness: Literal["alike", "mixed", "two-camps", "spread"] | None
    change: Change | Withheld | None


class Finding(Shape):
    code: str
    words: str
    how_sure: str


class Theme(Shape):
    code: str
    title: str
    positive: PerCent | Bound | Withheld | None
    statements: list[str]
    summary: str


class Group(Shape):
    """A group that is withheld has nothing after `respondents`."""

    name: str
    path: list[str]
    respondents: People | Withheld
    headline: str = ""
    compared_with: str | None = None
    strengths: list[Finding] = []
    worth_talking_about: list[Finding] = []
    themes: list[Theme] = []
    statements: list[Statement] = []


class Questionnaire(Shape):
    id: str
    version: str
    title: str
    notice: str


class Comment(Shape):
    """What somebody wrote, as the team sees it, and the code of the theme that it is about."""

    text: str
    theme: str | None


class Results(Shape):
    """What may be shown of a round, and nothing more: the same as on its page and in its files."""

    format: Literal["fanlight-report"]
    version: Literal[1]
    title: str
    about: str
    promise: str
    instrument: Questionnaire
    minimum: int
    groups: list[Group]
    comments: list[Comment]
