"""What somebody who answers sees."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from fanlight.design.english import day, moment
from fanlight.design.frame import Link
from fanlight.equity.forms import AboutForm
from fanlight.equity.models import FairRound, State
from fanlight.responses.forms import FocusForm


@dataclass(frozen=True, kw_only=True)
class StatementsPage:
    organisation: str
    form: FocusForm
    introduction: str
    closes: str
    promise: list[dict[str, object]]
    ballot: str
    is_empty: bool = False


@dataclass(frozen=True, kw_only=True)
class AboutPage:
    organisation: str
    form: AboutForm
    purpose: str
    dated: str
    minimum: int
    given: tuple[tuple[str, str], ...]
    ballot: str


@dataclass(frozen=True, kw_only=True)
class EndPage:
    organisation: str
    title: str
    paragraphs: tuple[str, ...]
    link: Link | None = None


def statements_page(
    round: FairRound, form: FocusForm, ballot: str, *, is_empty: bool = False
) -> StatementsPage:
    return StatementsPage(
        organisation=round.organisation.name,
        form=form,
        introduction=str(round.instrument.introduction or ""),
        closes=moment(round.closes_at),
        promise=round.promise or [],
        ballot=ballot,
        is_empty=is_empty,
    )


def about_page(round: FairRound, statements: FocusForm, form: AboutForm, ballot: str) -> AboutPage:
    return AboutPage(
        organisation=round.organisation.name,
        form=form,
        purpose=round.purpose,
        dated=where_from(round),
        minimum=round.minimum or 0,
        given=tuple((code, str(answer)) for code, answer in statements.codes.items()),
        ballot=ballot,
    )


def where_from(round: FairRound) -> str:
    """Where the list of answers is the one in use, and since when."""
    said = f"The list of answers is of {day(date.fromisoformat(round.about['as_of']))}"
    covers = round.about.get("covers")
    return (
        f"{said}, for {covers}. Elsewhere in the United Kingdom people are counted otherwise."
        if covers
        else f"{said}."
    )


def thanks_page(round: FairRound) -> EndPage:
    return EndPage(
        organisation=round.organisation.name,
        title="Thank you",
        paragraphs=(
            f"Your answers are sealed with the others. Nobody can read them before {moment(round.closes_at)}.",
            "Then a program counts them and deletes them. Come back to this address for the results: they are "
            "there for everybody at the same moment.",
        ),
    )


def shut_page(round: FairRound) -> EndPage:
    organisation = round.organisation.name
    if round.state == State.WITHDRAWN:
        words = ("This round was withdrawn. What was answered has been deleted, and nobody has read it.",)
        return EndPage(organisation=organisation, title="This round did not take place", paragraphs=words)
    link = Link(text="See the results", href=reverse("fair_results", args=[round.door]))
    return EndPage(
        organisation=organisation,
        title="This round has closed",
        paragraphs=("Thank you for coming. No more answers are taken.",)
        if round.state == State.RELEASED
        else ("Thank you for coming. The results will be here in a few minutes.",),
        link=link if round.state == State.RELEASED else None,
    )
