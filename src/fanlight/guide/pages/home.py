"""The guide's first page: six focuses, one way in, and what else there is."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import number
from fanlight.guide.pages.pieces import Entry
from fanlight.guide.queries import Guide
from fanlight.guide.queries.words import slug_of


@dataclass(frozen=True, kw_only=True)
class FocusDoor:
    """One of the six: its drawing and the sentence that says what it is."""

    title: str
    href: str
    sentence: str
    drawing: str


@dataclass(frozen=True, kw_only=True)
class HomePage:
    focuses: tuple[FocusDoor, ...]
    more: tuple[Entry, ...]


def focus_doors(guide: Guide) -> tuple[FocusDoor, ...]:
    return tuple(
        FocusDoor(
            title=chapter.title,
            href=reverse("guide_focus", args=[slug_of(chapter.id)]),
            sentence=chapter.in_a_sentence,
            drawing=slug_of(chapter.id),
        )
        for chapter in guide.chapters
    )


def home_page(guide: Guide) -> HomePage:
    cards, ideas = number(len(guide.cards)), number(len(guide.ideas))
    rows = (
        ("guide_cards", f"{cards} cards to talk about", "A short scene and three questions."),
        (
            "guide_ideas",
            f"{ideas} changes to try",
            "Each begins with ten minutes, and says how sure anybody can be.",
        ),
        (
            "guide_conversations",
            "Conversations",
            "Ways to use the cards, and to see that nobody is forgotten.",
        ),
        (
            "guide_learning",
            "Learning from what happened",
            "Four ways to look back together, and which fits when.",
        ),
        (
            "guide_windows",
            "Windows into daily work",
            "Seven ways to look at an ordinary day, each with a plan on a sheet of paper.",
        ),
        ("guide_language", "Words to swap", "From “who failed?” to “what made sense at the time?”"),
        ("guide_speaking_up", "Where to take a worry", "Whom to go to, wherever you work."),
        ("guide_easy_read", "Easy Read", "Our promise and our questions in short, easy lines."),
        ("guide_sources", "Sources", "What we lean on, how far, and how we checked it."),
    )
    more = tuple(Entry(text=text, href=reverse(name), detail=detail) for name, text, detail in rows)
    return HomePage(focuses=focus_doors(guide), more=more)
