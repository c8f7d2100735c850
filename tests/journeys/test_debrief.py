"""From a closed round to a talk on a projector and phones, to two agreed actions on the page for everybody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser

from fanlight.debriefs.models import Live
from fanlight.surveys.models import Round
from journeys.conftest import Visitor, visit
from support.worlds import Cast, a_released_round

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PROJECTOR = (1920, 1080)


def look(visitor: Visitor) -> None:
    """Axe is a script itself: without scripts the page is only opened."""
    if visitor.scripts:
        visitor.look_closely()
    else:
        assert visitor.page.locator("h1").count() == 1


def turn_every_slide(projector: Visitor, round: Round) -> None:
    projector.go(reverse("screen", args=[round.public_id, 1]))
    for _ in range(30):
        look(projector)
        height = projector.page.evaluate("document.documentElement.scrollHeight") if projector.scripts else 0
        assert height <= PROJECTOR[1], "a slide has to fit on the screen"
        if not projector.page.locator("a[rel=next]").count():
            return
        if projector.scripts:
            here = projector.page.url
            projector.page.keyboard.press("PageDown")
            projector.page.wait_for_url(lambda url, here=here: url != here)
        else:
            projector.page.locator("a[rel=next]").click()
    raise AssertionError("the slides have no end")


def choose_on_phones(visitor: Visitor, live: Live) -> None:
    """One real phone, and four more that only send."""
    visitor.go(reverse("talk"))
    look(visitor)
    visitor.page.get_by_label("The code on the screen").fill(live.code.upper())
    visitor.press("Join")
    look(visitor)
    visitor.page.locator("input[name=chosen]").first.check()
    visitor.press("Place my dots")
    assert visitor.heading() == "Thank you. Look up."
    look(visitor)
    for _ in range(4):
        Client().post(reverse("talk_phone", args=[live.code]), {"chosen": ["0"]})


def add_thoughts(visitor: Visitor, live: Live) -> None:
    visitor.go(reverse("talk_phone", args=[live.code]))
    look(visitor)
    visitor.page.locator("[name=words]").fill("Handover is rushed when the phone rings")
    visitor.press("Add it")
    for number in range(4):
        Client().post(reverse("talk_phone", args=[live.code]), {"words": f"Another thought {number}"})


def agree(visitor: Visitor, what: str) -> None:
    visitor.press("Add an agreed action")
    look(visitor)
    visitor.page.locator("[name=what]").fill(what)
    visitor.page.locator("[name=first_step]").fill("Try it on Tuesday night")
    again = timezone.localdate() + timedelta(days=21)
    visitor.page.locator("[name=look_again_on]").fill(again.isoformat())
    visitor.press("Agree on it")


def write_down(visitor: Visitor) -> None:
    visitor.press("Write down what was said")
    look(visitor)
    visitor.page.locator("[name=held_on]").fill(timezone.localdate().isoformat())
    visitor.page.locator("[name=people]").fill("9")
    visitor.page.locator("[name=themes]").fill("Bob is late at handover")
    visitor.press("Write it down")
    assert visitor.sees("could be a name")
    visitor.troubles[:] = [
        told for told in visitor.troubles if "422" not in told
    ]  # the browser reports a refusal
    look(visitor)
    visitor.page.locator("[name=themes]").fill("Handover is rushed on nights")
    visitor.press("Write it down")


def test_a_team_talks_and_everybody_hears_what_followed(
    visitor: Visitor, chromium: Browser, live_server: object, cast: Cast
) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    with visit(chromium, str(live_server), size=PROJECTOR, scripts=visitor.scripts) as projector:
        projector.sign_in(cast.alice)
        turn_every_slide(projector, round)
        projector.go(reverse("live", args=[round.public_id]))
        look(projector)
        projector.press("Begin")
        projector.page.locator(".fl-screen__code").wait_for()
        live = Live.objects.get()
        look(projector)
        choose_on_phones(visitor, live)
        projector.press("Close and show")
        assert projector.sees("5 dots")
        look(projector)
        projector.press("Ask for thoughts")
        add_thoughts(visitor, live)
        projector.press("Close and show")
        assert projector.sees("Handover is rushed when the phone rings")
        look(projector)
        projector.press("End and forget")
        projector.page.locator(".fl-screen__code").wait_for(state="detached")
        assert not Live.objects.exists()
    follow_up(visitor, round, cast)


def follow_up(visitor: Visitor, round: Round, cast: Cast) -> None:
    visitor.sign_in(cast.bob)
    visitor.go(reverse("debrief_kit", args=[round.public_id]))
    look(visitor)
    visitor.press("Write down what came of it")
    look(visitor)
    write_down(visitor)
    agree(visitor, "A huddle of two minutes at seven")
    agree(visitor, "Say it back on the phone")
    assert visitor.heading() == "We agreed on two things"
    look(visitor)
    visitor.press("Say how it goes")
    look(visitor)
    visitor.page.locator("[name=progress][value=trying]").check()
    visitor.press("Keep this")
    visitor.page.context.clear_cookies()
    visitor.go(reverse("we_did", args=[round.door]))
    look(visitor)
    assert visitor.sees("A huddle of two minutes at seven")
    assert visitor.sees("We are trying it")
    visitor.press("Were you at the talk?")
    look(visitor)


def test_a_small_team_talks_without_figures(visitor: Visitor, cast: Cast) -> None:
    visitor.sign_in(cast.charlie)
    visitor.go(reverse("discussion", args=[cast.elsewhere.public_id]))
    look(visitor)
    visitor.press("Civility")
    assert visitor.sees("Cards that may help")
