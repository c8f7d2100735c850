"""What an administrator sees of an organisation's rounds."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import day, moment
from fanlight.design.frame import Link
from fanlight.design.parts import Row
from fanlight.equity.models import FairRound, State
from fanlight.equity.pages.handing_out import Message, address_of, good_days, messages
from fanlight.equity.queries import characteristic_called, rounds_of
from fanlight.people.models import Organisation
from fanlight.people.pages.asking import AskPage, back_to


@dataclass(frozen=True, kw_only=True)
class FairnessPage:
    organisation: str
    trail: tuple[Link, ...]
    rounds: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class RunPage:
    title: str
    trail: tuple[Link, ...]
    purpose: str
    facts: tuple[tuple[str, str], ...]
    link: str
    poster_url: str
    messages: tuple[Message, ...]
    good_days: str
    open_url: str
    withdraw_url: str
    results_url: str
    withdraw_words: str


def _organisation(organisation: Organisation) -> Link:
    return Link(text=organisation.name, href=reverse("organisation", args=[organisation.public_id]))


def title_of(round: FairRound) -> str:
    asked = round.about["title"] if round.about else _listed(round.characteristic)
    return f"Is it as fair for everybody? By {str(asked).lower()}"


def _listed(characteristic: str) -> str:
    found = characteristic_called(characteristic)
    return found.title if found else characteristic


def fairness_page(organisation: Organisation) -> FairnessPage:
    return FairnessPage(
        organisation=organisation.name,
        trail=(_organisation(organisation),),
        rounds=tuple(
            Row(
                text=title_of(round),
                detail=f"{State(round.state).label}. Last day: {day(round.closes_at)}.",
                href=reverse("fair_round", args=[round.public_id]),
            )
            for round in rounds_of(organisation)
        ),
    )


def run_page(round: FairRound) -> RunPage:
    is_draft, is_open = round.state == State.DRAFT, round.state == State.OPEN
    args = [round.public_id]
    facts = (
        ("Where it stands", State(round.state).label),
        ("How many are asked", f"{round.people:,}"),
        ("It closes" if is_draft or is_open else "Last day", moment(round.closes_at)),
    )
    fairness = reverse("fairness", args=[round.organisation.public_id])
    return RunPage(
        title=title_of(round),
        trail=(_organisation(round.organisation), Link(text="Is it fair?", href=fairness)),
        purpose=round.purpose,
        facts=facts,
        link="" if is_draft or round.state == State.WITHDRAWN else address_of(round),
        poster_url=reverse("fair_poster", args=args) if is_open else "",
        messages=messages(round) if is_open else (),
        good_days=good_days(round) if is_open else "",
        open_url=reverse("fair_open", args=args) if is_draft else "",
        withdraw_url=reverse("fair_withdraw", args=args) if is_draft or is_open else "",
        results_url=reverse("fair_results", args=[round.door]) if round.state == State.RELEASED else "",
        withdraw_words="What people have answered is deleted, and nobody will have read it."
        if is_open
        else "Nobody has been asked yet.",
    )


def withdraw_page(round: FairRound) -> AskPage:
    here = run_page(round)
    back = Link(text=here.title, href=reverse("fair_round", args=[round.public_id]))
    return AskPage(
        title="Withdraw this round?",
        button="Yes, withdraw it",
        trail=(*here.trail, back),
        lead=here.withdraw_words,
        paragraphs=("This cannot be undone.",),
        is_grave=True,
        way_back=back_to(back),
    )
