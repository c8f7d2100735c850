"""Somebody speaks up, loses the page, comes back and is heard; and a guardian with a passkey from notice to closing."""

import io
from collections.abc import Callable
from datetime import timedelta

import openpyxl
import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page

from fanlight.people.actions import give_organisation_role
from fanlight.people.models import User
from fanlight.people.roles import Role
from fanlight.speakup.access import AtWork, concern_behind, concern_for
from fanlight.speakup.actions import guarding
from fanlight.speakup.actions.board import set_board
from fanlight.speakup.models import Concern, Guardian
from fanlight.speakup.sealing.receipt import read_receipt
from journeys.conftest import DESK, PHONE, Visitor, visit
from support.speakup import PASSPHRASE, a_concern, a_desk, second_check
from support.worlds import Cast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("forgets_the_record"),
]

ROTA = {"name": "rota of Bob.txt", "mimeType": "text/plain", "buffer": b"two short"}


def a_picture() -> dict[str, object]:
    from PIL import Image

    target = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "Bob Hughes"
    Image.new("RGB", (40, 30), "teal").save(target, "JPEG", exif=exif)
    return {"name": "IMG_2231.jpg", "mimeType": "image/jpeg", "buffer": target.getvalue()}


def look(visitor: Visitor) -> None:
    if visitor.scripts:
        visitor.look_closely()
    assert visitor.page.context.cookies() == [], "nothing stays in the browser"
    assert visitor.page.locator("svg:not([aria-hidden=true])").count() == 0, "a browser may show no drawings"


def history(visitor: Visitor) -> set[tuple[str, str]]:
    """What stays in the browser, but for the empty page that it began with."""
    entries = visitor.settings.send("Page.getNavigationHistory")["entries"]
    return {(entry["url"], entry["title"]) for entry in entries if entry["url"] != "about:blank"}


def code_on(page: Page) -> str:
    return " ".join(page.locator(".su-card__code span").all_inner_texts())


def answer(gil: AtWork, code: str, words: str, *, closes: bool = False) -> None:
    public_id = concern_behind(read_receipt(code))[0].concern.public_id
    opened = concern_for(gil.guardian, gil.keys, public_id)
    if closes:
        guarding.close(opened=opened, words=words, learning="", by=gil)
    else:
        guarding.answer(opened=opened, words=words, by=gil)


def come_back(visitor: Visitor, code: str) -> None:
    visitor.go("/speak-up/")
    visitor.press("I have a code")
    look(visitor)
    visitor.page.get_by_label("Your code").fill(code)
    visitor.page.get_by_role("button", name="Open", exact=True).click()
    look(visitor)


def test_somebody_speaks_up_loses_the_page_comes_back_and_is_asked_again(
    visitor: Visitor, cast: Cast
) -> None:
    gil, kinds = a_desk(cast), set()
    visitor.page.on("request", lambda request: kinds.add(request.resource_type))
    visitor.go("/speak-up/")
    look(visitor)
    assert visitor.sees("Is somebody in danger now?")
    visitor.press("Begin")
    look(visitor)
    visitor.page.get_by_label("What would you like us to know?").fill("I saw that Sarah was alone on nights.")
    visitor.press("Go on")
    look(visitor)
    assert visitor.sees("“Sarah” could be a name.")
    visitor.page.get_by_label("What would you like us to know?").fill("We are two short on every night.")
    visitor.press("Go on")
    look(visitor)
    visitor.page.get_by_label("Pictures or documents").set_input_files([a_picture(), ROTA])  # type: ignore[list-item]
    visitor.press("Send it")
    look(visitor)
    code = code_on(visitor.page)
    visitor.page.get_by_label("Your code").fill(code.lower().replace(" ", ""))
    visitor.press("This is my code")
    look(visitor)
    assert visitor.heading() == "Thank you for saying it"
    assert kinds == {"document", "stylesheet"}, "no scripts, no letters and no pictures are asked for"
    visitor.press("Is there an answer?")
    look(visitor)
    assert visitor.heading() == "Is your sign here?"

    answer(gil, code, "Thank you. I have asked for the rota.")
    come_back(visitor, code)
    assert visitor.heading() == "There is an answer for you"
    assert visitor.sees("I have asked for the rota.")
    assert visitor.page.get_by_text("We are two short").count() == 0, "only what is new"
    visitor.press("Show everything that was said")
    look(visitor)
    assert visitor.sees("picture 1.jpg")
    visitor.page.get_by_label("Write back").fill("It was three last night.")
    visitor.press("Send it")
    look(visitor)

    answer(gil, code, "There are four on nights from Monday.", closes=True)
    come_back(visitor, code)
    assert visitor.sees("Given your experience, would you speak up again?")
    visitor.page.get_by_label("Yes", exact=True).check()
    visitor.press("Answer")
    look(visitor)
    visitor.press("Finish this visit")
    look(visitor)
    assert history(visitor) == {(f"{visitor.site}/speak-up/", "Speak up – Fanlight")}
    opened = concern_for(gil.guardian, gil.keys, Concern.objects.get().public_id)
    assert opened.ledger.would_again == "yes"
    assert [file.name for file in opened.ledger.files] == ["picture 1.jpg", "document 2.txt"]
    assert Session.objects.count() == 0


def test_the_other_pages_are_open_to_everybody(visitor: Visitor, cast: Cast) -> None:
    a_desk(cast)
    for address in ("speak_up", "speak_up_board", "speak_up_kept", "speak_up_poster"):
        visitor.go(reverse(address))
        if visitor.scripts:
            visitor.look_closely()


NOTICES = """
window.told = [];
window.Notification = function (words) { window.told.push(words); };
window.Notification.permission = "granted";
window.Notification.requestPermission = () => Promise.resolve("granted");
"""


def test_a_page_left_open_says_when_it_is_time_to_look(
    chromium: Browser, live_server: object, cast: Cast
) -> None:
    told = a_concern(a_desk(cast).desk)
    set_board(now=timezone.now() - timedelta(days=1))
    with visit(chromium, str(live_server), size=PHONE, scripts=True) as waiting:
        waiting.page.add_init_script(NOTICES)
        waiting.page.clock.install()
        waiting.go(reverse("speak_up_board"))
        waiting.look_closely()
        sign = told.opened.concern.sign
        waiting.page.get_by_label("Your sign").fill(f"{sign[:4]} {sign[4:]}")
        waiting.press("Tell me")
        assert waiting.sees("We look for it while this page stays open.")
        Concern.objects.update(answer_waits=True)
        set_board(now=timezone.now())
        waiting.page.clock.fast_forward(600_000)
        waiting.page.get_by_text("your sign stands on the board").wait_for()
        assert waiting.page.evaluate("window.told") == ["Time to look"]
        assert waiting.page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert waiting.page.context.cookies() == []


def signed_in(page: Page, site: str, user: User) -> None:
    """Signed in with a code a moment ago: enough to add a passkey, not enough to come in here."""
    client = Client()
    second_check(client, user, method="code")
    cookie = client.cookies["sessionid"]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])


def consents(page: Page) -> None:
    page.get_by_label("With whom?").fill("The matron")
    page.get_by_label("For what?").fill("the rota")
    page.get_by_label("Yes, this may be shared").check()


DEEDS: dict[str, Callable[[Page], None]] = {
    "What it is about": lambda page: page.get_by_label("Patient safety or quality").check(),
    "Note what may be shared": consents,
    "Hand on a part": lambda page: page.get_by_label("What you hand on").fill("Nights are short."),
    "Close it": lambda page: page.get_by_label("What came of it").fill("Four on nights from Monday."),
}


def test_a_guardian_with_a_passkey_from_notice_to_closing(
    chromium: Browser, live_server: object, cast: Cast
) -> None:
    trust = cast.hospital.parent
    assert trust
    give_organisation_role(organisation=trust, user=cast.eve, role=Role.GUARDIAN, by=None)
    EmailAddress.objects.update_or_create(
        user=cast.gil, email=cast.gil.email, defaults={"verified": True, "primary": True}
    )
    with visit(chromium, str(live_server), size=DESK, scripts=True) as gil:
        page = gil.page
        gil.has_a_passkey()
        signed_in(page, gil.site, cast.gil)
        gil.go(reverse("guardian"))
        assert gil.heading() == "First, a second check"
        gil.look_closely()
        gil.go(reverse("mfa_add_webauthn"))
        page.get_by_role("button", name="Add a passkey").click()
        page.wait_for_url(lambda url: "add" not in url)
        gil.go(reverse("guardian_open"))
        page.get_by_role("button", name="Use your passkey").click()
        page.wait_for_url("**/guardian/open/")
        assert gil.heading() == "Make your keys"
        gil.look_closely()
        page.get_by_label("A passphrase").fill(PASSPHRASE)
        page.get_by_label("The same once more").fill(PASSPHRASE)
        page.get_by_label("I have written it down where only I can find it").check()
        gil.press("Make my keys")
        assert gil.heading() == "Nothing needs you today"
        gil.look_closely()

        me = Guardian.objects.get(user=cast.gil.public_id)
        told = a_concern(me.desk, "Nights are two short.")
        gil.go(reverse("guardian"))
        assert gil.heading() == "One thing needs you today"
        gil.press("Nights are two short.")
        gil.look_closely()
        page.get_by_label("Your answer").fill("Thank you. I will ask for the rota.")
        gil.press("Seal and send")
        for deed, fill in DEEDS.items():
            page.get_by_role("link", name=deed).click()
            gil.look_closely()
            fill(page)
            page.locator("main form button.nhsuk-button").click()
        assert gil.sees("The guardian closed it.")
        opened = concern_behind(told.receipt)[0]
        assert opened.ledger.entries[-1].words == "Four on nights from Monday."

        gil.go(reverse("guardian_return"))
        gil.look_closely()
        with page.expect_download() as download:
            gil.press("Make the file")
        book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
        figures = {row[0].value: row[1].value for row in book["Return"].iter_rows()}
        assert (figures["Number of cases"], figures["Patient safety or quality"]) == (1, 1)

        for name in ("guardian_people", "guardian_record", "guardian_year", "guardian_new"):
            gil.go(reverse(name))
            gil.look_closely()
        page.get_by_role("button", name="Shut my space").click()
        gil.go(reverse("guardian"))
        assert gil.heading() == "Open your space", (
            "the second check was a moment ago; the passphrase is asked again"
        )
