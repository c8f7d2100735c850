"""An aim's page: the aim as a sentence, the tree as a picture and as a list, and the way to try its ideas."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from fanlight.design.charts.drivers import Layout, Node, driver_diagram, laid_out
from fanlight.design.english import capital, counted, day
from fanlight.design.frame import Link, Where
from fanlight.improvement.models import Aim, Branch, Measure
from fanlight.improvement.pages.places import board_link, story_of_aim_link, where_in
from fanlight.improvement.queries import BRANCH, Twig
from fanlight.people.models import Team
from fanlight.people.pages.asking import AskPage, back_to

DOING = ("training", "raise awareness", "implement", "introduce", "roll out", "launch", "remind")
LONG = 400


@dataclass(frozen=True)
class Line:
    """A box of the tree in words, with what can be done to it."""

    words: str
    kind: str
    note: str
    links: tuple[Link, ...]
    lines: tuple["Line", ...]


@dataclass(frozen=True)
class AimPage:
    where: Where
    title: str
    sentence: str
    back: Link
    advice: tuple[str, ...]
    diagram: Markup | None
    lines: tuple[Line, ...]
    add: Link
    measure: Link | None
    came_of_it: str
    story: Link | None
    links: tuple[Link, ...]


def aim_link(aim: Aim) -> Link:
    return Link(text=aim.what, href=reverse("aim", args=[aim.public_id]))


def sentence(aim: Aim) -> str:
    """The aim as one sentence: what, how much, for whom, by when."""
    return f"{aim.how_much.rstrip('.')}, for {aim.for_whom.rstrip('.')}, by {day(aim.by_when)}."


def aim_page(aim: Aim, tree: tuple[Twig, ...]) -> AimPage:
    here = [aim.public_id]
    return AimPage(
        where=where_in(aim.team),
        title=aim.what,
        sentence=sentence(aim),
        back=board_link(aim.team),
        advice=() if aim.has_ended else tuple(_advice(aim)),
        diagram=_diagram(aim, tree) if tree else None,
        lines=tuple(_line(twig) for twig in tree),
        add=Link(text="Add what drives it", href=reverse("add_branch", args=here)),
        measure=_measure(aim.measure),
        came_of_it=aim.came_of_it,
        story=story_of_aim_link(aim) if aim.has_ended else None,
        links=tuple(_links(aim, tree)),
    )


def _advice(aim: Aim) -> Iterable[str]:
    """What would make the aim easier to see: advice, never a condition."""
    if not any(letter.isdigit() for letter in aim.how_much):
        yield "How much? A number makes it possible to see when you are there."
    if (aim.by_when - timezone.localdate()).days > LONG:
        yield "That day is far away. What could be true in three months?"
    if any(word in aim.what.lower() for word in DOING):
        yield "This says what you will do. What would somebody notice if it worked?"
    if aim.measure is None:
        yield "Nothing counts towards it yet. Choose one of your measures when you change the aim."


def _measure(measure: Measure | None) -> Link | None:
    return Link(text=measure.name, href=reverse("measure", args=[measure.public_id])) if measure else None


def _links(aim: Aim, tree: tuple[Twig, ...]) -> Iterable[Link]:
    here = [aim.public_id]
    if tree:
        yield Link(text="Take the diagram away as a slide", href=reverse("aim_slides", args=here))
    yield Link(text="Change the aim", href=reverse("change_aim", args=here))
    text = "Change what came of it" if aim.has_ended else "It is over: say what came of it"
    yield Link(text=text, href=reverse("end_aim", args=here))


def nodes(tree: tuple[Twig, ...]) -> tuple[Node, ...]:
    return tuple(
        Node(twig.branch.words, is_idea=not twig.branch.is_driver, note=_note(twig), nodes=nodes(twig.twigs))
        for twig in tree
    )


def _note(twig: Twig) -> str:
    return twig.action.get_progress_display() if twig.action else ""


def layout(aim: Aim, tree: tuple[Twig, ...]) -> Layout:
    return laid_out(aim.what, nodes(tree))


def _diagram(aim: Aim, tree: tuple[Twig, ...]) -> Markup:
    drivers = sum(1 for twig in tree)
    description = f"{aim.what}: {counted(drivers, 'driver')}. The same stands as a list below."
    return driver_diagram(aim.what, nodes(tree), description=description)


def _line(twig: Twig) -> Line:
    branch = twig.branch
    return Line(
        words=branch.words,
        kind=branch.get_kind_display(),
        note=_note(twig),
        links=tuple(_ways(twig)),
        lines=tuple(_line(each) for each in twig.twigs),
    )


def _ways(twig: Twig) -> Iterable[Link]:
    branch = twig.branch
    here = [branch.public_id]
    if branch.is_driver:
        yield Link(
            text="Add under this",
            href=f"{reverse('add_branch', args=[branch.aim.public_id])}?under={here[0]}",
        )
    elif twig.action:
        yield Link(text="See how it goes", href=reverse("action", args=[twig.action.public_id]))
    else:
        yield Link(text="Try this", href=reverse("take_on", args=[BRANCH, *here]))
    yield Link(text="Change", href=reverse("change_branch", args=here))
    yield Link(text="Take off", href=reverse("drop_branch", args=here))


def begin_page(team: Team) -> AskPage:
    return AskPage(
        title="What do you aim for?",
        lead="Four short lines. An aim that fits into one breath is one that people remember.",
        button="Set this aim",
        trail=(board_link(team),),
        way_back=back_to(board_link(team)),
    )


def change_page(aim: Aim) -> AskPage:
    return AskPage(
        title="The aim in other words", button="Save", trail=(aim_link(aim),), way_back=back_to(aim_link(aim))
    )


def end_page(aim: Aim) -> AskPage:
    return AskPage(
        title="What came of it?",
        lead=f"{aim.what}. {sentence(aim)}",
        paragraphs=("However it went: what you learnt is worth as much as what you reached.",),
        button="This is what came of it",
        trail=(aim_link(aim),),
        way_back=back_to(aim_link(aim)),
    )


def add_branch_page(aim: Aim, under: Branch | None) -> AskPage:
    return AskPage(
        title="What drives it?" if under is None else "What belongs under this?",
        lead=f"Under: {under.words}"
        if under
        else f"What has to be right, so that this comes true: {aim.what}",
        button="Put it into the tree",
        trail=(aim_link(aim),),
        way_back=back_to(aim_link(aim)),
    )


def change_branch_page(branch: Branch) -> AskPage:
    back = aim_link(branch.aim)
    return AskPage(title="In other words", button="Save", trail=(back,), way_back=back_to(back))


def drop_branch_page(branch: Branch, below: int) -> AskPage:
    back = aim_link(branch.aim)
    boxes = capital(counted(below, "box", "boxes"))
    more = f" {boxes} under it {'goes' if below == 1 else 'go'} too." if below else ""
    return AskPage(
        title="Take this off the tree?",
        lead=f"“{branch.words}”.{more}",
        paragraphs=("What you have put on the board from here stays there.",),
        button="Take it off",
        is_grave=True,
        trail=(back,),
        way_back=Link(text="Keep it", href=back.href),
    )
