"""Somebody without an account reads the guide: finds a way in, holds up a card, looks for a word."""

import pytest

from journeys.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def look(visitor: Visitor) -> None:
    """Axe is a script itself: without scripts a page is only opened, and has its one heading."""
    if visitor.scripts:
        visitor.look_closely()
    assert visitor.page.locator("h1").count() == 1


def test_from_the_first_page_to_an_idea_by_five_questions(visitor: Visitor) -> None:
    visitor.go("/guide/")
    look(visitor)
    visitor.press("Find your way in")
    look(visitor)
    visitor.page.get_by_label("There are sharp words, or a chill").check()
    visitor.page.get_by_label("Seven or fewer").check()
    visitor.press("Sort the menu")
    assert visitor.heading() == "The menu, sorted for you"
    assert visitor.sees("It cools things down without picking on anyone.")
    look(visitor)
    visitor.page.locator(".gd-top a").first.click()
    assert visitor.sees("The first ten minutes")
    look(visitor)
    assert visitor.page.context.cookies() == [], "nothing is kept"


def test_a_card_drawn_for_civility_and_then_another(visitor: Visitor) -> None:
    visitor.go("/guide/cards/")
    look(visitor)
    visitor.page.get_by_label("Focus").select_option("Civility")
    visitor.press("Show these")
    assert visitor.sees("15 cards")
    look(visitor)
    visitor.press("Draw a card")
    first = visitor.heading()
    look(visitor)
    visitor.press("Another card")
    assert visitor.heading() != first
    assert visitor.page.locator(".gd-kicker").first.inner_text().startswith("Civility")


def test_a_word_is_looked_for_and_found(visitor: Visitor) -> None:
    visitor.go("/guide/search/")
    look(visitor)
    visitor.page.get_by_label("Look for words in the guide").fill("night")
    visitor.press("Search")
    assert "“night”" in visitor.heading()
    look(visitor)
    visitor.go("/guide/search/?q=xylophone")
    look(visitor)


@pytest.mark.parametrize(
    "page",
    ["just-culture", "ideas", "conversations", "language", "speaking-up", "easy-read", "sources"],
)
def test_every_other_page_stands_up_to_a_close_look(visitor: Visitor, page: str) -> None:
    visitor.go(f"/guide/{page}/")
    look(visitor)
