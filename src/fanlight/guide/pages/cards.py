"""The deck, and one card of it."""

import random
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, counted
from fanlight.design.frame import Link
from fanlight.guide.forms import FilterForm, Filters
from fanlight.guide.pages.pieces import (
    Entry,
    Pile,
    card_entries,
    card_href,
    excuse,
    focus_link,
    guide_home,
    idea_entries,
    piles,
    where_of,
)
from fanlight.guide.queries import Card, Guide, Idea, InclusionPrompt, Moment, Theme, Use, WayOfUsing
from fanlight.guide.queries.words import MOMENTS, slug_of

FEW = 20  # so many cards are shown with their scenes; of more, only the titles
MOST_IDEAS = 3  # beside a card: enough to choose from, too few to be a wall


@dataclass(frozen=True, kw_only=True)
class CardsPage:
    trail: tuple[Link, ...]
    form: FilterForm
    excuse: str
    count: str
    piles: tuple[Pile, ...]
    is_narrow: bool
    draw_href: str
    print_href: str


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """A question for everybody's sake, at its moment."""

    moment: str
    question: str
    why: str


@dataclass(frozen=True, kw_only=True)
class CardPage:
    trail: tuple[Link, ...]
    card: Card
    focus: Link
    drawing: str
    place: str
    about: tuple[Link, ...]
    ways: tuple[WayOfUsing, ...]
    prompts: tuple[Prompt, ...]
    ideas: tuple[Entry, ...]
    another_href: str


def chosen_cards(guide: Guide, filters: Filters) -> tuple[Card, ...]:
    return guide.cards_for(focus=filters.focus, theme=filters.theme, setting=filters.setting)


def draw(cards: tuple[Card, ...], *, but: Card | None = None) -> Card | None:
    """Any card but this one: as from a shuffled deck."""
    rest = [card for card in cards if card != but]
    return random.choice(rest) if rest else None  # noqa: S311 (a card, not a secret)


def cards_page(guide: Guide, filters: Filters) -> CardsPage:
    cards = chosen_cards(guide, filters)
    drawn = draw(cards)
    return CardsPage(
        trail=(guide_home(),),
        form=FilterForm(guide=guide, filters=filters),
        excuse=excuse(filters),
        count=capital(counted(len(cards), "card")),
        piles=piles(guide, zip((card.focus for card in cards), card_entries(cards, filters), strict=True)),
        is_narrow=len(cards) <= FEW,
        draw_href=card_href(drawn, filters) if drawn else "",
        print_href=reverse("guide_cards_pdf") + filters.tail if cards else "",
    )


def card_page(guide: Guide, card: Card, filters: Filters) -> CardPage:
    other = draw(chosen_cards(guide, filters), but=card) or draw(guide.cards, but=card) or card
    return CardPage(
        trail=(guide_home(), Link(text="Cards", href=reverse("guide_cards") + filters.tail)),
        card=card,
        focus=focus_link(guide, card.focus),
        drawing=slug_of(card.focus),
        place=where_of(card),
        about=tuple(_about(guide.theme(theme)) for theme in card.themes),
        ways=_ways(guide, card),
        prompts=one_of_each_moment(guide, card),
        ideas=idea_entries(_ideas_beside(guide, card)),
        another_href=card_href(other, filters),
    )


def _about(theme: Theme) -> Link:
    return Link(text=theme.title, href=f"{reverse('guide_cards')}?theme={theme.id}")


def _ways(guide: Guide, card: Card) -> tuple[WayOfUsing, ...]:
    """What the card suits; the ten minutes first, because everybody has those."""
    ways = [way for way in guide.uses if way.id in card.uses]
    return tuple(sorted(ways, key=lambda way: way.id is not Use.SAFETY_MOMENT))


def _ideas_beside(guide: Guide, card: Card) -> tuple[Idea, ...]:
    found = {idea.slug: idea for theme in card.themes for idea in guide.ideas_for(theme=theme)}
    return tuple(found.values())[:MOST_IDEAS]


def one_of_each_moment(guide: Guide, card: Card) -> tuple[Prompt, ...]:
    """One prompt for before, one for during, one for after; which, depends on the card, so that all are met in time."""
    turn = sum(map(ord, card.slug))
    by_moment = {moment: [one for one in guide.inclusion if one.moment is moment] for moment in Moment}
    return tuple(prompt(found[turn % len(found)]) for found in by_moment.values() if found)


def prompt(one: InclusionPrompt) -> Prompt:
    return Prompt(moment=MOMENTS[one.moment], question=one.question, why=one.why)
