"""What several pages of the guide are made of: links, entries of a list, sources, dated lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from fanlight.design.english import day
from fanlight.design.frame import Link
from fanlight.guide.forms import Filters
from fanlight.guide.queries import Card, Dated, Focus, Guide, Idea, Reading, Setting, Source
from fanlight.guide.queries.words import SETTINGS, STRENGTHS, TIMES, WHAT_STRENGTH_MEANS, slug_of

NO_FILTERS = Filters()


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing in a list: its words, where it leads, and a little about it."""

    text: str
    href: str
    detail: str = ""
    when: str = ""


@dataclass(frozen=True, kw_only=True)
class Pile:
    """The entries of one focus."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Work:
    """A source as a reader needs it: what it is, where it is, how far to lean on it, and how we know."""

    id: str
    title: str
    href: str
    by: str
    why: str
    strength: str
    meaning: str
    limits: str
    checked: str


def guide_home() -> Link:
    return Link(text="The guide", href=reverse("guide"))


def focus_link(guide: Guide, focus: Focus) -> Link:
    return Link(text=guide.chapter(focus).title, href=reverse("guide_focus", args=[slug_of(focus)]))


def card_href(card: Card, filters: Filters = NO_FILTERS) -> str:
    return reverse("guide_card", args=[card.slug]) + filters.tail


def idea_href(idea: Idea) -> str:
    return reverse("guide_idea", args=[idea.slug])


def where_of(card: Card) -> str:
    """Where a card's scene is: a card for any team names nobody's place."""
    return "" if card.setting is Setting.ANY else SETTINGS[card.setting]


def idea_entries(ideas: Iterable[Idea]) -> tuple[Entry, ...]:
    return tuple(
        Entry(text=idea.title, href=idea_href(idea), detail=idea.why, when=TIMES[idea.time]) for idea in ideas
    )


def card_entries(cards: Iterable[Card], filters: Filters = NO_FILTERS) -> tuple[Entry, ...]:
    return tuple(
        Entry(text=card.title, href=card_href(card, filters), detail=card.text, when=where_of(card))
        for card in cards
    )


def piles(guide: Guide, entries: Iterable[tuple[Focus, Entry]]) -> tuple[Pile, ...]:
    """A list by focus, in the order of the six."""
    found = list(entries)
    by_focus = {chapter: tuple(e for focus, e in found if focus is chapter.id) for chapter in guide.chapters}
    return tuple(Pile(title=chapter.title, entries=own) for chapter, own in by_focus.items() if own)


def work(source: Source, why: str = "") -> Work:
    is_explained = source.year or "(" in source.published_in  # "(undated)", "(date not noted)"
    dated = str(source.year) if source.year else "" if is_explained else "No date"
    parts = [part for part in (source.authors, dated, source.published_in) if part]
    return Work(
        id=source.id,
        title=source.title,
        href=source.where,
        by=". ".join(part.rstrip(".") for part in parts) + ".",
        why=why or source.supports,
        strength=STRENGTHS[source.strength],
        meaning=WHAT_STRENGTH_MEANS[source.strength],
        limits=source.limits,
        checked=f"{source.checked_how.rstrip('.')}. {day(source.checked_on)}.",
    )


def reading_list(guide: Guide, reading: Iterable[Reading]) -> tuple[Work, ...]:
    return tuple(work(guide.source(one.source), one.why) for one in reading)


def holds_since(dated: Dated, today: date) -> str:
    """As of when something holds, and a warning if nobody has looked since it should have been checked."""
    said = f"As of {day(dated.as_of)}."
    if dated.is_overdue(today):
        return (
            f"{said} It should have been checked again by {day(dated.check_by)}: ask before you lean on it."
        )
    return said


def excuse(filters: Filters) -> str:
    """A word for what an address asked for in vain."""
    if not filters.left_out:
        return ""
    return "Part of the address made no sense to us, so we left it out. Choose again below."
