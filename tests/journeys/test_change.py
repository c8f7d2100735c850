"""From an agreed action to a small test, three weekly figures typed on a phone, a chart with a note, and the thread."""

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.actions import move_action
from fanlight.improvement.models import AgreedAction, Figure, Measure, Progress
from journeys.conftest import Visitor
from support.changes import a_tree, an_action
from support.worlds import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def agree_and_move(visitor: Visitor, cast: Cast) -> None:
    visitor.go(reverse("board", args=[cast.ward.public_id]))
    visitor.look_closely()
    visitor.press("Add something to try")
    visitor.look_closely()
    visitor.fill(what="A note for nights", first_step="Write one on Tuesday")
    visitor.press("Put it on the board")
    visitor.look_closely()
    visitor.press("Start trying it")
    assert visitor.heading() == "We are trying one thing"
    visitor.look_closely()


def try_it_small(visitor: Visitor) -> None:
    """One small test, guessed first."""
    visitor.page.get_by_role("link", name="A note for nights").first.click()
    visitor.look_closely()
    visitor.press("Plan a small test")
    visitor.look_closely()
    visitor.fill(prediction="Half of the nights will read it", scale="One Tuesday")
    visitor.press("We try it")
    visitor.page.get_by_role("link", name="Write one on Tuesday").first.click()
    visitor.look_closely()
    visitor.press("Say what happened")
    visitor.look_closely()
    visitor.fill(happened="Two of six had seen it", surprised="Nobody walks past the board at night")
    visitor.page.locator("[name=decision][value=adapt]").check()
    visitor.press("Keep this")
    visitor.look_closely()
    assert visitor.sees("Nobody walks past the board at night")


def count_three_weeks(visitor: Visitor, action: AgreedAction) -> None:
    visitor.go(reverse("action", args=[action.public_id]))
    visitor.press("Count something")
    visitor.look_closely()
    visitor.fill(name="Nights that had a note")
    visitor.press("Begin counting")
    visitor.look_closely()
    measure = Measure.objects.get()
    for place, value in enumerate(("2", "3", "5")):
        visitor.go(reverse("put_figure", args=[measure.public_id]))
        if place == 0:
            visitor.look_closely()
        visitor.fill(value=value)
        visitor.press("Put it down")
        assert visitor.sees("It is on the chart. Thank you.")
    assert Figure.objects.count() == 3
    visitor.press("Write down what happened when")
    visitor.look_closely()
    visitor.fill(words="Half the team had flu")
    visitor.press("Put it on the chart")
    assert visitor.page.locator("svg.fl-spc .fl-spc-mark").count() > 0
    assert visitor.page.locator("svg.fl-spc .fl-spc-cycle").count() > 0, "the test stands on its chart"
    visitor.look_closely()


def paste_and_put_right(visitor: Visitor) -> None:
    visitor.press("Paste many figures")
    visitor.look_closely()
    year = timezone.localdate().year - 1
    visitor.fill(
        text=f"Week\tNights\n5 Jan {year}\t3\n12 Jan {year}\tn/a\n19 Jan\t45%\n26 Jan {year}\t4\nTotal\t7",
    )
    visitor.press("Look at it")
    assert visitor.heading() == "Two figures can be kept"
    visitor.look_closely()
    visitor.press("Keep the two figures")
    visitor.page.get_by_role("link", name="Put right").first.click()
    visitor.look_closely()
    visitor.fill(value="4", why="Counted again")
    visitor.press("Put it right")
    assert visitor.sees("Counted again")
    visitor.look_closely()


def follow_the_thread(visitor: Visitor, cast: Cast, action: AgreedAction) -> None:
    visitor.go(reverse("action", args=[action.public_id]))
    visitor.look_closely()
    visitor.press("The whole thread")
    visitor.look_closely()
    visitor.go(reverse("aim", args=[a_tree(cast.ward).public_id]))
    visitor.look_closely()
    visitor.go(reverse("team_coach", args=[cast.ward.public_id]))
    visitor.look_closely()
    visitor.fill(words="How do we keep it up in summer?")
    visitor.page.locator("[name=asks_help]").check()
    visitor.press("Write to your coach")
    visitor.sign_in(cast.eve)
    visitor.go(reverse("coaching"))
    visitor.look_closely()
    assert visitor.sees("How do we keep it up in summer?")
    visitor.press("Ward 6")
    visitor.look_closely()


def test_a_team_tries_counts_and_learns(visitor: Visitor, cast: Cast) -> None:
    visitor.sign_in(cast.bob)
    agree_and_move(visitor, cast)
    try_it_small(visitor)
    action = AgreedAction.objects.get()
    count_three_weeks(visitor, action)
    paste_and_put_right(visitor)
    follow_the_thread(visitor, cast, action)


def test_a_card_is_dragged_or_sent_by_its_button(visitor: Visitor, cast: Cast) -> None:
    action = an_action(cast.ward)
    move_action(action=action, version=1, to=Progress.TRYING, by=None)
    visitor.sign_in(cast.bob)
    visitor.go(reverse("board", args=[cast.ward.public_id]))
    if visitor.scripts:
        card, column = visitor.page.locator("[data-card]").first, visitor.page.locator("[data-column=kept]")
        visitor.drag(card, column)
    else:
        visitor.press("It helped: keep it")
    visitor.page.wait_for_url("**/actions/**")
    assert AgreedAction.objects.get().progress == "kept"
