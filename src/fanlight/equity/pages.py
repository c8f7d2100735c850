"""What an administrator sees of a round, what somebody who answers sees, and the results, which are everybody's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from fanlight.design.english import capital, day, moment
from fanlight.design.frame import Link
from fanlight.design.parts import Row, Table
from fanlight.equity.forms import AboutForm
from fanlight.equity.models import FairRound, State
from fanlight.equity.queries import characteristic_called, group_of, released, rounds_of
from fanlight.measure.disclosure import EVERYBODY, GroupResult, QuestionResult, Released, Shown
from fanlight.measure.instruments import Item
from fanlight.people.models import Organisation
from fanlight.people.pages.asking import AskPage, back_to
from fanlight.responses.forms import FocusForm


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
    open_url: str
    withdraw_url: str
    results_url: str
    withdraw_words: str


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


@dataclass(frozen=True, kw_only=True)
class FairResultsPage:
    organisation: str
    title: str
    lead: str
    tables: tuple[tuple[str, Table], ...]
    left_out: tuple[str, ...]
    why_url: str
    purpose: str


def _organisation(organisation: Organisation) -> Link:
    return Link(text=organisation.name, href=reverse("organisation", args=[organisation.public_id]))


def _title(round: FairRound) -> str:
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
                text=_title(round),
                detail=f"{State(round.state).label}. Last day: {day(round.closes_at)}.",
                href=reverse("fair_round", args=[round.public_id]),
            )
            for round in rounds_of(organisation)
        ),
    )


def run_page(round: FairRound, *, address: str) -> RunPage:
    is_draft, is_open = round.state == State.DRAFT, round.state == State.OPEN
    args = [round.public_id]
    facts = (
        ("Where it stands", State(round.state).label),
        ("How many are asked", f"{round.people:,}"),
        ("It closes", moment(round.closes_at)),
    )
    fairness = reverse("fairness", args=[round.organisation.public_id])
    return RunPage(
        title=_title(round),
        trail=(_organisation(round.organisation), Link(text="Is it fair?", href=fairness)),
        purpose=round.purpose,
        facts=facts,
        link="" if is_draft or round.state == State.WITHDRAWN else address,
        open_url=reverse("fair_open", args=args) if is_draft else "",
        withdraw_url=reverse("fair_withdraw", args=args) if is_draft or is_open else "",
        results_url=reverse("fair_results", args=[round.door]) if round.state == State.RELEASED else "",
        withdraw_words="What people have answered is deleted, and nobody will have read it."
        if is_open
        else "Nobody has been asked yet.",
    )


def withdraw_page(round: FairRound) -> AskPage:
    here = run_page(round, address="")
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
        dated=day(date.fromisoformat(round.about["as_of"])),
        minimum=round.minimum or 0,
        given=tuple((code, str(answer)) for code, answer in statements.codes.items()),
        ballot=ballot,
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


def fair_results_page(round: FairRound) -> FairResultsPage:
    found = released(round)
    if found is None:
        raise ValueError("only a round that has been released has results")
    everybody = found.result(EVERYBODY)
    shown = list(_shown(round, found))
    hidden = [name for name, result in _groups(round, found) if result.is_withheld]
    return FairResultsPage(
        organisation=round.organisation.name,
        title=_title(round),
        lead=_lead(everybody),
        tables=tuple((str(item.wording), _table(item, shown)) for item in round.instrument.items)
        if shown
        else (),
        left_out=tuple(hidden) if shown else (),
        why_url=reverse("why_withheld"),
        purpose=round.purpose,
    )


def _lead(everybody: GroupResult) -> str:
    if not isinstance(everybody.respondents, Shown):
        return f"Too few people answered for anything to be shown. {everybody.respondents.words}"
    return (
        f"{capital(str(everybody.respondents))} people answered. Each figure is the share of good answers, and in "
        "brackets how far chance alone could move it. Where two ranges overlap, do not call it a difference."
    )


def _groups(round: FairRound, found: Released) -> Iterator[tuple[str, GroupResult]]:
    """Every group below everybody, each broad one before its parts, in the order in which people were asked."""
    seen: set[tuple[str, ...]] = set()
    for path in round.categories:
        for depth in range(1, len(path) + 1):
            if path[:depth] not in seen:
                seen.add(path[:depth])
                yield ": ".join(path[:depth]), found.result(group_of(round, path[:depth]))


def _shown(round: FairRound, found: Released) -> Iterator[tuple[str, GroupResult]]:
    everybody = found.result(EVERYBODY)
    if everybody.is_withheld:
        return
    yield "Everybody", everybody
    yield from ((name, result) for name, result in _groups(round, found) if not result.is_withheld)


def _table(item: Item, shown: list[tuple[str, GroupResult]]) -> Table:
    good = "Disagreed" if item.is_negative else "Agreed"
    return Table(
        caption=f"Share who {good.lower()} that “{str(item.wording).rstrip('.')}”",
        columns=("Group", good),
        rows=tuple((name, _figure(result.question(item.code))) for name, result in shown),
    )


def _figure(result: QuestionResult) -> str:
    if isinstance(result.positive, Shown) and isinstance(result.interval, Shown):
        return f"{result.positive} ({result.interval})"
    return str(result.positive)
