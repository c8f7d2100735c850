"""One action: where it is, what comes next, and all that belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.charts.control_words import finding
from fanlight.design.english import capital, day
from fanlight.design.frame import Link, Where
from fanlight.guide.queries.here import the_guide
from fanlight.improvement.models import AgreedAction, Cycle, Measure, Progress
from fanlight.improvement.pages.board import MOVES, NAMES, Move
from fanlight.improvement.pages.cycle import Step, ramp
from fanlight.improvement.pages.measure import ChartShown, chart_shown, put_words
from fanlight.improvement.pages.places import action_link, board_link, story_of_action_link, where_in
from fanlight.improvement.queries import chart_of, is_due, suggested_measures
from fanlight.people.models import Team
from fanlight.people.pages.asking import AskPage, back_to


@dataclass(frozen=True)
class Counted:
    """A measure as it stands on its action's page."""

    name: str
    finding: str
    href: str
    put: Link
    is_due: bool
    chart: ChartShown | None


@dataclass(frozen=True)
class ActionPage:
    where: Where
    title: str
    lead: str
    back: Link
    progress: str
    note: str
    facts: tuple[tuple[str, str], ...]
    version: int
    move: str
    moves: tuple[Move, ...]
    tests: tuple[Step, ...]
    plan: Link | None
    measures: tuple[Counted, ...]
    suggested: tuple[Link, ...]
    count: Link
    story: Link | None
    links: tuple[Link, ...]


def action_page(action: AgreedAction, cycles: Iterable[Cycle], measures: Iterable[Measure]) -> ActionPage:
    cycles, measures = list(cycles), list(measures)
    here = [action.public_id]
    return ActionPage(
        where=where_in(action.team),
        title=action.what,
        lead=f"First: {action.first_step}",
        back=board_link(action.team),
        progress=action.get_progress_display(),
        note=action.note,
        facts=tuple(_facts(action)),
        version=action.version,
        move=reverse("move_action", args=here),
        moves=MOVES[Progress(action.progress)],
        tests=ramp(cycles),
        plan=_plan(action, cycles),
        measures=tuple(_counted(measure, cycles) for measure in measures),
        suggested=tuple(_suggested(action, {measure.name for measure in measures})),
        count=Link(text="Count something", href=reverse("add_measure", args=here)),
        story=story_of_action_link(action) if action.is_done else None,
        links=tuple(_links(action)),
    )


def _links(action: AgreedAction) -> Iterable[Link]:
    here = [action.public_id]
    yield Link(text="The whole thread, from what we heard to asking again", href=reverse("thread", args=here))
    yield Link(text="Say how it goes", href=reverse("change_action", args=here))
    yield Link(text="Change the wording", href=reverse("edit_action", args=here))
    if not action.is_done:
        yield Link(text="Tell the story of this", href=reverse("tell_story", args=here))


def _plan(action: AgreedAction, cycles: list[Cycle]) -> Link | None:
    """The next test, unless one is going on or the action is done."""
    if action.is_done or any(not cycle.is_over for cycle in cycles):
        return None
    text = "Plan the next test" if cycles else "Plan a small test"
    return Link(text=text, href=reverse("plan_cycle", args=[action.public_id]))


def _counted(measure: Measure, cycles: list[Cycle]) -> Counted:
    drawn, waits = chart_of(measure), is_due(measure)
    return Counted(
        name=measure.name,
        finding=finding(drawn.chart),
        href=reverse("measure", args=[measure.public_id]),
        put=Link(text=put_words(measure, is_due=waits), href=reverse("put_figure", args=[measure.public_id])),
        is_due=waits,
        chart=chart_shown(measure, drawn, cycles) if len(drawn.chart) > 1 else None,
    )


def _suggested(action: AgreedAction, there: set[str]) -> Iterable[Link]:
    """What the guide suggests to count, a tap away from being counted."""
    for place, measure in enumerate(suggested_measures(action)):
        if measure.name not in there:
            yield Link(
                text=f"{measure.name}", href=f"{reverse('add_measure', args=[action.public_id])}?from={place}"
            )


def _facts(action: AgreedAction) -> list[tuple[str, str]]:
    facts = [("Taken forward by", action.who)]
    if not action.is_done:
        facts.append(("We look again on", day(action.look_again_on)))
    if action.element:
        facts.append(("It changes", capital(action.element_in_words)))
    if about := action.about:
        facts.append(("It is about", the_guide().chapter(about).title))
    if action.came_from:
        facts.append(("It came from", action.came_from))
    facts.append(("Agreed on", day(action.agreed_on)))
    return facts


def add_page(team: Team) -> AskPage:
    return AskPage(
        title="What will you try?",
        lead="Something small that is yours to do. Two lines are enough; the rest can stay as it is.",
        button="Put it on the board",
        trail=(board_link(team),),
        way_back=back_to(board_link(team)),
    )


def edit_page(action: AgreedAction) -> AskPage:
    return AskPage(
        title="In other words",
        button="Save",
        trail=(action_link(action),),
        way_back=back_to(action_link(action)),
    )


def progress_page(action: AgreedAction) -> AskPage:
    return AskPage(
        title="How is it going?",
        lead=f"{action.what.rstrip('.')}. First: {action.first_step}",
        button="Keep this",
        trail=(action_link(action),),
        way_back=Link(text="Not now", href=action_link(action).href),
    )


def moved_meanwhile_page(action: AgreedAction, to: Progress) -> AskPage:
    """Somebody else changed the card while this person was looking at the board."""
    now, wanted = (f"“{NAMES[each][0]}”" for each in (Progress(action.progress), to))
    return AskPage(
        title="This card has just changed",
        lead=f"Somebody in your team changed “{action.what.rstrip('.')}” after you opened the page. "
        f"It stands under {now}.",
        paragraphs=(f"You wanted it under {wanted}. Nothing has happened to it yet.",),
        button=f"Move it to {wanted}",
        trail=(board_link(action.team),),
        way_back=Link(text=f"Leave it under {now}", href=board_link(action.team).href),
    )
