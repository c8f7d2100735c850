"""A passkey from its making to its use and its end, with an authenticator that Chromium plays itself."""

import pytest
from django.core import mail
from django.urls import reverse
from playwright.sync_api import Browser, expect

from journeys.conftest import DESK, visit
from support.letters import code_in
from support.worlds import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_passkey_is_made_used_and_removed(chromium: Browser, live_server: object, cast: Cast) -> None:
    with visit(chromium, str(live_server), size=DESK, scripts=True) as visitor:
        page = visitor.page
        visitor.has_a_passkey()
        visitor.go(reverse("account_login"))
        visitor.sign_in_by_code(cast.alice.email)

        visitor.go(reverse("mfa_add_webauthn"))
        visitor.look_closely()
        page.get_by_label("A name for it").fill("My phone")
        page.locator("#add_passkey").click()
        page.wait_for_url(lambda url: "add" not in url)
        visitor.go(reverse("mfa_list_webauthn"))
        assert visitor.sees("My phone")
        visitor.look_closely()

        page.context.clear_cookies()
        visitor.go(reverse("account_login"))
        page.locator("#email").fill(cast.alice.email)
        visitor.press("Send me a code")
        page.get_by_label("The code from the e-mail").fill(code_in(mail.outbox[-1]))
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Use your passkey").wait_for()
        visitor.look_closely()
        page.get_by_role("button", name="Use your passkey").click()
        page.wait_for_url(lambda url: "sign-in" not in url)

        page.context.clear_cookies()
        visitor.go(reverse("account_login"))
        page.get_by_role("button", name="Use a passkey").click()
        page.wait_for_url(lambda url: "sign-in" not in url)
        visitor.go(reverse("you"))
        expect(page.locator("h1")).to_be_visible()
        assert visitor.sees("alice@example.org")

        visitor.go(reverse("mfa_list_webauthn"))
        visitor.press("Remove My phone")
        assert visitor.sees("show once more that it is you"), (
            "whoever finds a screen left open changes nothing"
        )
        visitor.look_closely()
        visitor.press("Use your passkey")
        assert visitor.sees("“My phone” does not open your account any more.")
        visitor.look_closely()
        visitor.press("Remove it")
        assert visitor.sees("You have no passkey yet")
        visitor.look_closely()
