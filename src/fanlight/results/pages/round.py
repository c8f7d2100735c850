"""The results page of one round of one team."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from fanlight.design.english import day, moment
from fanlight.design.frame import Link
from fanlight.design.parts import Row
from fanlight.measure.disclosure import Released
from fanlight.results.pages.answered import answered
from fanlight.results.pages.charted import key_of
from fanlight.results.pages.laid_out import (
    HOW_TO_READ,
    HOW_WE_CHOOSE,
    NOTHING_STANDS_OUT,
    FindingOnPage,
    ThemeOnPage,
    findings_on_page,
    themes_on_page,
)
from fanlight.results.pages.read import read_group
from fanlight.results.pages.reading import Reading
from fanlight.results.pages.sentences import Asked
from fanlight.surveys.models import Round

TOO_FEW = (
    "With so few answers, any figure could point to somebody, so none is shown, not even to those who lead the team. "
    "You can still talk: the conversation needs no numbers."
)


@dataclass(frozen=True)
class Debrief:
    """When and where the team talks about it, in words, and the way to what is ready for it."""

    title: str
    text: str
    kit: Link


@dataclass(frozen=True, kw_only=True)
class ResultsPage:
    """What the page shows, in its order."""

    title: str
    lead: str
    promise: str
    key: Markup
    strengths: tuple[FindingOnPage, ...]
    worth_talking_about: tuple[FindingOnPage, ...]
    nothing_stands_out: str
    withheld: str
    debrief: Debrief
    themes: tuple[ThemeOnPage, ...]
    how_to_read: str
    how_we_choose: str
    notice: str
    downloads: tuple[Row, ...]
    team: Link
    why_withheld_url: str


def results_page(round: Round, released: Released, *, now: datetime | None = None) -> ResultsPage:
    reading = read_group(round.instrument, released.result(), asked=Asked.A_KNOWN_TEAM)
    return ResultsPage(
        title=reading.headline,
        lead=lead(round, reading),
        promise=promise(released.policy.minimum),
        key=key_of(reading.findings),
        strengths=findings_on_page(reading, reading.strengths),
        worth_talking_about=findings_on_page(reading, reading.worth_talking_about),
        nothing_stands_out="" if reading.withheld or reading.findings else NOTHING_STANDS_OUT,
        withheld=TOO_FEW if reading.withheld else "",
        debrief=_debrief(round, now or timezone.now()),
        themes=() if reading.withheld else themes_on_page(reading),
        how_to_read=HOW_TO_READ,
        how_we_choose=HOW_WE_CHOOSE,
        notice=round.instrument.notice,
        downloads=() if reading.withheld else _downloads(round),
        team=Link(text=round.team.name, href=reverse("team_home", args=[round.team.public_id])),
        why_withheld_url=reverse("why_withheld"),
    )


def lead(round: Round, reading: Reading) -> str:
    """How many answered what, and by when."""
    asked = f"{round.title}, up to {day(round.closes_at)}"
    if reading.withheld:
        return f"That protects the people who answered {asked}."
    return f"{answered(reading, people=round.people)} {asked}."


def promise(minimum: int) -> str:
    return (
        "These results belong to the team: everybody on it sees this same page, and nobody outside it can. Nothing is "
        f"shown about fewer than {minimum} people."
    )


def _debrief(round: Round, now: datetime) -> Debrief:
    kit = Link(text="See the agenda and the cards", href=reverse("debrief_kit", args=[round.public_id]))
    if round.debrief_at is None:
        return Debrief("Talk about it together", "No time has been agreed yet.", kit)
    where = f"{moment(round.debrief_at)}, {round.debrief_place}, with {round.debrief_facilitator}."
    if round.debrief_at > now:
        return Debrief("We talk about it together", where, kit)
    planned = f"It was planned for {where} If it came to nothing, agree another time."
    return Debrief("Did you talk about it?", planned, kit)


def _downloads(round: Round) -> tuple[Row, ...]:
    kinds = (
        ("results_pdf", "PDF", "to print, or to read with a screen reader"),
        ("results_slides", "Slides", "for the debrief, with questions for whoever leads it"),
        ("results_spreadsheet", "Spreadsheet", "every figure on this page as a table"),
        ("results_data", "JSON", "the same for another program"),
    )
    return tuple(
        Row(text=text, detail=detail, href=reverse(name, args=[round.public_id]))
        for name, text, detail in kinds
    )
