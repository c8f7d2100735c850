"""The coach's pages, the team's page about its coaches, and the weekly letter's switch."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, counted, day
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.improvement.pages.measure import ChartShown, chart_shown
from fanlight.improvement.queries import chart_of, cycles_of
from fanlight.people.models import Team, User
from fanlight.people.pages.asking import AskPage
from fanlight.people.pages.place import where
from fanlight.people.queries import seats_above
from fanlight.people.roles import MAY, May
from fanlight.surveys.models import State
from fanlight.team.models import Message
from fanlight.team.queries.coaching import Coached, conversation, shared_measures


@dataclass(frozen=True)
class TeamRow:
    """A team in the coach's list."""

    name: str
    organisation: str
    href: str
    stage: str
    last: str
    help_wanted: str
    note: str


@dataclass(frozen=True)
class CoachingPage:
    title: str
    lead: str
    teams: tuple[TeamRow, ...]


@dataclass(frozen=True)
class Said:
    """A message as it stands on the page."""

    who: str
    when: str
    words: str
    from_coach: bool
    asks_help: bool
    helped: str
    say_helped: str


@dataclass(frozen=True)
class ConversationPage:
    where: Where
    title: str
    lead: str
    back: Link
    facts: tuple[tuple[str, str], ...]
    charts: tuple[ChartShown, ...]
    said: tuple[Said, ...]
    sees: tuple[str, ...]
    action: str


def coaching_page(teams: tuple[Coached, ...]) -> CoachingPage:
    asking = sum(bool(one.help_wanted) for one in teams)
    title = (
        f"{capital(counted(asking, 'team'))} would like your help" if asking else "The teams that you coach"
    )
    if not teams:
        title = "No team is yours to coach yet"
    return CoachingPage(
        title=title,
        lead="Where each team stands and what it asks of you. No answers, no figures but those that it shares.",
        teams=tuple(_row(one) for one in teams),
    )


def _row(one: Coached) -> TeamRow:
    return TeamRow(
        name=one.team.name,
        organisation=one.team.organisation.name,
        href=reverse("coached_team", args=[one.team.public_id]),
        stage=_stage(one),
        last=f"Last seen at work on {day(one.last_on)}" if one.last_on else "Nothing yet",
        help_wanted=one.help_wanted,
        note="Waits for your answer" if one.waits_for_answer else "",
    )


def _stage(one: Coached) -> str:
    """Where a team stands, as far as those outside it know, and what a coach may offer."""
    here = one.standing
    match one.step:
        case Step.ASK if here.open_round:
            return f"People are answering until {day(here.open_round.closes_at)}"
        case Step.TALK if here.released_round and here.released_round.debrief_at:
            return f"Talks about its results on {day(here.released_round.debrief_at)}: offer a hand"
        case Step.CHANGE if one.trying:
            return f"Trying {counted(one.trying, 'thing')}"
        case Step.CHANGE if one.has_talked:
            return "Has talked about its results, and is trying nothing just now: offer an idea"
        case Step.CHANGE:
            return "Has its results, and no talk is written down yet: ask how it went"
    if here.waiting_round and here.waiting_round.state == State.SCHEDULED:
        return f"A round opens on {day(here.waiting_round.opens_at)}"
    return "Nothing asked yet: offer to look at one ordinary day together"


def coached_team_page(one: Coached) -> ConversationPage:
    """A team for its coach: the stage, what it shares, and the conversation."""
    team = one.team
    facts = [("Where it stands", _stage(one))]
    facts.append(("Last seen at work", day(one.last_on) if one.last_on else "Not yet"))
    facts.append(("Being tried", capital(counted(one.trying, "thing")) if one.trying else "Nothing just now"))
    charts = tuple(
        chart_shown(measure, chart_of(measure), cycles_of(measure.action), may_change=False)
        for measure in shared_measures(team)
    )
    return ConversationPage(
        where=Where(
            place=Link(text=team.name, href=reverse("coached_team", args=[team.public_id])),
            organisation=team.organisation.name,
        ),
        title=team.name,
        lead=f"It asks: {one.help_wanted}"
        if one.help_wanted
        else "It has not asked for help with anything just now.",
        back=Link(text="The teams that you coach", href=reverse("coaching")),
        facts=tuple(facts),
        charts=charts,
        said=tuple(_said(message, is_coach=True) for message in conversation(team)),
        sees=(),
        action="Write to the team",
    )


def team_coach_page(team: Team) -> ConversationPage:
    """The same conversation from the team's side, with what its coaches see."""
    coaches = [
        seat.user.name
        for seat in seats_above(team)
        if any(May.COACH_TEAMS in MAY[role] for role in seat.roles)
    ]
    shared = [measure.name for measure in shared_measures(team)]
    charts = (
        f"These charts, because you share them: {', '.join(shared)}."
        if shared
        else "None of your charts: you share none."
    )
    return ConversationPage(
        where=where(team, Step.CHANGE),
        title="You and your coach",
        lead=f"{', '.join(coaches)} can help."
        if coaches
        else "Nobody coaches your team yet. What you write here waits for them.",
        back=Link(text="What we are trying", href=reverse("board", args=[team.public_id])),
        facts=(),
        charts=(),
        said=tuple(_said(message, is_coach=False) for message in conversation(team)),
        sees=(
            "That rounds and debriefs take place, and how many things you try.",
            charts,
            "Never an answer, a result, or a figure that you do not share.",
        ),
        action="Write to your coach",
    )


def _said(message: Message, *, is_coach: bool) -> Said:
    side = "coach" if message.from_coach else "team"
    who = f"{message.by.name}, {side}" if message.by else f"The {side}"
    is_open = (
        message.asks_help and message.helped_on is None and not is_coach
    )  # the team says when it had help
    return Said(
        who=who,
        when=day(message.on),
        words=message.words,
        from_coach=message.from_coach == is_coach,
        asks_help=message.asks_help,
        helped=f"Helped with on {day(message.helped_on)}" if message.helped_on else "",
        say_helped=reverse("say_helped", args=[message.public_id]) if is_open else "",
    )


def digest_page(user: User) -> AskPage:
    return AskPage(
        title="The weekly letter",
        lead=f"On Mondays, to {user.email}, and only when something is due in your teams this week or waits for you.",
        paragraphs=(
            "A figure to type, a test to look at, an action to look at again, a word from your coach.",
            "If you read a team’s comments first: that some wait. Never what is in them, nor how many.",
        ),
        button="Save",
        trail=(Link(text="You", href=reverse("you")),),
        way_back=Link(text="Go back", href=reverse("you")),
    )
