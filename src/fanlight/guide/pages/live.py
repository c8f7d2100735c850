"""The cards on people's phones: beginning, joining, and what lies on the table. Every phone sees the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse
from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.english import counted
from fanlight.design.frame import Link
from fanlight.guide.models import Sitting
from fanlight.guide.pages.pieces import focus_link
from fanlight.guide.pages.ring import ring
from fanlight.guide.queries import Card, Guide, Use, WayOfUsing
from fanlight.guide.queries.boards import ENOUGH, Board, Corner, Step, leans
from fanlight.guide.queries.words import slug_of

CORNERS = {
    Corner.STRONG: ("Strong", "we do this well"),
    Corner.SOFT: ("Soft", "we do not, yet"),
    Corner.HELP: ("Could help", "this could help us"),
    Corner.HURT: ("Could hurt", "this could hurt us"),
}


@dataclass(frozen=True, kw_only=True)
class Joining:
    """How others come in."""

    code: str
    address: str
    picture: Markup


@dataclass(frozen=True, kw_only=True)
class Laid:
    """A card that lies on the table, with what its place needs."""

    slug: str
    title: str
    text: str
    place: int = 0
    told: str = ""
    leave: int = 0
    end: int = 0


@dataclass(frozen=True, kw_only=True)
class Pile:
    title: str
    meaning: str
    value: str
    cards: tuple[Laid, ...]


@dataclass(frozen=True, kw_only=True)
class SittingPage:
    """What every way has in common."""

    trail: tuple[Link, ...] = ()
    title: str
    lead: str
    way: WayOfUsing
    here: str
    joining: Joining
    waits: bool = True  # loads itself anew, where nobody is in the middle of choosing


@dataclass(frozen=True, kw_only=True)
class MomentPage(SittingPage):
    card: Card
    focus: Link
    drawing: str
    step: str
    number: int
    question: int
    button: str
    take_on: str


@dataclass(frozen=True, kw_only=True)
class SortPage(SittingPage):
    cards: tuple[Laid, ...]
    is_open: bool
    has_sorted: bool


@dataclass(frozen=True, kw_only=True)
class CrossPage(SittingPage):
    loose: tuple[Laid, ...]
    piles: tuple[Pile, ...]
    corners: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class MapPage(SittingPage):
    cards: tuple[Laid, ...]
    arrows: tuple[tuple[Laid, Laid], ...]
    picture: Markup
    push: str
    watch: str


def sitting_page(guide: Guide, sitting: Sitting, *, has_sorted: bool) -> SittingPage:
    match Use(sitting.way):
        case Use.SAFETY_MOMENT:
            return _moment(guide, sitting)
        case Use.COMPARE_VIEWS:
            return _sort(guide, sitting, has_sorted=has_sorted)
        case Use.STRENGTHS_SORT:
            return _cross(guide, sitting)
        case _:
            return _map(guide, sitting)


def _common(guide: Guide, sitting: Sitting) -> dict[str, object]:
    here = reverse("guide_live_sitting", args=[sitting.code])
    return {
        "way": next(way for way in guide.uses if way.id is Use(sitting.way)),
        "here": here,
        "joining": _joining(sitting.code, here),
    }


def _joining(code: str, here: str) -> Joining:
    drawn = segno.make(f"{settings.FANLIGHT.address}{here}", micro=False).svg_inline(
        omitsize=True, border=2, dark=palette.INK, light=palette.SHEET
    )
    return Joining(
        code=f"{code[:3]}-{code[3:]}",
        address=f"{settings.FANLIGHT.address}{reverse('guide_live')}",
        picture=Markup(drawn),  # noqa: S704 (segno draws nothing but squares)
    )


MOMENT = {
    Step.READ: ("Read it aloud, slowly, once", "Whoever likes reads. The others listen.", "We have heard it"),
    Step.THINK: (
        "Half a minute of silence",
        "Let everybody think before the first one speaks.",
        "Let us talk",
    ),
    Step.TALK: ("Choose a question, and go round once", "Anybody may pass.", "We have gone round"),
    Step.SMALL: ("Is there one small thing in this for us, this week?", "Write it down, or let it be.", ""),
}


def _moment(guide: Guide, sitting: Sitting) -> MomentPage:
    card, step = guide.card(sitting.board["cards"][0]), Step(sitting.board["step"])
    title, lead, button = MOMENT[step]
    return MomentPage(
        title=title,
        lead=lead,
        card=card,
        focus=focus_link(guide, card.focus),
        drawing=slug_of(card.focus),
        step=step.value,
        number=list(Step).index(step) + 1,
        question=sitting.board["question"],
        button=button,
        take_on=reverse("take_on", args=["card", card.slug]),
        **_common(guide, sitting),  # type: ignore[arg-type]
    )


def _laid(guide: Guide, slugs: Iterable[str]) -> Iterator[Laid]:
    for place, card in enumerate(map(guide.card, slugs)):
        yield Laid(slug=card.slug, title=card.title, text=card.text, place=place)


def _sort(guide: Guide, sitting: Sitting, *, has_sorted: bool) -> SortPage:
    board = sitting.board
    title, lead = _sorting_words(board, has_sorted=has_sorted)
    return SortPage(
        title=title,
        lead=lead,
        cards=tuple(_counted(board, laid) for laid in _laid(guide, board["cards"])),
        is_open=board["is_open"],
        has_sorted=has_sorted,
        waits=has_sorted or not board["is_open"],
        **_common(guide, sitting),  # type: ignore[arg-type]
    )


def _sorting_words(board: Board, *, has_sorted: bool) -> tuple[str, str]:
    if not board["is_open"]:
        if board["sorted"]:
            return (
                "Where we differ most comes first",
                "What might those in the other pile have seen? Be curious.",
            )
        few = "Fewer than five took part, so no counts are shown: they would tell who put what where."
        return "Begin at the top", f"{few} The cards that split you most come first."
    if has_sorted:
        return "Yours are in the pile with the others", _so_far(board["sorted"])
    return (
        "Like us, or not like us?",
        "Tick the cards that are like us, and leave the others. Nobody sees which you ticked.",
    )


def _so_far(many: int) -> str:
    said = "Five or more phones" if many >= ENOUGH else "Fewer than five phones"
    return f"{said} have sorted so far. When all are done, anybody may press the button."


def _counted(board: Board, laid: Laid) -> Laid:
    if board["is_open"] or not board["sorted"]:
        return laid
    like, many = board["like"][laid.place], board["sorted"]
    told = {0: "All of you, or all but one: not like us", many: "All of you, or all but one: like us"}.get(
        like, f"{like} like us, {many - like} not like us"
    )
    return Laid(slug=laid.slug, title=laid.title, text=laid.text, place=laid.place, told=told)


def _cross(guide: Guide, sitting: Sitting) -> CrossPage:
    places, laid = sitting.board["places"], list(_laid(guide, sitting.board["cards"]))
    return CrossPage(
        title="Strengths and soft spots",
        lead="Anybody may lay a card, and move a card once. Say why in a sentence.",
        loose=tuple(card for card in laid if card.slug not in places),
        piles=tuple(
            Pile(
                title=name,
                meaning=meaning,
                value=corner.value,
                cards=tuple(card for card in laid if places.get(card.slug) == corner),
            )
            for corner, (name, meaning) in CORNERS.items()
        ),
        corners=tuple((corner.value, name) for corner, (name, _) in CORNERS.items()),
        **_common(guide, sitting),  # type: ignore[arg-type]
    )


def _map(guide: Guide, sitting: Sitting) -> MapPage:
    leave, end = leans(sitting.board)
    cards = tuple(
        Laid(
            slug=laid.slug,
            title=laid.title,
            text=laid.text,
            place=laid.place,
            leave=leave[laid.slug],
            end=end[laid.slug],
        )
        for laid in _laid(guide, sitting.board["cards"])
    )
    by_slug = {card.slug: card for card in cards}
    arrows = tuple((by_slug[start], by_slug[to]) for start, to in sitting.board["arrows"])
    return MapPage(
        title="What leans on what?",
        lead="Does this card make that one better or worse? Then draw an arrow. The same arrow again takes it away.",
        cards=cards,
        arrows=arrows,
        picture=ring([card.slug for card in cards], sitting.board["arrows"]),
        push=_most(cards, leave, "A good place to push"),
        watch=_most(cards, end, "A good thing to watch"),
        waits=False,
        **_common(guide, sitting),  # type: ignore[arg-type]
    )


def _most(cards: tuple[Laid, ...], arrows: dict[str, int], what: str) -> str:
    """The card with most arrows, if one stands out."""
    most = max(arrows.values(), default=0)
    best = [card.title for card in cards if arrows[card.slug] == most]
    return f"{what}: {best[0]} ({counted(most, 'arrow')})." if most > 1 and len(best) == 1 else ""
