"""A walkabout becomes themes and an action; a huddle is one tap, and its chart comes by itself."""

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.models import AgreedAction
from journeys.conftest import Visitor
from support.windows import weeks_of_huddles
from support.worlds import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def look(visitor: Visitor) -> None:
    if visitor.scripts:
        visitor.look_closely()
    else:
        assert visitor.page.locator("h1").count() == 1


def fill(visitor: Visitor, **values: str) -> None:
    for name, value in values.items():
        visitor.page.locator(f"[name={name}]").fill(value)


def choose(visitor: Visitor, **values: str) -> None:
    for name, value in values.items():
        visitor.page.locator(f"[name={name}][value={value}]").check()


def refused_once(visitor: Visitor) -> None:
    """A browser reports a refusal in its console; that is not trouble."""
    visitor.troubles[:] = [told for told in visitor.troubles if "422" not in told]


def test_a_walkabout_becomes_themes_and_an_action(visitor: Visitor, cast: Cast) -> None:
    visitor.sign_in(cast.bob)
    visitor.go(reverse("team_home", args=[cast.ward.public_id]))
    look(visitor)
    visitor.press("Plan a walkabout")
    look(visitor)
    fill(visitor, where="The evening drug round", planned_on=timezone.localdate().isoformat())
    visitor.press("Plan it")
    look(visitor)
    write_down(visitor)
    make_a_theme(visitor)
    visitor.press("Agree to try something")
    look(visitor)
    fill(visitor, what="A red apron means: do not disturb", first_step="Try it tomorrow evening")
    here = visitor.page.url
    visitor.page.get_by_role("button").filter(has_text="board").or_(
        visitor.page.locator("form button.nhsuk-button")
    ).last.click()
    visitor.page.wait_for_url(lambda url: url != here)
    action = AgreedAction.objects.get()
    assert (action.what, action.came_kind) == ("A red apron means: do not disturb", "theme")
    visitor.go(reverse("patterns", args=[cast.ward.public_id]))
    assert visitor.sees("seen through one window of 1")
    look(visitor)
    visitor.go(reverse("windows", args=[cast.ward.public_id]))
    look(visitor)


def write_down(visitor: Visitor) -> None:
    visitor.press("Write down what you saw")
    look(visitor)
    fill(visitor, hard="Bob was called away four times\nThe trolley squeaks", well="Somebody always looks up")
    visitor.press("Write it down")
    assert visitor.sees("is about a person (“Bob”)")
    refused_once(visitor)
    look(visitor)
    fill(visitor, hard="The round was broken into four times\nThe trolley squeaks")
    visitor.press("Write it down")
    look(visitor)


def make_a_theme(visitor: Visitor) -> None:
    visitor.press("Put together what belongs together")
    look(visitor)
    visitor.page.get_by_label("The round was broken into four times").check()
    fill(visitor, words="Drug rounds are broken into")
    choose(visitor, focus="communication", element="organisation")
    visitor.press("Put them together")
    visitor.page.get_by_label("The trolley squeaks").check()
    visitor.page.get_by_label("Somebody always looks up").check()
    visitor.page.locator("[name=join]").select_option(label="Drug rounds are broken into")
    visitor.press("Put them together")
    assert visitor.heading() == "Drug rounds are broken into"
    look(visitor)


def test_a_huddle_is_one_tap_and_its_chart_comes_by_itself(visitor: Visitor, cast: Cast) -> None:
    weeks_of_huddles(cast.ward, [2, 3, 2, 4, 3, 5], by=None)
    visitor.sign_in(cast.bob)
    visitor.go(reverse("huddles", args=[cast.ward.public_id]))
    look(visitor)
    assert visitor.page.locator("svg.fl-spc:visible").count() == 1
    visitor.press("We held our")
    visitor.press("Say what it was about")
    look(visitor)
    fill(visitor, people="7", topics="short of pumps\ntwo new starters")
    visitor.press("Keep this")
    visitor.page.locator(".fl-rows a").filter(has_text=str(timezone.localdate().day)).first.click()
    visitor.press("Write down a worry that you sent on")
    look(visitor)
    fill(visitor, words="No pumps at weekends", to="the equipment library")
    visitor.press("Write it down")
    visitor.press("No pumps at weekends")
    fill(visitor, answer="Two more from next week")
    visitor.press("Keep this")
    assert visitor.sees("One worry sent on, and every one was answered")
    look(visitor)
