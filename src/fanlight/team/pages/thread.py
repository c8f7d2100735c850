"""The thread of one change on one page: Look, Ask, Talk, Change, Share, and where the next stitch is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.charts.control_words import finding
from fanlight.design.english import capital, counted, day, number
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.guide.queries.here import the_guide
from fanlight.improvement.models import AgreedAction, Decision
from fanlight.improvement.pages.places import story_of_action_link
from fanlight.improvement.queries import chart_of
from fanlight.people.pages.place import where
from fanlight.surveys.models import Round, State
from fanlight.team.queries.thread import Thread
from fanlight.team.taking_on import PAGES


@dataclass(frozen=True)
class Stitch:
    """One step of the thread. `is_there` is false where it is still open; then `links` say how to begin."""

    title: str
    drawing: str
    is_there: bool
    lines: tuple[str, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class ThreadPage:
    where: Where
    title: str
    lead: str
    back: Link
    stitches: tuple[Stitch, ...]


def thread_page(thread: Thread, *, may_plan: bool) -> ThreadPage:
    """`may_plan` is whether this person may plan a round: then the last step leads there."""
    action = thread.action
    stitches = (
        _asked(thread),
        _talked(thread),
        _chosen(action),
        _tested(thread),
        _counted(thread),
        _came(action),
        _again(thread, may_plan=may_plan),
    )
    there = sum(stitch.is_there for stitch in stitches)
    return ThreadPage(
        where=where(action.team, Step.CHANGE),
        title=action.what,
        lead=f"{capital(counted(there, 'step'))} of {number(len(stitches))}, from what we heard to asking again.",
        back=Link(text=action.what, href=reverse("action", args=[action.public_id])),
        stitches=stitches,
    )


def _edit(action: AgreedAction, text: str) -> Link:
    return Link(text=text, href=reverse("edit_action", args=[action.public_id]))


def _asked(thread: Thread) -> Stitch:
    action = thread.action
    if thread.topics and action.round:
        results = Link(
            text=f"Results of {action.round.title}", href=reverse("results", args=[action.round.public_id])
        )
        return Stitch(
            "What we heard",
            "ask",
            True,
            tuple(f"{topic.words}: “{topic.statement}”" for topic in thread.topics),
            (results,),
        )
    if about := action.about:
        title = the_guide().chapter(about).title
        return Stitch(
            "What we heard",
            "ask",
            False,
            (f"It is about {title.lower()}. Nothing stood out there in a round.",),
        )
    return Stitch("What we heard", "ask", False, ("Which focus is it about?",), (_edit(action, "Say which"),))


def _talked(thread: Thread) -> Stitch:
    if thread.card:
        card = Link(text=thread.card.title, href=reverse("guide_card", args=[thread.card.slug]))
        return Stitch("The card we talked about", "talk", True, (), (card,))
    cards = Link(text="Cards to talk about", href=reverse("guide_cards"))
    return Stitch(
        "The card we talked about",
        "talk",
        False,
        ("None is noted.",),
        (cards, _edit(thread.action, "Note one")),
    )


def _chosen(action: AgreedAction) -> Stitch:
    """What it came from: a link back where there may be one."""
    lines = [f"First: {action.first_step}", f"Agreed on {day(action.agreed_on)}"]
    if action.came_from:
        lines.insert(0, action.came_from)
    links: tuple[Link, ...] = ()
    if action.came_kind in PAGES:
        links = (
            Link(text="Where it came from", href=reverse(PAGES[action.came_kind], args=[action.came_id])),
        )
    return Stitch("The idea", "change", True, tuple(lines), links)


def _tested(thread: Thread) -> Stitch:
    if not thread.cycles:
        plan = Link(text="Plan a small test", href=reverse("plan_cycle", args=[thread.action.public_id]))
        return Stitch("Small tests", "change", False, ("None yet.",), (plan,))
    lines = [
        f"{cycle.number}. {cycle.plan}. {Decision(cycle.decision).short if cycle.decision else 'Being tested'}."
        for cycle in thread.cycles
    ]
    return Stitch("Small tests", "change", True, tuple(lines))


def _counted(thread: Thread) -> Stitch:
    if not thread.measures:
        count = Link(text="Count something", href=reverse("add_measure", args=[thread.action.public_id]))
        return Stitch("What we count", "look", False, ("Nothing yet.",), (count,))
    said = [(measure, finding(chart_of(measure).chart)) for measure in thread.measures]
    links = [
        Link(text=f"{measure.name}: {words}", href=reverse("measure", args=[measure.public_id]))
        for measure, words in said
    ]
    return Stitch("What we count", "look", True, (), tuple(links))


def _came(action: AgreedAction) -> Stitch:
    lines = (action.get_progress_display(), *([action.note] if action.note else []))
    say = Link(text="Say how it goes", href=reverse("change_action", args=[action.public_id]))
    return Stitch("What came of it", "share", action.is_done, lines, (*_shared(action), say))


def _shared(action: AgreedAction) -> Iterable[Link]:
    if action.round:
        yield Link(text="You said, we did, still open", href=reverse("we_did", args=[action.round.door]))
    if action.is_done:
        yield story_of_action_link(action)


def _again(thread: Thread, *, may_plan: bool) -> Stitch:
    title, action = "When we ask again", thread.action
    if round := thread.again:
        return Stitch(title, "ask", True, (_when(round),), tuple(_results(round)))
    if action.about is None:
        say = "A round can ask about it again once you have said which focus it is about."
        return Stitch(title, "ask", False, (say,), (_edit(action, "Say which focus"),))
    lines = ["No round about this is planned. Three to six months is a good time."]
    if not may_plan:
        return Stitch(title, "ask", False, (*lines, "Your team’s lead can plan one."))
    plan = f"{reverse('plan', args=[action.team.public_id])}?focus={action.about.value}"
    return Stitch(title, "ask", False, tuple(lines), (Link(text="Plan a short pulse about it", href=plan),))


def _when(round: Round) -> str:
    if round.state == State.SCHEDULED:
        return f"{round.title}, from {day(round.opens_at)}."
    return f"{round.title}, {'open now' if round.state == State.OPEN else day(round.closes_at)}."


def _results(round: Round) -> Iterable[Link]:
    if round.state == State.RELEASED:
        yield Link(text="What we said then", href=reverse("results", args=[round.public_id]))
