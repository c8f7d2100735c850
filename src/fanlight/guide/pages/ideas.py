"""The change ideas, and one of them."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, counted, listed
from fanlight.design.frame import Link
from fanlight.guide.forms import FilterForm, Filters
from fanlight.guide.pages.pieces import (
    Entry,
    Pile,
    Work,
    card_entries,
    excuse,
    focus_link,
    guide_home,
    idea_entries,
    piles,
    work,
)
from fanlight.guide.queries import Card, Guide, Idea, Setting
from fanlight.guide.queries.words import (
    MEASURES,
    SETTINGS,
    STRENGTHS,
    TIMES,
    WHAT_STRENGTH_MEANS,
    WORK_SYSTEM,
    slug_of,
)

MOST_CARDS = 3


@dataclass(frozen=True, kw_only=True)
class IdeasPage:
    trail: tuple[Link, ...]
    form: FilterForm
    excuse: str
    count: str
    piles: tuple[Pile, ...]


@dataclass(frozen=True, kw_only=True)
class Count:
    """A measure that the team can hold itself, and the question that it answers."""

    name: str
    asks: str
    how: str


@dataclass(frozen=True, kw_only=True)
class IdeaPage:
    trail: tuple[Link, ...]
    idea: Idea
    focus: Link
    drawing: str
    time: str
    suits: str
    changes: str
    strength: str
    meaning: str
    works: tuple[Work, ...]
    counts: tuple[Count, ...]
    cards: tuple[Entry, ...]


def ideas_page(guide: Guide, filters: Filters) -> IdeasPage:
    ideas = guide.ideas_for(focus=filters.focus, theme=filters.theme, setting=filters.setting)
    return IdeasPage(
        trail=(guide_home(),),
        form=FilterForm(guide=guide, filters=filters),
        excuse=excuse(filters),
        count=capital(counted(len(ideas), "idea")),
        piles=piles(guide, zip((idea.focus for idea in ideas), idea_entries(ideas), strict=True)),
    )


def idea_page(guide: Guide, idea: Idea) -> IdeaPage:
    return IdeaPage(
        trail=(guide_home(), Link(text="Ideas", href=reverse("guide_ideas"))),
        idea=idea,
        focus=focus_link(guide, idea.focus),
        drawing=slug_of(idea.focus),
        time=TIMES[idea.time],
        suits=whom_it_suits(idea),
        changes=capital(listed(WORK_SYSTEM[part] for part in idea.work_system)),
        strength=STRENGTHS[idea.strength],
        meaning=WHAT_STRENGTH_MEANS[idea.strength],
        works=tuple(work(guide.source(source)) for source in idea.sources),
        counts=tuple(Count(name=one.name, asks=MEASURES[one.kind], how=one.how) for one in idea.measures),
        cards=card_entries(_cards_beside(guide, idea)),
    )


def whom_it_suits(idea: Idea) -> str:
    """Every setting by name, or all of them in a word."""
    places = set(Setting) - {Setting.ANY}
    if Setting.ANY in idea.settings or places <= set(idea.settings):
        return "Any team"
    return capital(listed(_as_said(setting) for setting in idea.settings))


def _as_said(setting: Setting) -> str:
    words = SETTINGS[setting]
    return words if words.startswith("GP") else words[0].lower() + words[1:]


def _cards_beside(guide: Guide, idea: Idea) -> tuple[Card, ...]:
    found = {card.slug: card for theme in idea.themes for card in guide.cards_for(theme=theme)}
    return tuple(found.values())[:MOST_CARDS]
