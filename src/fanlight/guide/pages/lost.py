"""An address of the guide that leads nowhere: what it may have meant."""

from dataclasses import dataclass
from difflib import get_close_matches

from fanlight.design.frame import Link
from fanlight.guide.pages.home import focus_doors
from fanlight.guide.pages.pieces import Entry, card_href, guide_home, idea_href
from fanlight.guide.queries import Guide
from fanlight.guide.queries.words import slug_of


@dataclass(frozen=True, kw_only=True)
class LostPage:
    trail: tuple[Link, ...]
    near: tuple[Entry, ...]


def lost_page(guide: Guide, slug: str) -> LostPage:
    """Cards, ideas and focuses whose address is nearly this one."""
    places = {
        card.slug: Entry(text=card.title, href=card_href(card), detail="A card") for card in guide.cards
    }
    places |= {
        idea.slug: Entry(text=idea.title, href=idea_href(idea), detail="An idea") for idea in guide.ideas
    }
    for chapter, door in zip(guide.chapters, focus_doors(guide), strict=True):
        places[slug_of(chapter.id)] = Entry(text=door.title, href=door.href, detail="A focus")
    near = get_close_matches(slug.lower()[:80], places, n=4, cutoff=0.55)
    return LostPage(trail=(guide_home(),), near=tuple(places[found] for found in near))
