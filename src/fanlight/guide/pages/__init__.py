"""The guide's pages as frozen values; the templates only lay them out."""

from fanlight.guide.pages.cards import CardPage, CardsPage, card_page, cards_page, chosen_cards
from fanlight.guide.pages.focus import FocusPage, focus_page
from fanlight.guide.pages.home import HomePage, home_page
from fanlight.guide.pages.ideas import IdeaPage, IdeasPage, idea_page, ideas_page
from fanlight.guide.pages.lost import LostPage, lost_page
from fanlight.guide.pages.sources import SourcesPage, sources_page

__all__ = [
    "CardPage",
    "CardsPage",
    "FocusPage",
    "HomePage",
    "IdeaPage",
    "IdeasPage",
    "LostPage",
    "SourcesPage",
    "card_page",
    "cards_page",
    "chosen_cards",
    "focus_page",
    "home_page",
    "idea_page",
    "ideas_page",
    "lost_page",
    "sources_page",
]
