"""The results page of one round of one team."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import day, moment
from fanlight.design.frame import Link
from fanlight.measure.disclosure import Released, Shown
from fanlight.results.pages.reading import Reading, read_group
from fanlight.surveys.models import Round


@dataclass(frozen=True)
class ResultsPage:
    round: Round
    title: str
    lead: str
    reading: Reading
    minimum: int
    debrief: str
    team: Link
    why_withheld_url: str


def results_page(round: Round, released: Released) -> ResultsPage:
    reading = read_group(round.instrument, released.result())
    return ResultsPage(
        round=round,
        title=_title(reading),
        lead=_lead(round, reading),
        reading=reading,
        minimum=released.policy.minimum,
        debrief=_debrief(round),
        team=Link(text=round.team.name, href=reverse("team_home", args=[round.team.public_id])),
        why_withheld_url=reverse("why_withheld"),
    )


def _title(reading: Reading) -> str:
    if reading.is_withheld:
        return "Too few people answered to show results"
    if not reading.strengths and not reading.worth_talking_about:
        return "Nothing stands out clearly"
    return "What stood out"


def _lead(round: Round, reading: Reading) -> str:
    if isinstance(reading.respondents, Shown):
        many = f"{reading.respondents.value} of {round.people} people"
        return f"{many} answered {round.title}, up to {day(round.closes_at)}."
    return "That protects the people who did answer. You can still talk: the cards need no numbers."


def _debrief(round: Round) -> str:
    when = moment(round.debrief_at) if round.debrief_at else ""
    return f"{when}, {round.debrief_place}, with {round.debrief_facilitator}."
