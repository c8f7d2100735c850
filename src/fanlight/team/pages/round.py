"""One round as its team sees it: where it is in its life, and what to do next."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import day, listed, moment
from fanlight.design.frame import Link, Where
from fanlight.people.roles import May
from fanlight.responses.access import may_type_in
from fanlight.responses.queries import answers_band, slips_made, typed_in_by
from fanlight.surveys.models import Round, State, Way
from fanlight.team.pages.home import NextStep, where


@dataclass(frozen=True)
class RoundPage:
    where: Where
    title: str
    sentence: str
    next_step: NextStep | None
    facts: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]
    advice: tuple[str, ...]
    team: Link


def round_page(round: Round, may: frozenset[May]) -> RoundPage:
    plans = May.PLAN_ROUNDS in may
    return RoundPage(
        where=where(round.team),
        title=round.title,
        sentence=_sentence(round),
        next_step=_next_step(round, plans=plans),
        facts=tuple(_facts(round)),
        links=(*_typing_in(round, may), *_links(round, plans=plans)),
        advice=tuple(_advice(round)) if plans else (),
        team=Link(text=round.team.name, href=reverse("team_home", args=[round.team.public_id])),
    )


def _sentence(round: Round) -> str:
    match round.state:
        case State.DRAFT:
            return "This round is being planned. Nobody has been asked yet."
        case State.SCHEDULED:
            return f"It opens by itself on {moment(round.opens_at)}."
        case State.OPEN:
            return "People are answering. Nobody can see a result before it closes."
        case State.CLOSED:
            return "It has closed, and the results are being made. That takes a moment."
    return "The results are ready, the same for everybody in the team."


def _next_step(round: Round, *, plans: bool) -> NextStep | None:
    if round.state == State.OPEN:
        href = reverse("respond", args=[round.door])
        return NextStep("Answer the questions", "No account, no name.", "Begin", href, "ask")
    if round.state == State.RELEASED:
        href = reverse("results", args=[round.public_id])
        return NextStep("Read what stood out", "A minute's reading.", "See what stood out", href, "talk")
    if round.state == State.DRAFT and plans:
        return _planning_step(round)
    return None


def _planning_step(round: Round) -> NextStep:
    if round.debrief_at is None:
        href = reverse("debrief_booking", args=[round.public_id])
        text = "Before anybody is asked: people answer when they know that you will talk about it."
        return NextStep("Book the debrief", text, "Choose day and place", href, "talk")
    href = reverse("open_round", args=[round.public_id])
    return NextStep("Look it over, then ask", "Everything on one page.", "Look it over", href, "ask")


def _facts(round: Round) -> list[tuple[str, str]]:
    facts = [("Asked", f"{round.people} people in {round.team.name}")]
    if round.state == State.OPEN:
        facts.append(("Answered so far", answers_band(round)))
    opens = "Opened" if round.state in {State.OPEN, State.CLOSED, State.RELEASED} else "Opens"
    facts.append((opens, moment(round.opens_at)))
    facts.append(("Closed" if round.is_over else "Closes", moment(round.closes_at)))
    if round.debrief_at:
        facts.append(("We talk about it", _meeting(round)))
    if waiting := [day(each.due_at) for each in round.reminders.all() if each.sent_at is None]:
        facts.append(("Everybody is written to", ", ".join(waiting)))
    facts.append(("Ways to answer", ", ".join(Way(way).label for way in round.ways)))
    if Way.SLIPS in round.ways and not round.is_over:
        facts.append(("Slips made", str(slips_made(round))))
    if typists := typed_in_by(round):
        facts.append(("Paper forms typed in by", listed(typists)))
    return facts


def _meeting(round: Round) -> str:
    times = [moment(at) for at in (round.debrief_at, round.second_debrief_at) if at]
    return f"{' and again '.join(times)}, {round.debrief_place}, with {round.debrief_facilitator}"


def _typing_in(round: Round, may: frozenset[May]) -> tuple[Link, ...]:
    if round.state == State.OPEN and Way.PAPER in round.ways and may_type_in(may):
        return (Link(text="Type in the paper forms", href=reverse("type_in", args=[round.public_id])),)
    return ()


def _links(round: Round, *, plans: bool) -> list[Link]:
    links = _talk(round) if round.is_over else []
    if round.debrief_at:
        links.append(
            Link(
                text="Put the debrief into your calendar", href=reverse("debrief_ics", args=[round.public_id])
            )
        )
    if round.promise:
        links.append(
            Link(text="What we promise those who answer", href=reverse("promise", args=[round.door]))
        )
    if plans and round.state in {State.SCHEDULED, State.OPEN}:
        href = reverse("hand_out", args=[round.public_id])
        links.append(Link(text="Let everybody answer: what to hand out and put up", href=href))
    if plans and not round.is_over:
        links.append(Link(text="Change the debrief", href=reverse("debrief_booking", args=[round.public_id])))
    if plans and round.state == State.OPEN and round.extended_at is None:
        links.append(Link(text="Give people more time", href=reverse("extend", args=[round.public_id])))
    if plans and round.state in {State.DRAFT, State.SCHEDULED}:
        links.append(Link(text="Drop this round", href=reverse("drop", args=[round.public_id])))
    return links


def _talk(round: Round) -> list[Link]:
    return [
        Link(text="The debrief's kit", href=reverse("debrief_kit", args=[round.public_id])),
        Link(text="What came of the talk", href=reverse("outcome", args=[round.public_id])),
        Link(text="You said, we did, still open: for everybody", href=reverse("we_did", args=[round.door])),
    ]


def _advice(round: Round) -> list[str]:
    """What a lead can do for the round that is open: about the whole team, never about those who have not answered."""
    if round.state != State.OPEN:
        return []
    advice = ["Has everybody a way in? The poster, slips and forms are under “Let everybody answer”."]
    if round.closes_at - timezone.now() < timedelta(days=4):
        advice.append(
            f"It closes on {day(round.closes_at)}. Say so at the next handovers, the night one first."
        )
    else:
        advice.append(
            "Mention it at a handover this week, nights and weekends too. Five minutes in a shift is enough."
        )
    if Way.PAPER not in round.ways:
        advice.append("Some people would rather write on paper: leave a few forms on the unit next time.")
    return advice
