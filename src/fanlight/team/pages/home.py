"""What stands on a team's home: where we are, the one next step, and what is going on."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils import timezone

from fanlight.debriefs.queries import Came, what_came_of
from fanlight.design.english import day, moment
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.design.parts import NextStep, Row
from fanlight.improvement.queries import actions_going_on, measures_to_fill
from fanlight.people.models import Team
from fanlight.people.pages.place import where
from fanlight.people.pages.team import ended
from fanlight.people.roles import May
from fanlight.responses.queries import answers_band
from fanlight.results.queries import bands_of
from fanlight.surveys.models import Round, State
from fanlight.team.pages.looking import looking_rows
from fanlight.team.pages.steps import Place, always_open, places
from fanlight.team.queries import Standing, standing
from fanlight.windows.queries import LookingNow, looking_now


@dataclass(frozen=True)
class HomePage:
    where: Where
    title: str
    step: Step
    sentence: str
    next_step: NextStep | None
    going_on: tuple[Row, ...]
    places: tuple[Place, ...]
    always_open: tuple[Link, ...]


def home_page(team: Team, may: frozenset[May], *, own: tuple[Row, ...] = ()) -> HomePage:
    here, looking = standing(team), looking_now(team)
    heard = here.released_round if here.step in {Step.TALK, Step.CHANGE} else None
    came = what_came_of(heard) if heard else Came.NOTHING_WRITTEN
    if here.step == Step.TALK and came is Came.TALKED:  # sooner than it was planned
        here = replace(here, step=Step.CHANGE)
    is_unsaid = here.step == Step.CHANGE and came is not Came.TALKED
    cards = talk_with_cards(heard) if heard and here.step == Step.TALK else None
    return HomePage(
        where=where(team, Step.TALK if is_unsaid else here.step),
        title="What we said stays here" if team.ended_on else _title(here, came),
        step=Step.TALK if is_unsaid else here.step,
        sentence=ended(team.ended_on) if team.ended_on else _sentence(here, came, is_few=cards is not None),
        next_step=cards or _next_step(here, team, came) or _look_or_plan(here, team, may, looking),
        going_on=(*own, *_going_on(here), *looking_rows(team, looking), *_agreed(team), *_to_type(team)),
        places=places(team, here, may),
        always_open=always_open(team),
    )


def _title(here: Standing, came: Came) -> str:
    match here.step:
        case Step.LOOK if here.waiting_round and hasattr(here.waiting_round, "brings"):
            return "We shall be asked once more"
        case Step.LOOK:
            return "Begin by looking"
        case Step.ASK:
            return "We are asking how it is to work here"
        case Step.CHANGE if came is Came.TALKED:
            return "Time to try one small thing"
        case _:
            return "Time to talk about what we said"


def talk_with_cards(round: Round) -> NextStep | None:
    """The next step after a round of which nothing may be shown: the talk needs no figures. None after any other."""
    if bands_of([round]):
        return None
    return NextStep(
        title="Talk about it with cards",
        text="Choose one focus, take a card, and talk. It needs no figures.",
        action="See the agenda and the cards",
        href=reverse("debrief_kit", args=[round.public_id]),
        drawing="talk",
    )


def _sentence(here: Standing, came: Came, *, is_few: bool) -> str:
    match here.step:
        case Step.LOOK if here.waiting_round and hasattr(here.waiting_round, "brings"):
            again = day(here.waiting_round.opens_at)
            return f"We have been asked once. The second time opens on {again}, and the results of both come together."
        case Step.LOOK:
            return "Nothing has been asked yet. A good start is to look at one ordinary day together."
        case Step.ASK:
            return "People are answering now. Nobody can see anything before the round closes."
        case Step.TALK if is_few:
            return "Too few of us answered to show figures. That protects those who did, and it need not stop the talk."
        case Step.TALK:
            joint = here.released_round if here.released_round and here.released_round.sister_id else None
            whom = joint.whose if joint else "the team"
            return f"The results came to everybody in {whom} at once, and nobody else can see them."
        case _ if came is Came.TALKED:
            return "We have talked about our results. Something small this week is worth more than a plan for the year."
        case _ if came is Came.NOBODY:
            return "Nobody could come to our talk. That says something about the time or the place, not about us."
        case _:
            return (
                "The day of our talk has passed, and nothing is written down of it yet. "
                "Ten minutes and one card will do."
            )


def _next_step(here: Standing, team: Team, came: Came) -> NextStep | None:
    if here.step == Step.ASK and here.open_round:
        return NextStep(
            title="Answer the questions",
            text="No account, no name. It can be done on a phone in a break.",
            action="Begin",
            href=reverse("respond", args=[here.open_round.door]),
            drawing="ask",
        )
    if came is Came.TALKED:
        return NextStep(
            title="Take the next small step",
            text="What we agreed to try, and where each of it stands.",
            action="Open our board",
            href=reverse("board", args=[team.public_id]),
            drawing="change",
        )
    if here.released_round and came is Came.NOBODY:
        kit = reverse("debrief_kit", args=[here.released_round.public_id])
        return NextStep(
            title="Talk at the end of a shift",
            text="Ten minutes and one card will do. Nights may take another time than days.",
            action="See the cards",
            href=f"{kit}?minutes=30",
            drawing="talk",
        )
    if here.released_round and here.step == Step.CHANGE:
        return NextStep(
            title="Say what came of the talk",
            text="A few words of what was said, and one to three things to try.",
            action="Write it down",
            href=reverse("outcome", args=[here.released_round.public_id]),
            drawing="talk",
        )
    if here.released_round:
        return NextStep(
            title="Read what stood out",
            text="A minute’s reading, the same page for everybody in the team.",
            action="See what stood out",
            href=reverse("results", args=[here.released_round.public_id]),
            drawing="talk",
        )
    return None


def _look_or_plan(here: Standing, team: Team, may: frozenset[May], looking: LookingNow) -> NextStep | None:
    """Before anything was asked: look first, and then a lead plans a round."""
    if May.PLAN_ROUNDS in may and here.waiting_round:
        return _planned(here.waiting_round)
    if May.PLAN_ROUNDS in may and (looking.held or looking.next_window):
        return _plan(team)
    return NextStep(
        title="Look at one ordinary day",
        text="A walkabout takes twenty minutes and needs no form. Here is a plan.",
        action="Plan a walkabout",
        href=reverse("plan_window", args=[team.public_id, "walkabout"]),
        drawing="look",
    )


def _planned(round: Round) -> NextStep:
    if round.state == State.DRAFT:
        text = "Nobody is asked before you say so."
        return NextStep("Finish planning the round", text, "Go on", _round(round), "ask")
    text = f"It opens by itself on {moment(round.opens_at)}. Put up what people need, so that nights have a way in too."
    href = reverse("hand_out", args=[round.public_id])
    return NextStep("The round is planned", text, "See what to hand out", href, "ask")


def _plan(team: Team) -> NextStep:
    return NextStep(
        title="Ask how it is to work here",
        text="Plan a round in ten minutes: what to ask, when, and when you will talk about it.",
        action="Plan a round",
        href=reverse("plan", args=[team.public_id]),
        drawing="ask",
    )


def _going_on(here: Standing) -> list[Row]:
    rows = []
    if round := here.waiting_round:
        rows.append(
            Row(
                text=round.title,
                detail=round.get_state_display(),
                href=_round(round),
                when=f"opens {moment(round.opens_at)}",
            )
        )
    if round := here.open_round:
        rows.append(
            Row(
                text=f"{round.title} is open",
                href=_round(round),
                detail=f"{answers_band(round)} of {round.people} people so far",
                when=f"closes {moment(round.closes_at)}",
            )
        )
        rows.append(_debrief(round))
    if round := here.released_round:
        href = reverse("results", args=[round.public_id])
        rows.append(Row(text=f"Results of {round.title}", href=href, when=f"since {day(round.closes_at)}"))
        if here.open_round is None:
            rows.append(_debrief(round))
    return rows


def _agreed(team: Team) -> list[Row]:
    """What the team is trying, the soonest look first."""
    return [
        Row(
            text=action.what,
            detail=action.get_progress_display(),
            href=reverse("action", args=[action.public_id]),
            when=f"look again on {day(action.look_again_on)}",
        )
        for action in actions_going_on(team)
    ]


def _to_type(team: Team) -> list[Row]:
    """Figures of the last week or month that nobody has typed yet: ten seconds each."""
    return [
        Row(
            text=f"Type the figure: {measure.name}",
            detail="Ten seconds",
            href=reverse("put_figure", args=[measure.public_id]),
        )
        for measure in measures_to_fill(team)
    ]


def _round(round: Round) -> str:
    return reverse("round", args=[round.public_id])


def _debrief(round: Round) -> Row:
    if round.debrief_at and round.debrief_at < timezone.now():
        outcome = reverse("outcome", args=[round.public_id])
        return Row(text="What came of our talk", href=outcome, when=f"planned for {day(round.debrief_at)}")
    when = moment(round.debrief_at) if round.debrief_at else ""
    return Row(
        text="We talk about it: prepare the debrief",
        detail=round.debrief_where,
        href=reverse("debrief_kit", args=[round.public_id]),
        when=when,
    )
