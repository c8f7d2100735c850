"""From a closed round to a talk on a projector and three phones, to two agreed actions on the page for everybody."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, expect

from fanlight.debriefs.models import Live
from fanlight.surveys.models import Round
from journeys.conftest import PHONE, Visitor, visit
from support.worlds import COMMENTS, Cast, a_commented_round, a_released_round

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PROJECTOR = (1920, 1080)
THOUGHTS = (
    "Handover is rushed when the phone rings",
    "Nobody has time to ask",
    "We say it back, and that helps",
)


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def projector(
    request: pytest.FixtureRequest, chromium: Browser, live_server: object, cast: Cast
) -> Iterator[Visitor]:
    with visit(chromium, str(live_server), size=PROJECTOR, scripts=request.param) as screen:
        screen.sign_in(cast.fay)
        yield screen


def look(visitor: Visitor) -> None:
    """Axe is a script itself: without scripts the page is only opened."""
    visitor.page.wait_for_load_state()
    expect(visitor.page.locator("h1")).to_have_count(1)
    visitor.look_closely()


def look_on_both(screen: Visitor, phone: Visitor, address: str) -> None:
    for visitor in (screen, phone):
        visitor.go(address)
        look(visitor)


def fits(projector: Visitor) -> None:
    look(projector)
    height = projector.page.evaluate("document.documentElement.scrollHeight") if projector.scripts else 0
    assert height <= PROJECTOR[1], "a slide has to fit on the screen"


def test_every_slide_fits_and_turns_by_a_remote_control_or_a_link(projector: Visitor, cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    projector.go(reverse("screen", args=[round.public_id, 1]))
    for _ in range(30):
        fits(projector)
        if not projector.page.locator("a[rel=next]").count():
            return
        here = projector.page.url
        if projector.scripts:
            projector.page.keyboard.press("PageDown")
        else:
            projector.page.locator("a[rel=next]").click()
        projector.page.wait_for_url(lambda url, here=here: url != here)
    raise AssertionError("the slides have no end")


def shows(visitor: Visitor, heading: str) -> None:
    """With scripts the page follows within seconds; without, it loads itself anew, or somebody does."""
    if not visitor.scripts:
        visitor.page.reload()
    expect(visitor.page.locator("h1")).to_have_text(heading)


def join_and_place_dots(phone: Visitor, live: Live, *, place: int) -> None:
    phone.go(reverse("talk"))
    phone.page.get_by_label("The code on the screen").fill(live.code.upper())
    phone.press("Join")
    phone.page.locator("input[name=chosen]").nth(place).check()
    phone.press("Place my dots")
    expect(phone.page.locator("h1")).to_have_text("Thank you. Look up.")


def look_on_phone(phone: Visitor, live: Live) -> None:
    """What a phone is asked, looked at closely on one of them."""
    for address in (reverse("talk"), reverse("talk_phone", args=[live.code])):
        phone.go(address)
        look(phone)


def add_thought(phone: Visitor, words: str) -> None:
    shows(phone, "What goes on here that makes it so?")
    phone.page.locator("[name=words]").fill(words)
    phone.press("Add it")
    expect(phone.page.locator("h1")).to_have_text("Thank you. Look up.")


def two_more(live: Live, **data: object) -> None:
    """Nothing is shown of fewer than five: two more send, without a browser."""
    for _ in range(2):
        assert Client().post(reverse("talk_phone", args=[live.code]), data).status_code == 302


def choose(screen: Visitor, phones: list[Visitor], live: Live) -> None:
    look_on_phone(phones[0], live)
    for place, phone in enumerate(phones):
        join_and_place_dots(phone, live, place=place % 2)
    look(phones[0])
    assert "dots" not in screen.page.locator("main").inner_text()
    two_more(live, chosen=["0"])
    screen.press("Close and show")
    assert screen.page.locator("main li").first.inner_text().startswith("4 dots")
    fits(screen)
    for phone in phones:
        shows(phone, "What we chose")
        assert "4 dots" in phone.page.locator("main").inner_text()


def think(screen: Visitor, phones: list[Visitor], live: Live) -> None:
    screen.press("Ask for thoughts")
    expect(screen.page.locator("h1")).to_have_text("What goes on here that makes it so?")
    look_on_phone(phones[0], live)
    for phone, words in zip(phones, THOUGHTS, strict=True):
        add_thought(phone, words)
    two_more(live, words="More hands at seven")
    screen.press("Close and show")
    expect(screen.page.locator("h1")).to_have_text("What we think, in no order")
    assert all(screen.sees(words) for words in THOUGHTS)
    fits(screen)
    for phone in phones:
        shows(phone, "What we think, in no order")
        assert all(phone.sees(words) for words in THOUGHTS)
    look(phones[0])


def talk_in_a_room(screen: Visitor, phones: list[Visitor], round: Round) -> None:
    screen.go(reverse("live", args=[round.public_id]))
    fits(screen)
    screen.press("Begin")
    expect(screen.page.locator("h1")).to_have_text("What shall we talk about?")
    live = Live.objects.get()
    fits(screen)
    choose(screen, phones, live)
    think(screen, phones, live)
    screen.press("End the talk")
    fits(screen)
    screen.press("End and forget")
    expect(screen.page.get_by_role("button", name="Begin")).to_be_visible()
    assert not Live.objects.exists()
    for phone in phones:
        shows(phone, "No talk has this code now")
        phone.was_refused(404)
    look(phones[0])


def test_from_a_closed_round_to_two_agreed_actions_that_everybody_can_read(
    projector: Visitor, chromium: Browser, live_server: object, cast: Cast
) -> None:
    a_released_round(cast.ward, by=cast.alice, days_ago=90, mood={"civility": -1.2})
    round = a_commented_round(cast.ward, by=cast.alice)
    read_comments_first(projector, round)
    with ExitStack() as room:
        phones = [
            room.enter_context(visit(chromium, str(live_server), size=PHONE, scripts=projector.scripts))
            for _ in THOUGHTS
        ]
        talk_in_a_room(projector, phones, round)
        bobs = phones[0]
        bobs.sign_in(cast.bob)
        look_on_both(projector, bobs, reverse("results", args=[round.public_id]))
        read_results(bobs)
        agree_on_two_things(bobs)
        look_on_both(projector, bobs, reverse("outcome", args=[round.public_id]))
        bobs.press("Say how it goes")
        look(bobs)
        bobs.page.locator("[name=progress][value=trying]").check()
        bobs.press("Keep this")
        look_on_both(projector, bobs, reverse("we_did", args=[round.door]))
        read_what_followed(phones[1], round)


def read_comments_first(reader: Visitor, round: Round) -> None:
    reader.go(reverse("comments", args=[round.public_id]))
    look(reader)
    reader.press("Begin")
    for _ in COMMENTS:
        look(reader)
        if "Sarah" in reader.page.locator("blockquote").inner_text():
            reader.page.locator("[name=verdict][value=hide]").check()
            reader.page.get_by_label("Sarah").check()
        else:
            reader.page.locator("[name=verdict][value=show]").check()
            reader.page.get_by_label("What is it about?").select_option("communication")
        reader.press("Keep, and go on")
    reader.press("See what the team will see")
    look(reader)
    reader.press("Show them to the team")


def read_results(reader: Visitor) -> None:
    words = reader.page.locator("main").inner_text()
    assert "Compared with" in words
    beside = reader.page.locator("section[aria-labelledby=theme-communication]")
    assert COMMENTS[0] in beside.inner_text()
    assert words.count(COMMENTS[0]) == 1
    assert "Sarah" not in words


def agree_on_two_things(reader: Visitor) -> None:
    reader.press("See the agenda and the cards")
    look(reader)
    reader.press("Write down what came of it")
    look(reader)
    write_down(reader)
    agree(reader, "A huddle of two minutes at seven")
    agree(reader, "Say it back on the phone")
    expect(reader.page.locator("h1")).to_have_text("We agreed on two things")


def write_down(reader: Visitor) -> None:
    reader.press("Write down what was said")
    look(reader)
    reader.page.locator("[name=held_on]").fill(timezone.localdate().isoformat())
    reader.page.locator("[name=people]").fill("9")
    reader.page.locator("[name=themes]").fill("Bob is late at handover")
    reader.press("Write it down")
    assert reader.sees("could be a name")
    reader.was_refused(422)
    look(reader)
    reader.page.locator("[name=themes]").fill("Handover is rushed on nights")
    reader.press("Write it down")


def agree(reader: Visitor, what: str) -> None:
    reader.press("Add an agreed action")
    look(reader)
    reader.page.locator("[name=what]").fill(what)
    reader.page.locator("[name=first_step]").fill("Try it on Tuesday night")
    again = timezone.localdate() + timedelta(days=21)
    reader.page.locator("[name=look_again_on]").fill(again.isoformat())
    reader.press("Agree on it")


def read_what_followed(reader: Visitor, round: Round) -> None:
    """Without an account: the link by which people answered leads there."""
    reader.go(reverse("respond", args=[round.door]))
    reader.page.locator(f"a[href='{reverse('we_did', args=[round.door])}']").first.click()
    expect(reader.page.get_by_text("A huddle of two minutes at seven").first).to_be_visible()
    assert reader.sees("Say it back on the phone")
    assert reader.sees("We are trying it")
    reader.press("Were you at the talk?")
    look(reader)


def test_a_small_team_talks_without_figures(visitor: Visitor, cast: Cast) -> None:
    visitor.sign_in(cast.charlie)
    visitor.go(reverse("discussion", args=[cast.elsewhere.public_id]))
    look(visitor)
    visitor.press("Civility")
    assert visitor.sees("Cards that may help")
