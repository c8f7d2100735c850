"""Somebody without an account reads the guide: finds a way in, holds up a card, looks for a word."""

import pytest

from journeys.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_the_first_page_to_an_idea_by_five_questions(visitor: Visitor) -> None:
    visitor.go("/guide/")
    visitor.look_closely()
    visitor.press("Find your way in")
    visitor.look_closely()
    visitor.page.get_by_label("There are sharp words, or a chill").check()
    visitor.page.get_by_label("Seven or fewer").check()
    visitor.press("Sort the menu")
    assert visitor.heading() == "The menu, sorted for you"
    assert visitor.sees("It cools things down without picking on anyone.")
    visitor.look_closely()
    visitor.page.locator(".gd-top a").first.click()
    assert visitor.sees("The first ten minutes")
    visitor.look_closely()
    assert visitor.page.context.cookies() == [], "nothing is kept"


def test_a_card_drawn_for_civility_and_then_another(visitor: Visitor) -> None:
    visitor.go("/guide/cards/")
    visitor.look_closely()
    visitor.page.get_by_label("Focus").select_option("Civility")
    visitor.press("Show these")
    assert visitor.sees("15 cards")
    visitor.look_closely()
    visitor.press("Draw a card")
    first = visitor.heading()
    visitor.look_closely()
    visitor.press("Another card")
    assert visitor.heading() != first
    assert visitor.page.locator(".gd-kicker").first.inner_text().startswith("Civility")


def test_a_word_is_looked_for_and_found(visitor: Visitor) -> None:
    visitor.go("/guide/search/")
    visitor.look_closely()
    visitor.page.get_by_label("Look for words in the guide").fill("night")
    visitor.press("Search")
    assert "“night”" in visitor.heading()
    visitor.look_closely()
    visitor.go("/guide/search/?q=xylophone")
    visitor.look_closely()


@pytest.mark.parametrize(
    "page",
    ["just-culture", "ideas", "conversations", "language", "speaking-up", "easy-read", "sources"],
)
def test_every_other_page_stands_up_to_a_close_look(visitor: Visitor, page: str) -> None:
    visitor.go(f"/guide/{page}/")
    visitor.look_closely()
