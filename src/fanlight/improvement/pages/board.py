"""The board: what a team has agreed, is trying, keeps and has stopped."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import capital, counted, day, weekday
from fanlight.design.frame import Link, Where
from fanlight.design.parts import Row
from fanlight.improvement.models import AgreedAction, Aim, Progress
from fanlight.improvement.pages.places import sources, where_in
from fanlight.improvement.queries import all_only_tell
from fanlight.people.models import Team
from fanlight.people.pages.place import home_link

MOST_AT_ONCE = 3
MOST_DONE = 8


@dataclass(frozen=True)
class Move:
    """A button that moves a card."""

    to: str
    text: str
    is_quiet: bool = False


@dataclass(frozen=True)
class Card:
    """An action as it stands on the board."""

    what: str
    href: str
    first_step: str
    who: str
    when: str
    is_late: bool
    changes: str
    note: str
    version: int
    move: str
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Column:
    progress: str
    name: str
    cards: tuple[Card, ...]
    empty: str
    more: str = ""


@dataclass(frozen=True)
class Nudge:
    """A kind word about the board as a whole."""

    title: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class BoardPage:
    where: Where
    title: str
    lead: str
    back: Link
    columns: tuple[Column, ...]
    nudges: tuple[Nudge, ...]
    add: Link
    links: tuple[Link, ...]
    sources: tuple[Row, ...]
    is_empty: bool


MOVES = {
    Progress.AGREED: (Move("trying", "Start trying it"), Move("stopped", "Let it go", is_quiet=True)),
    Progress.TRYING: (
        Move("kept", "It helped: keep it"),
        Move("stopped", "Let it go", is_quiet=True),
        Move("agreed", "Not begun yet", is_quiet=True),
    ),
    Progress.KEPT: (Move("trying", "Try it again", is_quiet=True),),
    Progress.STOPPED: (Move("trying", "Try it again", is_quiet=True),),
}
NAMES = {
    Progress.AGREED: ("Agreed", "Nothing waits here."),
    Progress.TRYING: ("Trying", "Take one thing from “Agreed” and begin on the next shift."),
    Progress.KEPT: ("We keep it", "What helped comes here."),
    Progress.STOPPED: (
        "Let go",
        "What did not help, or did not fit, comes here. It taught us something too.",
    ),
}


def board_page(team: Team, actions: Iterable[AgreedAction], aims: Iterable[Aim] = ()) -> BoardPage:
    actions = list(actions)
    going_on = [action for action in actions if not action.is_done]
    return BoardPage(
        where=where_in(team),
        title=_title(actions, going_on),
        lead=_lead(going_on),
        back=home_link(team),
        columns=tuple(_column(progress, actions) for progress in Progress),
        nudges=tuple(_nudges(going_on)),
        add=Link(text="Add something to try", href=reverse("add_action", args=[team.public_id])),
        links=(Link(text="Ideas from the guide", href=reverse("guide_ideas")), *_aims(team, aims)),
        sources=sources(team),
        is_empty=not actions,
    )


def _aims(team: Team, aims: Iterable[Aim]) -> Iterable[Link]:
    """The aims that are open, or the way to set one."""
    found = [Link(text=f"Our aim: {aim.what}", href=reverse("aim", args=[aim.public_id])) for aim in aims]
    return found or [Link(text="Set an aim", href=reverse("begin_aim", args=[team.public_id]))]


def _title(actions: list[AgreedAction], going_on: list[AgreedAction]) -> str:
    if not actions:
        return "Try one small thing"
    trying = sum(action.progress == Progress.TRYING for action in actions)
    if trying:
        return f"We are trying {counted(trying, 'thing')}"
    return f"{capital(counted(len(going_on), 'thing'))} agreed" if going_on else "What came of what we tried"


def _lead(going_on: list[AgreedAction]) -> str:
    if not going_on:
        return "Something small this week is worth more than a plan for the year."
    soonest = min(going_on, key=lambda action: action.look_again_on)
    if soonest.look_again_on <= timezone.localdate():
        return f"It is time to look again: {soonest.what}"
    return f"The next to look at again, on {weekday(soonest.look_again_on)}: {soonest.what}"


def _nudges(going_on: list[AgreedAction]) -> Iterable[Nudge]:
    if all_only_tell(going_on):
        yield Nudge(
            "Could the work itself change a little?",
            "Everything here asks people to know or remember something. That is a start, and it fades. What lasts "
            "makes the right thing easy: move it, label it, take a step out, change the order.",
            Link(text="Ideas that change more than people", href=reverse("guide_ideas")),
        )
    if len(going_on) > MOST_AT_ONCE:
        yield Nudge(
            f"{capital(counted(len(going_on), 'thing'))} at once is a lot",
            "Teams finish more when they try one to three. Which of them can wait?",
        )


def _column(progress: Progress, actions: list[AgreedAction]) -> Column:
    name, empty = NAMES[progress]
    mine = [action for action in actions if action.progress == progress]
    hidden = max(len(mine) - MOST_DONE, 0) if progress in {Progress.KEPT, Progress.STOPPED} else 0
    shown = list(reversed(mine))[:MOST_DONE] if hidden else mine
    more = f"And {counted(hidden, 'earlier one')}." if hidden else ""
    return Column(progress.value, name, tuple(map(card_of, shown)), empty, more)


def card_of(action: AgreedAction) -> Card:
    return Card(
        what=action.what,
        href=reverse("action", args=[action.public_id]),
        first_step=action.first_step,
        who=action.who,
        when=when_again(action),
        is_late=not action.is_done and action.look_again_on <= timezone.localdate(),
        changes=action.element_in_words,
        note=action.note,
        version=action.version,
        move=reverse("move_action", args=[action.public_id]),
        moves=MOVES[Progress(action.progress)],
    )


def when_again(action: AgreedAction) -> str:
    if action.is_done:
        return ""
    if action.look_again_on <= timezone.localdate():
        return f"Time to look again (since {day(action.look_again_on)})"
    return f"We look again on {day(action.look_again_on)}"
