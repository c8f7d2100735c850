"""One round as its team sees it: where it is in its life, and what to do next."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import day, listed, moment, weekday
from fanlight.design.frame import Link, Where
from fanlight.design.parts import NextStep
from fanlight.people.pages.place import home_link, where
from fanlight.people.roles import May
from fanlight.responses.access import may_type_in
from fanlight.responses.queries import answers_band, slips_made, typed_in_by
from fanlight.surveys.models import Round, State, Way
from fanlight.team.pages.advice import advice_for
from fanlight.team.pages.home import talk_with_cards

FEW = "It has closed. Too few people answered to show figures: that protects those who did."


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
    cards = talk_with_cards(round) if round.state == State.RELEASED and not round.is_unread else None
    return RoundPage(
        where=where(round.team),
        title=round.title,
        sentence=FEW if cards else _sentence(round),
        next_step=cards or _next_step(round, plans=plans),
        facts=tuple(_facts(round)),
        links=(*_typing_in(round, may), *_links(round, plans=plans)),
        advice=tuple(advice_for(round)) if plans else (),
        team=home_link(round.team),
    )


def _sentence(round: Round) -> str:
    match round.state:
        case State.DRAFT:
            return "This round is being planned. Nobody has been asked yet."
        case State.SCHEDULED:
            return f"It opens by itself on {moment(round.opens_at)}."
        case State.OPEN:
            return "People are answering. Nobody can see a result before it closes."
        case State.CLOSED if round.waits_for:
            second = round.waits_for
            return (
                f"The first time has closed. The second runs from {day(second.opens_at)} to {day(second.closes_at)}; "
                "until then the answers stay sealed, and the results of both come together."
            )
        case State.CLOSED:
            return "It has closed, and the results are being made. That takes a moment."
    if round.is_unread:
        return "The second time did not take place, so the answers of the first were deleted unread, as was promised."
    return f"The results are ready, the same for everybody in {round.whose}."


def _next_step(round: Round, *, plans: bool) -> NextStep | None:
    if plans and round.state in {State.SCHEDULED, State.OPEN}:
        href = reverse("hand_out", args=[round.public_id])
        text = "What to hand out and put up, so that nights and weekends have a way in too."
        return NextStep("Let everybody answer", text, "See what to hand out", href, "ask")
    if round.state == State.OPEN:
        href = reverse("respond", args=[round.door])
        return NextStep("Answer the questions", "No account, no name.", "Begin", href, "ask")
    if round.state == State.RELEASED and not round.is_unread:
        href = reverse("results", args=[round.public_id])
        return NextStep("Read what stood out", "A minute’s reading.", "See what stood out", href, "talk")
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
    facts = [("Asked", f"{round.people} people in {round.whose}")]
    if round.state == State.OPEN:
        facts.append(("Answered so far", str(answers_band(round))))
    opens = "Opened" if round.state in {State.OPEN, State.CLOSED, State.RELEASED} else "Opens"
    facts.append((opens, moment(round.opens_at)))
    facts.append(("Closed" if round.is_over else "Closes", moment(round.closes_at)))
    if round.waits_for:
        second = round.waits_for
        facts.append(
            ("Asked again", f"from {day(second.opens_at)} to {day(second.closes_at)}, released together")
        )
    if round.debrief_at:
        facts.append(("We talk about it", round.debrief_in_full))
    if not round.is_over and (
        waiting := [weekday(each.due_at) for each in round.reminders.all() if each.sent_at is None]
    ):
        facts.append(("Everybody is written to", listed(waiting)))
    facts.append(("Ways to answer", _ways(round)))
    if Way.SLIPS in round.ways and round.state in {State.SCHEDULED, State.OPEN}:
        facts.append(("Slips made", str(slips_made(round))))
    if typists := typed_in_by(round):
        facts.append(("Paper forms typed in by", listed(typists)))
    return facts


def _ways(round: Round) -> str:
    """Parted by commas: the names have their own “and”."""
    first, *others = (Way(way).label for way in round.ways)
    return ", ".join([first, *(label[:1].lower() + label[1:] for label in others)])


def _typing_in(round: Round, may: frozenset[May]) -> tuple[Link, ...]:
    if round.state == State.OPEN and Way.PAPER in round.ways and may_type_in(may):
        return (Link(text="Type in the paper forms", href=reverse("type_in", args=[round.public_id])),)
    return ()


def _links(round: Round, *, plans: bool) -> list[Link]:
    def to(text: str, name: str, key: str = round.public_id) -> Link:
        return Link(text=text, href=reverse(name, args=[key]))

    links = _talk(round) if round.is_over and not round.waits_for and not round.is_unread else []
    if plans and round.state == State.OPEN:
        links.append(to("Answer the questions", "respond", round.door))
    if round.debrief_at:
        links.append(to("Put the debrief into your calendar", "debrief_ics"))
    if round.promise:
        links.append(to("What we promise those who answer", "promise", round.door))
    if plans:
        links += [to(text, name) for text, name, is_open in _deeds(round) if is_open]
    return links


def _deeds(round: Round) -> list[tuple[str, str, bool]]:
    """What a lead may do with a round: the words, the page, and whether it can be done now."""
    is_draft, is_open = round.state == State.DRAFT, round.state == State.OPEN
    is_planned = is_draft or round.state == State.SCHEDULED
    return [
        ("Change days, people or ways to answer", "change_round", is_planned),
        ("Change the debrief", "debrief_booking", not round.is_over),
        ("Give people more time", "extend", is_open and round.extended_at is None),
        (f"Together with {round.sister.name}" if round.sister else "", "together", round.sister is not None),
        ("What a small team can do", "small_team", is_draft and round.sister is None),
        (
            "End here, without the second time",
            "end_unread",
            bool(round.waits_for) and round.state == State.CLOSED,
        ),
        ("Drop this round", "drop", is_planned),
    ]


def _talk(round: Round) -> list[Link]:
    return [
        Link(text="The debrief’s kit", href=reverse("debrief_kit", args=[round.public_id])),
        Link(text="What came of the talk", href=reverse("outcome", args=[round.public_id])),
        Link(text="You said, we did, still open: for everybody", href=reverse("we_did", args=[round.door])),
    ]
