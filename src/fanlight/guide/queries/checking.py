"""Does the whole hold together? Every reference must lead somewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from fanlight.guide.queries.entries import Card, Focus, Idea, Use
from fanlight.guide.queries.guide import Guide
from fanlight.guide.queries.learning import PartyKind, ReviewWay
from fanlight.guide.queries.looking import WindowKind
from fanlight.guide.queries.reading import InvalidContent


def check(guide: Guide) -> None:
    """Raise InvalidContent with every loose end, one a line."""
    loose = list(chain(_lost_sources(guide), _lost_themes(guide), _twice(guide), _missing(guide)))
    if loose:
        raise InvalidContent("\n".join(loose))


def _lost_sources(guide: Guide) -> Iterator[str]:
    known = {source.id for source in guide.sources}
    for who, source in _cited(guide):
        if source not in known:
            yield f"{who}: source “{source}” is not in the register (sources/*.toml)"


def _cited(guide: Guide) -> Iterator[tuple[str, str]]:
    for idea in guide.ideas:
        yield from ((f"idea {idea.slug}", source) for source in idea.sources)
    for chapter in guide.chapters:
        yield from ((f"{chapter.id.value}: reading", reading.source) for reading in chapter.reading)
    for route in guide.routes:
        yield from ((f"route {route.id.value}", source) for source in route.sources)
    for fact in guide.facts:
        yield from ((f"fact {fact.id}", source) for source in fact.sources)
    yield from (("debrief: reading", reading.source) for reading in guide.debrief.reading)
    for entry in guide.learning.cited:
        yield from ((f"learning {entry.id}", source) for source in entry.sources)
    yield from ((f"category {category.id}", category.source) for category in guide.categories)
    yield from ((f"characteristic {asked.id}", asked.source) for asked in guide.characteristics)


def cited_sources(guide: Guide) -> set[str]:
    """The ids of all sources that something leans on."""
    return {source for _, source in _cited(guide)}


def _lost_themes(guide: Guide) -> Iterator[str]:
    known = {theme.id: theme.focus for theme in guide.themes}
    entries: tuple[Card | Idea, ...] = (*guide.cards, *guide.ideas)
    for entry in entries:
        for theme in entry.themes:
            if known.get(theme) is not entry.focus:
                yield f"{entry.slug}: “{theme}” is not a theme of {entry.focus.value} (themes.toml)"


def _twice(guide: Guide) -> Iterator[str]:
    slugs = {"card": [card.slug for card in guide.cards], "idea": [idea.slug for idea in guide.ideas]}
    for kind, found in slugs.items():
        for slug in _doubles(found):
            yield f"{kind} {slug}: this slug stands there twice; each has an address of its own"


def _doubles(slugs: Iterable[str]) -> list[str]:
    return [slug for slug, count in Counter(slugs).items() if count > 1]


def _missing(guide: Guide) -> Iterator[str]:
    if {way.id for way in guide.uses} != set(Use):
        yield "uses.toml: there should be one way of using the deck for each use"
    if {prompts.id for prompts in guide.debrief.prompts} != set(Focus):
        yield "debrief/prompts.toml: there should be one entry for each focus"
    if {way.id for way in guide.learning.ways} != set(ReviewWay):
        yield "learning/ways.toml: there should be one entry for each way to review"
    if {party.id for party in guide.learning.parties} != set(PartyKind):
        yield "learning/mending.toml: there should be one entry for each party"
    if not guide.debrief.agendas:
        yield "debrief/agendas.toml: there should be at least one agenda"
    if {window.id for window in guide.windows} != set(WindowKind):
        yield "windows.toml: there should be one plan for each kind of window"
    if {signs.id for signs in guide.signs} != set(Focus):
        yield "look_for.toml: there should be one entry for each focus"
