"""From a link on a phone to what stood out: the whole thread, thin."""

import pytest
from django.urls import reverse

from fanlight.results.actions import close_and_release
from fanlight.surveys.models import Round
from journeys.conftest import Visitor
from support.worlds import Cast, a_released_round, an_open_round, fill_urn

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def answer(visitor: Visitor, round: Round) -> None:
    visitor.go(reverse("respond", args=[round.door]))
    visitor.press("Begin")
    for part in round.instrument.composites:
        assert visitor.heading() == str(part.title)
        for item in round.instrument.items_of(part):
            visitor.page.locator(f"input[name='{item.code}'][value='4']").check()
        visitor.press("Next")
    visitor.press("Check and send")
    assert visitor.heading() == "Ready to send?"
    visitor.press("Send my answers")


def test_somebody_answers_and_the_team_sees_what_stood_out(visitor: Visitor, cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    fill_urn(round, 23)
    answer(visitor, round)
    assert visitor.heading() == "Thank you"
    close_and_release(round=round)
    visitor.go(reverse("respond", args=[round.door]))
    assert visitor.heading() == "This round has closed"
    visitor.sign_in(cast.bob)
    visitor.go(reverse("home"))
    assert visitor.heading() == "Time to talk about what we said"
    visitor.press("See what stood out")
    assert visitor.sees("25 to 49") or visitor.sees("11 to 24")


def test_every_page_on_the_way_is_open_to_everybody(visitor: Visitor, cast: Cast) -> None:
    released = a_released_round(cast.ward, by=cast.alice)
    is_open = an_open_round(cast.elsewhere, by=cast.charlie)
    public = [
        reverse("account_login"),
        reverse("account_request_login_code"),
        reverse("respond", args=[is_open.door]),
        reverse("respond_part", args=[is_open.door, 1]),
        reverse("respond_comment", args=[is_open.door]),
        reverse("respond_check", args=[is_open.door]),
        reverse("respond_thanks", args=[is_open.door]),
        reverse("promise", args=[is_open.door]),
        reverse("why_withheld"),
    ]
    inside = [
        reverse("team_home", args=[cast.ward.public_id]),
        reverse("results", args=[released.public_id]),
        reverse("round", args=[released.public_id]),
        reverse("plan", args=[cast.ward.public_id]),
        reverse("debrief_booking", args=[released.public_id]),
    ]
    for address in public:
        visitor.go(address)
        look_if_scripts_run(visitor)
    visitor.sign_in(cast.alice)
    for address in inside:
        visitor.go(address)
        look_if_scripts_run(visitor)


def look_if_scripts_run(visitor: Visitor) -> None:
    """Axe is a script itself: without scripts the page is only opened."""
    if visitor.scripts:
        visitor.look_closely()
    else:
        assert visitor.page.locator("h1").count() == 1
