"""A person and a browser: the system's Chromium, on a phone or at a desk, with scripts on or off."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Locator, Page, Request, expect
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as NotInTime

from fanlight.people.models import User
from support.letters import code_in

ORDINARY, TWICE = 16, 32  # pixels that a letter is high, unless somebody asks for more
PHONE = (360, 740)
DESK = (1280, 900)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": RULES, "resultTypes": ["violations"]}  # telling of all that is well takes as long again
TOO_WIDE = """() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    return [...document.querySelectorAll("body *")]
        .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
        .map(one => one.outerHTML.slice(0, 120));
}"""
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
LEFT = 3  # how often a page may be left while it is looked at


@dataclass
class Visitor:
    """Somebody with a browser. At the end, whatever went wrong unseen is told."""

    page: Page
    site: str
    scripts: bool = True
    troubles: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        self.page.goto(self.site + address)

    def sign_in(self, user: User) -> None:
        """Come in already signed in. Signing in has journeys of its own."""
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        self.page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.site}])

    def sign_in_by_code(self, email: str) -> None:
        """On a page that asks for the address: with the code that comes by letter."""
        self.page.locator("#email").fill(email)
        self.press("Send me a code")
        box = self.page.get_by_label("The code from the e-mail")
        box.wait_for()  # before this page has come, the letter may not have gone
        box.fill(code_in(mail.outbox[-1]))
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: "sign-in" not in url)

    def has_a_passkey(self) -> None:
        """Chromium itself plays an authenticator."""
        device = self.page.context.new_cdp_session(self.page)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    def press(self, words: str) -> None:
        """Press, and stay until what it leads to is all there: a click ends when a page only begins to come."""
        self.page.get_by_role("button", name=words).or_(
            self.page.get_by_role("link", name=words)
        ).first.click()
        self.page.wait_for_load_state()

    def fill(self, **words: str) -> None:
        """Write into the boxes of these names."""
        for name, written in words.items():
            self.page.locator(f"[name={name}]").fill(written)

    def choose(self, **values: str) -> None:
        """Tick or mark these values of the fields of these names."""
        for name, value in values.items():
            self.page.locator(f"[name={name}][value={value}]").check()

    def drag(self, what: Locator, onto: Locator) -> None:
        """Drag as a hand does: the thing moves a little first, then the page under it, and it is let go in its place.

        A page that scrolls before the first movement has something else under the pointer, and nothing is held.
        """
        what.hover()
        self.page.mouse.down()
        what.hover(position={"x": 8, "y": 8})
        onto.hover()
        onto.hover()
        self.page.mouse.up()

    def sees(self, words: str) -> bool:
        """Whether the words are there, or come: the page that was asked for may still be on its way."""
        try:
            self.page.get_by_text(words).first.wait_for(timeout=5_000)
        except NotInTime:
            return False
        return True

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def look_closely(self) -> None:
        """Axe's rules for WCAG 2.2 AA, one heading of the first rank, and nothing wider than the screen: phone or desk.

        Nor with letters twice as large, as many have them who need glasses.

        Axe is a script itself: without scripts a page is only opened, and has its one heading.
        """
        if not self.scripts:
            expect(self.page.locator("h1"), self.page.url).to_have_count(1)
            return
        found = self.run_axe()
        told = [f"{v['id']}: {[node['html'][:120] for node in v['nodes'][:3]]}" for v in found]
        assert told == [], self.page.url
        expect(self.page.locator("h1"), self.page.url).to_have_count(1)
        if not self.is_narrow:
            self.fits("at a desk")
            return
        self.set_letters(TWICE)
        self.fits("with letters twice as large")
        self.set_letters(ORDINARY)
        for place, (width, height) in {"at a desk": DESK, "on a phone": PHONE}.items():
            self.page.set_viewport_size({"width": width, "height": height})
            self.fits(place)

    def fits(self, how: str) -> None:
        too_wide = self.page.evaluate(TOO_WIDE)
        assert too_wide == [], f"{self.page.url} is wider than the screen {how}"

    @property
    def is_narrow(self) -> bool:
        size = self.page.viewport_size
        return size is not None and size["width"] <= PHONE[0]

    @cached_property
    def settings(self) -> CDPSession:
        """Kept as long as the page: letting go of it would take a passkey's authenticator away too."""
        return self.page.context.new_cdp_session(self.page)

    def set_letters(self, pixels: int) -> None:
        """As somebody does in the browser's own settings."""
        self.settings.send("Page.setFontSizes", {"fontSizes": {"standard": pixels}})

    def run_axe(self) -> list[Any]:
        """What axe finds. A page that is left while axe looks, for the one that was asked for, is looked at anew."""
        for _ in range(LEFT):
            try:
                return list(Axe().run(self.page, options=AXE).response["violations"])
            except BrowserError:
                self.page.wait_for_load_state()
        return list(Axe().run(self.page, options=AXE).response["violations"])

    def was_refused(self, status: int) -> None:
        """A page was refused on purpose, and the browser's console says so: that is no trouble."""
        told = [trouble for trouble in self.troubles if f"status of {status}" in trouble]
        assert told
        self.troubles = [trouble for trouble in self.troubles if trouble not in told]

    def hear_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.troubles.append(f"console: {message.text}")

    def hear_request(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.troubles.append(f"a request to another host: {request.url}")


@contextmanager
def visit(browser: Browser, site: str, *, size: tuple[int, int], scripts: bool) -> Iterator[Visitor]:
    """One visitor with an empty browser of their own."""
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, java_script_enabled=scripts, locale="en-GB")  # type: ignore[arg-type]
    context.set_default_timeout(30_000)
    visitor = Visitor(context.new_page(), site, scripts)
    visitor.page.on("console", visitor.hear_console)
    visitor.page.on("request", visitor.hear_request)
    try:
        yield visitor
    except BaseException as error:
        error.add_note(f"{visitor.page.url} says {visitor.heading()!r}; {visitor.troubles}")
        raise
    context.close()
    assert visitor.troubles == []


AT_A_DESK_TOO = pytest.mark.parametrize(
    "visitor",
    [(PHONE, True), (PHONE, False), (DESK, True)],
    ids=["phone", "phone-no-scripts", "desk"],
    indirect=True,
)
"""For what many will do at a desk: it is walked there as well. Other pages are only looked at as wide as that."""


@pytest.fixture(params=[(PHONE, True), (PHONE, False)], ids=["phone", "phone-no-scripts"])
def visitor(request: pytest.FixtureRequest, chromium: Browser, live_server: object) -> Iterator[Visitor]:
    size, scripts = request.param
    with visit(chromium, str(live_server), size=size, scripts=scripts) as somebody:
        yield somebody
