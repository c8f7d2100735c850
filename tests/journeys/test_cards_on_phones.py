"""A team of six without any account holds a safety moment on two phones; another sorts cards, and draws arrows."""

import pytest
from playwright.sync_api import Browser, expect

from fanlight.guide.models import Sitting
from journeys.conftest import PHONE, Visitor, visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sees_by_itself(visitor: Visitor, heading: str) -> None:
    """With scripts the page follows within seconds; without, it loads itself anew: that is not waited for here."""
    if not visitor.scripts:
        assert visitor.page.locator("meta[http-equiv=refresh]").count() == 1
        visitor.page.reload()
    expect(visitor.page.locator("h1")).to_have_text(heading, timeout=15_000)


def begin(visitor: Visitor, way: str) -> str:
    visitor.go("/guide/live/")
    visitor.look_closely()
    visitor.page.locator(f"[name=way][value={way}]").check()
    visitor.press("Lay them on the table")
    visitor.look_closely()
    return Sitting.objects.get(way=way).code


def test_a_safety_moment_on_two_phones(visitor: Visitor, chromium: Browser, live_server: object) -> None:
    code = begin(visitor, "safety_moment")
    with visit(chromium, str(live_server), size=PHONE, scripts=visitor.scripts) as second:
        second.go("/guide/live/")
        second.page.get_by_label("The code on a colleague’s phone").fill(f"{code[:3]}-{code[3:]}")
        second.press("Join them")
        assert second.heading() == "Read it aloud, slowly, once"
        visitor.press("We have heard it")
        sees_by_itself(second, "Half a minute of silence")
        second.press("Let us talk")
        sees_by_itself(visitor, "Choose a question, and go round once")
        visitor.page.locator("[name=number][value='2']").click()
        visitor.look_closely()
        visitor.press("We have gone round")
        visitor.look_closely()
        visitor.page.get_by_text("We are done", exact=True).click()
        visitor.press("Stop, and forget all of it")
        assert visitor.heading() == "Thank you. Nothing was kept."
        visitor.look_closely()
        sees_by_itself(second, "There are no cards on this table")
        second.troubles[:] = [
            told for told in second.troubles if "404" not in told
        ]  # the browser tells of the end
        assert second.page.context.cookies() == []
    assert visitor.page.context.cookies() == []
    assert not Sitting.objects.exists()


def test_sorting_and_drawing_on_a_phone(visitor: Visitor) -> None:
    begin(visitor, "compare_views")
    visitor.page.locator("[name=like]").first.check()
    visitor.press("Put mine with the others")
    visitor.look_closely()
    visitor.press("Show where we differ")
    assert visitor.heading() == "Begin at the top"
    visitor.look_closely()
    begin(visitor, "strengths_sort")
    visitor.page.locator("[name=corner][value=strong]").first.click()
    assert visitor.page.get_by_role("button", name="Take it back").count() == 1
    visitor.look_closely()
    begin(visitor, "influence_map")
    visitor.press("Draw the arrow")
    assert visitor.page.get_by_role("heading", name="Arrows").is_visible()
    visitor.look_closely()
