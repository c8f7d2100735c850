"""The guide's pages as frozen values; the templates only lay them out."""

from fanlight.guide.pages.cards import CardPage, CardsPage, card_page, cards_page, chosen_cards
from fanlight.guide.pages.focus import FocusPage, focus_page
from fanlight.guide.pages.home import HomePage, home_page
from fanlight.guide.pages.ideas import IdeaPage, IdeasPage, idea_page, ideas_page
from fanlight.guide.pages.learning import (
    LearningPage,
    PausePage,
    WayPage,
    learning_page,
    pause_page,
    way_page,
)
from fanlight.guide.pages.looking import WindowPage, WindowsPage, window_page, windows_page
from fanlight.guide.pages.lost import LostPage, lost_page
from fanlight.guide.pages.search import SearchPage, search_page
from fanlight.guide.pages.sources import SourcesPage, sources_page
from fanlight.guide.pages.speaking_up import SpeakingUpPage, speaking_up_page
from fanlight.guide.pages.talking import (
    ConversationsPage,
    EasyReadPage,
    LanguagePage,
    conversations_page,
    easy_read_page,
    language_page,
)
from fanlight.guide.pages.way_in import WayInPage, way_in_page

__all__ = [
    "CardPage",
    "CardsPage",
    "ConversationsPage",
    "EasyReadPage",
    "FocusPage",
    "HomePage",
    "IdeaPage",
    "IdeasPage",
    "LanguagePage",
    "LearningPage",
    "LostPage",
    "PausePage",
    "SearchPage",
    "SourcesPage",
    "SpeakingUpPage",
    "WayInPage",
    "WayPage",
    "WindowPage",
    "WindowsPage",
    "card_page",
    "cards_page",
    "chosen_cards",
    "conversations_page",
    "easy_read_page",
    "focus_page",
    "home_page",
    "idea_page",
    "ideas_page",
    "language_page",
    "learning_page",
    "lost_page",
    "pause_page",
    "search_page",
    "sources_page",
    "speaking_up_page",
    "way_in_page",
    "way_page",
    "window_page",
    "windows_page",
]
