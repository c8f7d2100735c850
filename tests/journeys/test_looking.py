"""A walkabout becomes themes and an action; a huddle is one tap, and its chart comes by itself."""

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.models import AgreedAction
from journeys.conftest import Visitor
from support.windows import weeks_of_huddles
from support.worlds import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def refused_once(visitor: Visitor) -> None:
    """A browser reports a refusal in its console; that is not trouble."""
    visitor.troubles[:] = [told for told in visitor.troubles if "422" not in told]


def test_a_walkabout_becomes_themes_and_an_action(visitor: Visitor, cast: Cast) -> None:
    visitor.sign_in(cast.bob)
    visitor.go(reverse("team_home", args=[cast.ward.public_id]))
    visitor.look_closely()
    visitor.press("Plan a walkabout")
    visitor.look_closely()
    visitor.fill(where="The evening drug round", planned_on=timezone.localdate().isoformat())
    visitor.press("Plan it")
    visitor.look_closely()
    write_down(visitor)
    make_a_theme(visitor)
    visitor.press("Agree to try something")
    visitor.look_closely()
    visitor.fill(what="A red apron means: do not disturb", first_step="Try it tomorrow evening")
    here = visitor.page.url
    visitor.page.get_by_role("button").filter(has_text="board").or_(
        visitor.page.locator("form button.nhsuk-button")
    ).last.click()
    visitor.page.wait_for_url(lambda url: url != here)
    action = AgreedAction.objects.get()
    assert (action.what, action.came_kind) == ("A red apron means: do not disturb", "theme")
    visitor.go(reverse("patterns", args=[cast.ward.public_id]))
    assert visitor.sees("seen through the one window so far")
    visitor.look_closely()
    visitor.go(reverse("windows", args=[cast.ward.public_id]))
    visitor.look_closely()


def write_down(visitor: Visitor) -> None:
    visitor.press("Write down what you saw")
    visitor.look_closely()
    visitor.fill(hard="Bob was called away four times\nThe trolley squeaks", well="Somebody always looks up")
    visitor.press("Write it down")
    assert visitor.sees("is about a person (“Bob”)")
    refused_once(visitor)
    visitor.look_closely()
    visitor.fill(hard="The round was broken into four times\nThe trolley squeaks")
    visitor.press("Write it down")
    visitor.look_closely()


def make_a_theme(visitor: Visitor) -> None:
    visitor.press("Put together what belongs together")
    visitor.look_closely()
    visitor.page.get_by_label("The round was broken into four times").check()
    visitor.fill(words="Drug rounds are broken into")
    visitor.choose(focus="communication", element="organisation")
    visitor.press("Put them together")
    visitor.page.get_by_label("The trolley squeaks").check()
    visitor.page.get_by_label("Somebody always looks up").check()
    visitor.page.locator("[name=join]").select_option(label="Drug rounds are broken into")
    visitor.press("Put them together")
    assert visitor.heading() == "Drug rounds are broken into"
    visitor.look_closely()


def test_a_huddle_is_one_tap_and_its_chart_comes_by_itself(visitor: Visitor, cast: Cast) -> None:
    weeks_of_huddles(cast.ward, [2, 3, 2, 4, 3, 5], by=None)
    visitor.sign_in(cast.bob)
    visitor.go(reverse("huddles", args=[cast.ward.public_id]))
    visitor.look_closely()
    assert visitor.page.locator("svg.fl-spc:visible").count() == 1
    visitor.press("We held our")
    visitor.press("Say what it was about")
    visitor.look_closely()
    visitor.fill(people="7", topics="short of pumps\ntwo new starters")
    visitor.press("Keep this")
    visitor.page.locator(".fl-rows li").filter(has_text="hort of pumps").get_by_role("link").first.click()
    visitor.press("Write down a worry that you sent on")
    visitor.look_closely()
    visitor.fill(words="No pumps at weekends", to="the equipment library")
    visitor.press("Write it down")
    visitor.press("No pumps at weekends")
    visitor.fill(answer="Two more from next week")
    visitor.press("Keep this")
    assert visitor.sees("One worry sent on, and every one was answered")
    visitor.look_closely()
