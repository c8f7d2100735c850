"""After something happened: four questions, a map of the work, two actions; and a guest who reads."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser

from fanlight.improvement.models import AgreedAction
from fanlight.learning.models import Review, State, Thanks
from journeys.conftest import PHONE, Visitor, visit
from support.learning import on_the_wall
from support.worlds import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TOLD = (
    "Somebody rings before the patient comes",
    "The bed came up while all of us were in handover",
    "The phone rings in an empty room\nThe porter stayed with the patient",
    "Handover moves to the desk\nWe ask theatre what would help them to ring",
)


def begin(visitor: Visitor) -> None:
    visitor.press("Learn from what happened")
    visitor.look_closely()
    visitor.press("It went better or worse than you thought")
    visitor.look_closely()
    assert visitor.sees("Record it in your incident system first")
    visitor.page.get_by_label("What piece of work is it about?").fill("Coming up from theatre")
    visitor.page.get_by_label("Yes, it is recorded there").check()
    visitor.page.get_by_label("Its number there").fill("INC-4711")
    visitor.press("Begin")
    assert visitor.heading() == "Coming up from theatre"


def write_down(visitor: Visitor) -> None:
    """The next question is always the one big button."""
    for lines in TOLD:
        visitor.look_closely()
        visitor.page.locator("a.nhsuk-button").click()
        visitor.look_closely()
        visitor.page.locator("textarea").fill(lines)
        visitor.press("Keep this")


def lay_on_the_map(visitor: Visitor) -> None:
    visitor.press("Put what was said on the map")
    visitor.look_closely()
    for place, (element, touch) in enumerate((("The place", "It got in the way"), ("People", "It helped"))):
        visitor.page.get_by_label("Which part of the work?").nth(place).select_option(label=element)
        visitor.page.get_by_label("What did it do?").nth(place).select_option(label=touch)
    visitor.press("Put them on the map")
    assert visitor.page.locator("svg[role=img] >> visible=true").count() >= 1
    visitor.look_closely()


def make_two_actions(visitor: Visitor) -> None:
    review = visitor.page.url
    for place in range(2):
        visitor.page.goto(review)
        visitor.page.get_by_role("link", name="Make it an action").nth(place).click()
        visitor.look_closely()
        visitor.page.locator("[name=first_step]").fill("Try it on the next late shift")
        again = timezone.localdate() + timedelta(days=21)
        visitor.page.locator("[name=look_again_on]").fill(again.isoformat())
        visitor.page.locator("main form button[type=submit]").first.click()
        visitor.look_closely()
    visitor.page.goto(review)


def test_an_after_action_review_becomes_a_map_and_two_actions(
    visitor: Visitor, cast: Cast, chromium: Browser, live_server: object
) -> None:
    visitor.sign_in(cast.bob)
    visitor.go(reverse("team_home", args=[cast.ward.public_id]))
    begin(visitor)
    write_down(visitor)
    lay_on_the_map(visitor)
    make_two_actions(visitor)
    assert AgreedAction.objects.filter(came_kind="learned", team=cast.ward).count() == 2
    visitor.press("Put the two side by side")
    visitor.look_closely()
    visitor.page.locator("[name=as_imagined]").fill("Theatre rings, the ward says when")
    visitor.page.locator("[name=as_done]").fill("The bed comes when theatre is full")
    visitor.press("Put them side by side")
    visitor.press("Ask a patient safety partner")
    visitor.look_closely()
    visitor.page.get_by_label("Pat Example, patient safety partner").check()
    visitor.press("Ask them")
    visitor.press("We are finished")
    visitor.look_closely()
    visitor.press("It is finished")
    visitor.look_closely()
    with visit(chromium, str(live_server), size=PHONE, scripts=visitor.scripts) as guest:
        guest.sign_in(cast.pat)
        guest.go(reverse("reviews_to_read"))
        guest.look_closely()
        guest.press("Coming up from theatre")
        guest.look_closely()
        assert guest.sees("The bed comes when theatre is full")
    assert Review.objects.get().is_closed


def test_an_excellence_report_reaches_the_person_and_the_wall_only_after_consent(
    visitor: Visitor, cast: Cast, chromium: Browser, live_server: object
) -> None:
    wall = reverse("wall", args=[cast.ward.public_id])
    visitor.sign_in(cast.fay)
    visitor.go(wall)
    visitor.look_closely()
    visitor.press("Say thank you")
    visitor.look_closely()
    visitor.page.get_by_label("Bob Example").check()
    visitor.page.locator("[name=what]").fill("You sat with him until the fear had gone")
    visitor.page.locator("[name=made_possible]").fill("Somebody else took the bay")
    visitor.page.get_by_label("No, without a name").check()
    visitor.press("Send it")
    assert visitor.heading() == "That was kind"
    visitor.look_closely()
    with visit(chromium, str(live_server), size=PHONE, scripts=visitor.scripts) as reader:
        visitor.go(wall)
        assert not visitor.page.get_by_text("until the fear had gone").count()
        reader.sign_in(cast.bob)
        reader.go(reverse("team_home", args=[cast.ward.public_id]))
        reader.press("One thank-you for you to read")
        reader.look_closely()
        reader.press("From somebody who gave no name")
        reader.look_closely()
        reader.press("Share it on the team’s wall")
        reader.look_closely()
        reader.page.locator("[name=shown_as]").fill("Bob, nights")
        reader.press("Put it on the wall")
        reader.look_closely()
        visitor.go(wall)
        visitor.look_closely()
        assert visitor.sees("You sat with him until the fear had gone")
        visitor.press("Show it on the staff room")
        visitor.look_closely()
        assert visitor.sees("Bob, nights")
        reader.press("Take it back from the wall")
        reader.page.get_by_role("link", name="Share it on the team’s wall").wait_for()
        assert Thanks.objects.get().state == State.KEPT


def test_the_wall_turns_by_itself_until_a_hand_is_on_the_keyboard(
    cast: Cast, chromium: Browser, live_server: object
) -> None:
    for _ in range(4):
        on_the_wall(cast)
    first, second = (reverse("wall_screen", args=[cast.ward.public_id, number]) for number in (1, 2))
    with visit(chromium, str(live_server), size=(1920, 1080), scripts=True) as wall:
        wall.sign_in(cast.bob)
        wall.page.clock.install()
        wall.go(first)
        wall.page.keyboard.press("PageDown")  # a remote control
        wall.page.wait_for_url(f"**{second}")
        wall.page.keyboard.press("ArrowLeft")
        wall.page.wait_for_url(f"**{first}")
        wall.press("Turn by itself")
        wall.page.clock.run_for(21_000)
        wall.page.wait_for_url(f"**{second}?turns")
        wall.page.keyboard.press("Tab")
        wall.page.clock.run_for(90_000)
        assert wall.page.url.endswith(f"{second}?turns"), "somebody is reading with the keyboard"
        wall.press("Stop turning")
        wall.page.clock.run_for(90_000)
        assert wall.page.url.endswith(second)


def test_somebody_without_an_account_is_handed_a_card(visitor: Visitor, cast: Cast) -> None:
    visitor.sign_in(cast.bob)
    visitor.go(reverse("thank", args=[cast.ward.public_id]))
    visitor.page.get_by_label("Somebody without an account").check()
    visitor.page.locator("[name=what]").fill("You found the right size on a Sunday")
    visitor.page.get_by_label("Yes, signed Bob Example").check()
    visitor.press("Send it")
    visitor.press("See the card")
    visitor.look_closely()
    visitor.page.context.clear_cookies()
    visitor.go(reverse("for_you", args=[Thanks.objects.get().code]))
    visitor.look_closely()
    assert visitor.sees("You found the right size on a Sunday")
    visitor.press("Share it on the team’s wall")
    visitor.look_closely()
    visitor.press("Put it on the wall")
    assert visitor.sees("On the wall, for somebody in the team")


def test_what_somebody_needs_stays_between_two(
    visitor: Visitor, cast: Cast, chromium: Browser, live_server: object
) -> None:
    visitor.sign_in(cast.fay)
    visitor.go(reverse("reviews", args=[cast.ward.public_id]))
    visitor.press("Who is hurt, and what do they need?")
    visitor.look_closely()
    visitor.press("Begin")
    visitor.look_closely()
    visitor.page.locator("[name=about]").fill("A transfer at night that went wrong")
    visitor.press("Begin")
    visitor.look_closely()
    visitor.press("Add somebody who is hurt")
    visitor.look_closely()
    visitor.page.get_by_label("A member of staff").check()
    visitor.page.locator("[name=label]").fill("a nurse on nights")
    visitor.page.get_by_label("They know that I write this down").check()
    visitor.press("Add them")
    visitor.press("Add a need")
    visitor.look_closely()
    visitor.page.locator("[name=words]").fill("To tell it once to somebody who listens")
    visitor.page.locator("[name=owed_by]").fill("me")
    visitor.press("Write it down")
    visitor.look_closely()
    visitor.press("Open it to the person concerned")
    visitor.look_closely()
    visitor.page.get_by_label("Bob Example").check()
    visitor.press("Open it to them")
    with visit(chromium, str(live_server), size=PHONE, scripts=visitor.scripts) as person:
        person.sign_in(cast.bob)
        person.go(reverse("team_home", args=[cast.ward.public_id]))
        person.press("What you need, as you said it")
        person.look_closely()
        person.press("A transfer at night that went wrong")
        person.look_closely()
        person.press("How is it now?")
        person.look_closely()
        person.page.get_by_label("Yes, it is met").check()
        person.press("Keep this")
        assert person.sees("Yes, it is met")
    visitor.go(reverse("mendings", args=[cast.ward.public_id]))
    visitor.press("A transfer at night that went wrong")
    visitor.look_closely()
    assert visitor.sees("Yes, it is met")
