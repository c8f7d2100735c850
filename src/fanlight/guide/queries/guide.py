"""The whole guide, and the questions that pages ask of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fanlight.guide.queries.debriefing import Debrief, EasyReadText
from fanlight.guide.queries.entries import Card, Chapter, Focus, Idea, Setting, Source, Theme, Use, WayOfUsing
from fanlight.guide.queries.facts import (
    Characteristic,
    ConcernCategory,
    Dated,
    Fact,
    InclusionPrompt,
    OrganisationKind,
    Route,
    Swap,
)
from fanlight.guide.queries.learning import Learning
from fanlight.guide.queries.looking import Signs, WindowKind, WindowPlan
from fanlight.guide.queries.way_in import Question, Suggestion, sort_ideas


@dataclass(frozen=True, slots=True)
class Guide:
    """All content, checked. Lookups by slug or id raise KeyError for what is not there."""

    chapters: tuple[Chapter, ...]
    cards: tuple[Card, ...]
    ideas: tuple[Idea, ...]
    themes: tuple[Theme, ...]
    uses: tuple[WayOfUsing, ...]
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    routes: tuple[Route, ...]
    categories: tuple[ConcernCategory, ...]
    characteristics: tuple[Characteristic, ...]
    inclusion: tuple[InclusionPrompt, ...]
    swaps: tuple[Swap, ...]
    questions: tuple[Question, ...]
    debrief: Debrief
    learning: Learning
    easy_read: tuple[EasyReadText, ...]
    windows: tuple[WindowPlan, ...]
    signs: tuple[Signs, ...]

    def chapter(self, focus: Focus) -> Chapter:
        return {chapter.id: chapter for chapter in self.chapters}[focus]

    def card(self, slug: str) -> Card:
        return {card.slug: card for card in self.cards}[slug]

    def idea(self, slug: str) -> Idea:
        return {idea.slug: idea for idea in self.ideas}[slug]

    def source(self, id: str) -> Source:  # noqa: A002 (the register calls it an id)
        return {source.id: source for source in self.sources}[id]

    def theme(self, id: str) -> Theme:  # noqa: A002
        return {theme.id: theme for theme in self.themes}[id]

    def route(self, kind: OrganisationKind) -> Route:
        return {route.id: route for route in self.routes}[kind]

    def window(self, kind: WindowKind) -> WindowPlan:
        return {window.id: window for window in self.windows}[kind]

    def theme_of_item(self, code: str) -> Theme:
        """The theme that a statement of fanlight-six (or of the pulse, by the same code) asks about."""
        return {item: theme for theme in self.themes for item in theme.items}[code]

    def cards_for(
        self,
        *,
        focus: Focus | None = None,
        theme: str | None = None,
        setting: Setting | None = None,
        use: Use | None = None,
    ) -> tuple[Card, ...]:
        """Cards with all of these. A card for anybody suits every setting."""
        return tuple(
            card
            for card in self.cards
            if (focus is None or card.focus is focus)
            and (theme is None or theme in card.themes)
            and (setting is None or card.setting in (setting, Setting.ANY))
            and (use is None or use in card.uses)
        )

    def ideas_for(
        self, *, focus: Focus | None = None, theme: str | None = None, setting: Setting | None = None
    ) -> tuple[Idea, ...]:
        return tuple(
            idea
            for idea in self.ideas
            if (focus is None or idea.focus is focus)
            and (theme is None or theme in idea.themes)
            and (setting is None or setting in idea.settings)
        )

    def sorted_for(self, chosen: Mapping[str, str]) -> tuple[Suggestion, ...]:
        """The menu, sorted for the answers to the way in (question id → answer id), reasons said."""
        return sort_ideas(self.ideas, self.questions, chosen)

    def overdue(self, today: date) -> tuple[Dated, ...]:
        """Dated entries whose day of checking has passed."""
        dated: tuple[Dated, ...] = (*self.facts, *self.routes, *self.categories, *self.characteristics)
        return tuple(entry for entry in dated if entry.is_overdue(today))

    def search(self, words: str) -> tuple[Card | Idea, ...]:
        """Cards and ideas that hold all of the words somewhere; hits in the title first."""
        wanted = words.casefold().split()
        entries: tuple[Card | Idea, ...] = (*self.ideas, *self.cards)
        found = [entry for entry in entries if wanted and all(word in _text(entry) for word in wanted)]
        return tuple(sorted(found, key=lambda entry: not _is_in(entry.title, wanted)))


def _is_in(title: str, wanted: list[str]) -> bool:
    return all(word in title.casefold() for word in wanted)


def _text(entry: Card | Idea) -> str:
    if isinstance(entry, Card):
        parts = [entry.title, entry.role, entry.text, *entry.questions, *entry.themes]
    else:
        parts = [entry.title, entry.why, entry.first_version, entry.evidence]
        parts += [*entry.steps, *entry.watch_for, *entry.themes]
    return " ".join(parts).casefold()
