"""What a team may talk about: what stood out in its release, as things to put before a room."""

from dataclasses import dataclass

from fanlight.design.charts import Answers
from fanlight.guide.queries import Focus
from fanlight.results.pages.charted import answers_of, has_bars
from fanlight.results.pages.read_round import read_round
from fanlight.results.pages.reading import Finding
from fanlight.results.queries import released
from fanlight.surveys.models import Round


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One thing that stood out. `answers` is what its chart draws."""

    code: str
    statement: str
    words: str
    how_sure: str
    focus: Focus | None
    is_strength: bool
    is_turned: bool
    answers: Answers | None

    @property
    def for_everybody(self) -> str:
        """Without any figure, for whoever may pass by: what was asked, and on which side people are."""
        how_many = "Many" if self.is_strength else "Not so many"
        return f"{how_many} {'say no' if self.is_turned else 'agree'}: “{self.statement}”"


@dataclass(frozen=True)
class Topics:
    """What stood out in a round. `is_released` is false before the close; `is_withheld` where too few answered."""

    strengths: tuple[Topic, ...] = ()
    worth_talking_about: tuple[Topic, ...] = ()
    is_released: bool = False
    is_withheld: bool = False

    @property
    def all(self) -> tuple[Topic, ...]:
        return self.strengths + self.worth_talking_about

    @property
    def has_numbers(self) -> bool:
        return bool(self.all)


def topics_of(round: Round) -> Topics:
    """What stood out in a round, chosen and said as on its results page."""
    release = released(round)
    if release is None:
        return Topics()
    reading = read_round(round, release)
    if reading.withheld:
        return Topics(is_released=True, is_withheld=True)
    return Topics(
        strengths=tuple(_topic(finding, is_strength=True) for finding in reading.strengths),
        worth_talking_about=tuple(
            _topic(finding, is_strength=False) for finding in reading.worth_talking_about
        ),
        is_released=True,
    )


def _topic(finding: Finding, *, is_strength: bool) -> Topic:
    statement = finding.statement
    return Topic(
        code=statement.code,
        statement=statement.statement,
        words=statement.how_many,
        how_sure=finding.how_sure,
        focus=Focus(finding.focus) if finding.focus else None,
        is_strength=is_strength,
        is_turned=statement.is_negative,
        answers=answers_of(statement) if has_bars([statement]) else None,
    )
