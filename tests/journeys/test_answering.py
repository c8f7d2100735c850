"""Answering in a real browser: with a slip, on a shared device, and on paper that is typed in.."""

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page

from fanlight.responses.access import Door
from fanlight.responses.actions import make_slips
from fanlight.responses.models import Answer, SealedAnswer
from fanlight.results.actions import close_and_release
from fanlight.surveys.models import Round, Way
from journeys.conftest import AT_A_DESK_TOO, DESK, PHONE, Visitor, visit
from support.worlds import Cast, an_open_round

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROWEST = {"width": 320, "height": 640}


def choose(visitor: Visitor, round: Round, part: int, code: int) -> None:
    for item in round.instrument.items_of(round.instrument.composites[part - 1]):
        visitor.page.locator(f"input[name='{item.code}'][value='{code}']").check()


def chosen(page: Page) -> int:
    return page.locator("input:checked").count()


def fits(visitor: Visitor) -> None:
    """Nothing is wider than the narrowest screen, and every target is large enough for a thumb."""
    usual = visitor.page.viewport_size
    assert usual
    visitor.page.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    if visitor.scripts:
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 320, visitor.page.url
    for target in visitor.page.locator(".fl-scale__row label, .nhsuk-button").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44, target.inner_text()
    visitor.page.set_viewport_size(usual)


def to_the_check(visitor: Visitor, round: Round, *, first: int = 1, code: int = 4) -> None:
    for part in range(first, len(round.instrument.composites) + 1):
        choose(visitor, round, part, code)
        visitor.press("Next")


@AT_A_DESK_TOO
def test_a_slip_opens_the_form_once(visitor: Visitor, cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice, ways=(Way.SLIPS,))
    (code,) = make_slips(round=round, number=1, by=None)
    start = Door(round).start_url
    if visitor.scripts:
        visitor.go(f"{start}#{code}")  # as the slip's square has it
        assert visitor.page.locator("input[name=code]").input_value() == code
        assert visitor.page.url.endswith(start), "and the code leaves the address at once"
    else:
        visitor.go(start)
        visitor.page.locator("input[name=code]").fill(f" {code[:5]}-{code[5:]} ".upper())
    visitor.look_closely()
    fits(visitor)
    visitor.press("Begin")

    choose(visitor, round, 1, 4)
    visitor.look_closely()
    fits(visitor)
    visitor.press("Next")
    choose(visitor, round, 2, 2)
    if visitor.scripts:
        visitor.page.wait_for_timeout(400)
        visitor.page.reload()
        assert chosen(visitor.page) == 5, "a reload loses nothing, not even what was not sent on yet"
    visitor.press("Back")
    assert chosen(visitor.page) == 5
    visitor.press("Next")
    assert chosen(visitor.page) == 5, "nor does going back and forth"
    assert SealedAnswer.objects.count() == 0
    to_the_check(visitor, round, first=2)

    visitor.page.locator("textarea").press_sequentially("On 3 March Sarah was alone in bed 12.", delay=1)
    if visitor.scripts:
        visitor.page.get_by_text("could be a name").wait_for()
    visitor.look_closely()
    fits(visitor)
    visitor.press("Check and send")
    assert visitor.sees("“Sarah” could be a name.")
    visitor.look_closely()
    fits(visitor)
    visitor.press("Send my answers")
    assert visitor.heading() == "Thank you"
    visitor.look_closely()
    assert visitor.page.context.cookies() == []

    visitor.go(start)
    visitor.page.locator("input[name=code]").fill(code)
    visitor.press("Begin")
    assert visitor.heading() == "This slip has been used"
    visitor.was_refused(409)
    assert SealedAnswer.objects.count() == 1


@AT_A_DESK_TOO
def test_a_shared_device_forgets_whoever_used_it(visitor: Visitor, cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice, ways=(Way.SHARED_DEVICE,))
    start = Door(round, on_device=True).start_url
    page = visitor.page
    if visitor.scripts:
        page.clock.install()
    visitor.go(start)
    visitor.look_closely()
    visitor.press("Begin")
    to_the_check(visitor, round)
    page.locator("textarea").fill("We need a second hoist.")
    visitor.press("Check and send")
    visitor.press("Send my answers")
    page.get_by_role("heading", name="Thank you").wait_for()
    if visitor.scripts:
        assert page.evaluate("history.length") <= 2, "ten pages, and one place in the browser's history"
    for _ in range(12):
        page.go_back()
        assert chosen(page) == 0, "nobody finds what the last person chose"
        assert "hoist" not in page.content()
    visitor.go(start)
    visitor.press("Begin")
    page.get_by_role("heading", name=str(round.instrument.composites[0].title)).wait_for()
    choose(visitor, round, 1, 5)
    if visitor.scripts:
        page.clock.fast_forward(105_000)
        page.get_by_text("Still there?").wait_for()
        page.keyboard.press("Shift")
        page.clock.fast_forward(105_000)
        assert chosen(page) == 5, "whoever touches it has two minutes more"
        page.clock.fast_forward(20_000)
        page.wait_for_url(f"**{start}")
        page.go_back()
        assert chosen(page) == 0
    else:
        visitor.press("Next")
        refresh = page.locator("meta[http-equiv=refresh]").get_attribute("content")
        assert refresh == f"600;url={start}", "what can be done without scripts"
    visitor.go(start)
    assert page.context.cookies() == []
    assert SealedAnswer.objects.count() == 1


class Keys:
    """A keyboard that counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def type(self, signs: str) -> None:
        self.pressed += len(signs)
        self.page.keyboard.type(signs)

    def press(self, key: str) -> None:
        self.pressed += 1
        self.page.keyboard.press(key)

    def enter(self) -> None:
        """Send the page and wait for the next, in which the first box has the cursor."""
        with self.page.expect_navigation():
            self.press("Enter")
        self.page.wait_for_load_state()


@pytest.mark.parametrize(
    ("size", "scripts"), [(DESK, True), (PHONE, False)], ids=["desk", "phone-no-scripts"]
)
def test_paper_forms_are_typed_in_by_keyboard(
    size: tuple[int, int], scripts: bool, chromium: Browser, live_server: object, cast: Cast
) -> None:
    round = an_open_round(cast.ward, by=cast.alice, ways=(Way.PAPER,))
    with visit(chromium, str(live_server), size=size, scripts=scripts) as fay:
        fay.sign_in(cast.fay)
        fay.go(reverse("round", args=[round.public_id]))
        fay.press("Type in the paper forms")
        fay.look_closely()
        fay.press("I keep to that: begin")
        fay.look_closely()
        keys = Keys(fay.page)
        for number in (1, 2):
            for _ in range(2):
                type_form(keys, "12345", scripts=scripts)
            assert fay.sees("form in this sitting" if number == 1 else "forms in this sitting")
        assert keys.pressed / 2 <= (62 if scripts else 2 * (30 + 6 + 1)), "sixty forms in half an hour"

        type_form(keys, "12345", scripts=scripts)
        type_form(keys, "12354", scripts=scripts)
        assert fay.heading() == "Look at the form once more"
        fay.was_refused(422)
        assert fay.sees("Teamwork: row 4 was 4 and is now 5, row 5 was 5 and is now 4.")
        fay.look_closely()
    close_and_release(round=round)
    assert Answer.objects.count() == 2


def type_form(keys: Keys, signs: str, *, scripts: bool) -> None:
    """The same signs in every part: with scripts the cursor goes on by itself, and Enter sends an empty comment."""
    if not scripts:
        keys.page.locator("input[name=part_1]").focus()
    for part in range(6):
        if part and not scripts:
            keys.press("Tab")
        keys.type(signs)
    keys.enter()
