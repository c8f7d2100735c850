"""One action: where it is, what comes next, and all that belongs to it."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, day
from fanlight.design.frame import Link, Where
from fanlight.guide.queries.here import the_guide
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.improvement.pages.board import MOVES, Move, when_again
from fanlight.improvement.pages.places import action_link, board_link, where_in
from fanlight.people.models import Team
from fanlight.people.pages.asking import AskPage, back_to


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
    links: tuple[Link, ...]


def action_page(action: AgreedAction) -> ActionPage:
    return ActionPage(
        where=where_in(action.team),
        title=action.what,
        lead=f"First: {action.first_step}",
        back=board_link(action.team),
        progress=action.get_progress_display(),
        note=action.note,
        facts=tuple(_facts(action)),
        version=action.version,
        move=reverse("move_action", args=[action.public_id]),
        moves=MOVES[Progress(action.progress)],
        links=(
            Link(text="Say how it goes", href=reverse("change_action", args=[action.public_id])),
            Link(text="Change the wording", href=reverse("edit_action", args=[action.public_id])),
        ),
    )


def _facts(action: AgreedAction) -> list[tuple[str, str]]:
    facts = [("Taken forward by", action.who)]
    if when := when_again(action):
        facts.append(("Next look", when))
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
    """Somebody else moved the card while this person was looking at the board."""
    return AskPage(
        title="Somebody moved this a moment ago",
        lead=f"{action.what.rstrip('.')} now stands at: {action.get_progress_display().lower()}.",
        paragraphs=(f"You wanted: {to.label.lower()}. Talk to each other if you can.",),
        button=f"Move it all the same: {to.label.lower()}",
        trail=(board_link(action.team),),
        way_back=Link(text="Leave it as it is", href=board_link(action.team).href),
    )
