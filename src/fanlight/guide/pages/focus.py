"""One of the six focuses: what good looks like, and what a team can do about it today."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.guide.forms import Filters
from fanlight.guide.pages.cards import draw
from fanlight.guide.pages.pieces import (
    Entry,
    Work,
    card_entries,
    card_href,
    guide_home,
    holds_since,
    idea_entries,
    reading_list,
)
from fanlight.guide.queries import Chapter, Fact, Focus, Guide, Topic
from fanlight.guide.queries.words import HEADLINES, SETTINGS, slug_of

# Dated facts that belong to a focus. Those on speaking up have a page of their own.
TOPICS = {
    Topic.FAIRNESS: Focus.JUST_CULTURE,
    Topic.OPENNESS: Focus.JUST_CULTURE,
    Topic.RECORDING: Focus.JUST_CULTURE,
    Topic.LISTENING: Focus.COMMUNICATION,
}


@dataclass(frozen=True, kw_only=True)
class SceneShown:
    title: str
    text: str
    place: str


@dataclass(frozen=True, kw_only=True)
class CountShown:
    """A measure, and the idea it belongs to."""

    name: str
    how: str
    idea: Link


@dataclass(frozen=True, kw_only=True)
class FactShown:
    """Something true as of a day, with its sources."""

    title: str
    text: str
    dated: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class FocusPage:
    trail: tuple[Link, ...]
    chapter: Chapter
    headline: str
    drawing: str
    draw_href: str
    scenes: tuple[SceneShown, ...]
    ideas: tuple[Entry, ...]
    cards: tuple[Entry, ...]
    counts: tuple[CountShown, ...]
    facts: tuple[FactShown, ...]
    reading: tuple[Work, ...]
    print_href: str


def focus_page(guide: Guide, focus: Focus, today: date) -> FocusPage:
    chapter, filters = guide.chapter(focus), Filters(focus=focus)
    cards = guide.cards_for(focus=focus)
    drawn = draw(cards)
    return FocusPage(
        trail=(guide_home(),),
        chapter=chapter,
        headline=HEADLINES[focus],
        drawing=slug_of(focus),
        draw_href=card_href(drawn, filters) if drawn else reverse("guide_cards"),
        scenes=tuple(
            SceneShown(title=scene.title, text=scene.text, place=SETTINGS[scene.setting])
            for scene in chapter.scenes
        ),
        ideas=idea_entries(guide.ideas_for(focus=focus)),
        cards=card_entries(cards, filters),
        counts=_counts(guide, focus),
        facts=tuple(
            fact_shown(guide, fact, today) for fact in guide.facts if TOPICS.get(fact.topic) is focus
        ),
        reading=reading_list(guide, chapter.reading),
        print_href=reverse("guide_cards_pdf") + filters.tail,
    )


def _counts(guide: Guide, focus: Focus) -> tuple[CountShown, ...]:
    return tuple(
        CountShown(
            name=measure.name,
            how=measure.how,
            idea=Link(text=idea.title, href=reverse("guide_idea", args=[idea.slug])),
        )
        for idea in guide.ideas_for(focus=focus)
        for measure in idea.measures
    )


def fact_shown(guide: Guide, fact: Fact, today: date) -> FactShown:
    return FactShown(
        title=fact.title,
        text=fact.text,
        dated=holds_since(fact, today),
        sources=source_links(guide, fact.sources),
    )


def source_links(guide: Guide, ids: tuple[str, ...]) -> tuple[Link, ...]:
    """The register's entries for these, by the page of sources."""
    register = reverse("guide_sources")
    return tuple(Link(text=guide.source(one).title, href=f"{register}#{one}") for one in ids)
