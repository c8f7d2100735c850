"""Learning from events: which way fits, notes for whoever holds the talk, and a page to stop and think."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.guide.pages.focus import source_links
from fanlight.guide.pages.pieces import Entry, guide_home
from fanlight.guide.queries import Choice, Guide, Party, Pause, ReviewWay, Way
from fanlight.guide.queries.words import slug_of


@dataclass(frozen=True, kw_only=True)
class LearningPage:
    trail: tuple[Link, ...]
    choices: tuple[Entry, ...]
    ways: tuple[Entry, ...]
    parties: tuple[Party, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class Notes:
    """One heading of the notes and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WayPage:
    trail: tuple[Link, ...]
    way: Way
    facts: tuple[tuple[str, str], ...]
    notes: tuple[Notes, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class PlaceShown:
    title: str
    text: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class PausePage:
    trail: tuple[Link, ...]
    pauses: tuple[Pause, ...]
    places: tuple[PlaceShown, ...]
    sources: tuple[Link, ...]


def learning_home() -> Link:
    return Link(text="Learning from what happened", href=reverse("guide_learning"))


def way_href(way: ReviewWay) -> str:
    return reverse("guide_learning_way", args=[slug_of(way)])


def learning_page(guide: Guide) -> LearningPage:
    learning = guide.learning
    return LearningPage(
        trail=(guide_home(),),
        choices=tuple(_choice(guide, choice) for choice in learning.choices),
        ways=tuple(
            Entry(text=way.title, href=way_href(way.id), detail=way.in_a_sentence, when=way.how_long)
            for way in learning.ways
        ),
        parties=learning.parties,
        sources=_once(guide, (*learning.choices, *learning.parties)),
    )


def _choice(guide: Guide, choice: Choice) -> Entry:
    way = guide.learning.way(choice.way) if choice.way else None
    return Entry(
        text=choice.situation,
        href=way_href(way.id) if way else "",
        detail=choice.because,
        when=way.title if way else "",
    )


def _once(guide: Guide, entries: Iterable[Choice | Pause | Party]) -> tuple[Link, ...]:
    return source_links(guide, tuple(dict.fromkeys(source for entry in entries for source in entry.sources)))


def way_page(guide: Guide, which: ReviewWay) -> WayPage:
    way = guide.learning.way(which)
    titles = ("Before", "While you are there", "Afterwards", "Watch for")
    lines = (way.before, way.during, way.after, way.watch_for)
    return WayPage(
        trail=(guide_home(), learning_home()),
        way=way,
        facts=(("How long", way.how_long), ("How soon", way.how_soon)),
        notes=tuple(Notes(title=title, lines=each) for title, each in zip(titles, lines, strict=True)),
        sources=source_links(guide, way.sources),
    )


def pause_page(guide: Guide) -> PausePage:
    learning = guide.learning
    return PausePage(
        trail=(guide_home(), learning_home()),
        pauses=learning.pauses,
        places=tuple(
            PlaceShown(title=place.title, text=place.text, sources=source_links(guide, place.sources))
            for place in learning.places
        ),
        sources=_once(guide, learning.pauses),
    )
