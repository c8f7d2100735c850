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
    more = (
        Entry(
            text=f"{cards} cards to talk about",
            href=reverse("guide_cards"),
            detail="A scene, three questions.",
        ),
        Entry(
            text=f"{ideas} changes to try",
            href=reverse("guide_ideas"),
            detail="Each begins with ten minutes, and says how sure anybody can be.",
        ),
        Entry(
            text="Sources", href=reverse("guide_sources"), detail="What we lean on, and how we checked it."
        ),
    )
    return HomePage(focuses=focus_doors(guide), more=more)
