"""A concern goes from one guardian to the next: handed over, or left behind and let go on by the person themselves."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser

from fanlight.people.models import Membership, User
from fanlight.people.roles import Role
from fanlight.speakup.models import Guardian
from journeys.conftest import DESK, PHONE, Visitor, visit
from support.speakup import PASSPHRASE, Told, a_concern, a_desk, give_role, second_check
from support.worlds import Cast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("forgets_the_record"),
]

WORDS = "We are two short on every night."


@contextmanager
def guardian(chromium: Browser, site: str, user: User) -> Iterator[Visitor]:
    """Somebody at a desk who has just passed their second check."""
    client = Client()
    second_check(client, user)
    cookie = client.cookies["sessionid"]
    with visit(chromium, site, size=DESK, scripts=True) as somebody:
        somebody.page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])
        yield somebody


def opens(visitor: Visitor) -> None:
    visitor.go(reverse("guardian_open"))
    visitor.page.get_by_label("Your passphrase").fill(PASSPHRASE)
    visitor.press("Open")


def makes_keys(visitor: Visitor) -> None:
    visitor.go(reverse("guardian_open"))
    visitor.page.get_by_label("A passphrase").fill(PASSPHRASE)
    visitor.page.get_by_label("The same once more").fill(PASSPHRASE)
    visitor.page.get_by_label("I have written it down where only I can find it").check()
    visitor.press("Make my keys")


def comes_back(visitor: Visitor, told: Told) -> None:
    visitor.go("/speak-up/")
    visitor.press("I have a code")
    visitor.page.get_by_label("Your code").fill(told.receipt.text)
    visitor.page.get_by_role("button", name="Open", exact=True).click()
    visitor.page.wait_for_load_state()
    visitor.look_closely()


def answers(visitor: Visitor, words: str) -> None:
    visitor.go(reverse("guardian"))
    assert visitor.heading() == "One thing needs you today"
    visitor.press(WORDS)
    visitor.look_closely()
    visitor.page.get_by_label("Your answer").fill(words)
    visitor.press("Seal and send")


def test_a_deputy_takes_over_reads_what_was_there_and_answers_it(
    chromium: Browser, live_server: object, cast: Cast
) -> None:
    site, gil_at_work = str(live_server), a_desk(cast)
    told = a_concern(gil_at_work.desk, WORDS)
    give_role(gil_at_work.desk, cast.eve)
    with guardian(chromium, site, cast.gil) as gil, guardian(chromium, site, cast.eve) as eve:
        makes_keys(eve)
        assert eve.heading() == "Your keys are made"
        eve.look_closely()

        opens(gil)
        gil.press("People and keys")
        gil.press("Let somebody in who waits")
        gil.page.get_by_label(cast.eve.name).check()
        gil.page.get_by_label("Deputy").check()
        gil.press("Let them in")
        assert gil.sees(f"{cast.eve.name} is in.")

        eve.go(reverse("guardian"))
        assert eve.heading() == "Nothing needs you today", "being let in hands nothing over"
        named = Guardian.objects.get(user=cast.eve.public_id).public_id
        about = a_concern(gil_at_work.desk, "Something about Eve.", kept_out=frozenset({named}))

        gil.go(reverse("guardian"))
        gil.press(WORDS)
        gil.press("Hand over to somebody here")
        gil.look_closely()
        gil.page.get_by_label(cast.eve.name).check()
        gil.press("Hand over to somebody here")
        assert gil.sees(f"{cast.eve.name} can open it now.")
        gil.go(reverse("guardian_people_deed", args=["hand-over"]))
        gil.page.get_by_label(cast.eve.name).check()
        gil.press("Hand over")

        answers(eve, "I am Gil's deputy, and I have read it.")
        eve.go(reverse("guardian"))
        assert eve.page.get_by_text("Something about Eve.").count() == 0, "it names her"
        eve.go(reverse("guardian_concern", args=[about.opened.concern.public_id]))
        eve.was_refused(404)
    with visit(chromium, site, size=PHONE, scripts=True) as reporter:
        comes_back(reporter, told)
        assert reporter.heading() == "There is an answer for you"
        assert reporter.sees("I am Gil's deputy, and I have read it.")


def test_a_guardian_goes_and_the_person_lets_the_next_one_read(
    chromium: Browser, live_server: object, cast: Cast
) -> None:
    site, gil = str(live_server), a_desk(cast)
    told = a_concern(gil.desk, WORDS)
    with visit(chromium, site, size=DESK, scripts=True) as ada:
        ada.sign_in(cast.ada)
        ada.go(reverse("organisation_people", args=[gil.desk.organisation]))
        ada.press("End the role of guardian")
        assert ada.sees("the only one who listens to people who speak up at Northfield Trust")
        ada.look_closely()
        ada.press("End the role all the same")
        assert Membership.objects.filter(user=cast.gil, role=Role.GUARDIAN).exists(), (
            "she has not said she read it"
        )
        ada.was_refused(422)
        ada.page.get_by_label("I have read what ends with it").check()
        ada.press("End the role all the same")
        assert not Membership.objects.filter(user=cast.gil, role=Role.GUARDIAN).exists()
    with visit(chromium, site, size=PHONE, scripts=True) as reporter:
        comes_back(reporter, told)
        assert reporter.heading() == "Nobody can read this at the moment"
        assert reporter.page.get_by_label("Write back").count() == 0
    give_role(gil.desk, cast.eve)
    with guardian(chromium, site, cast.eve) as eve:
        makes_keys(eve)
        assert eve.heading() == "Nothing needs you today", "what was there stays sealed"
        with visit(chromium, site, size=PHONE, scripts=False) as reporter:
            comes_back(reporter, told)
            assert reporter.heading() == "Somebody new listens here"
            reporter.page.get_by_label(cast.eve.name).check()
            reporter.press("Let them read it")
            assert reporter.sees(f"You let {cast.eve.name} read this from now on")
        answers(eve, "I am new here, and I have read it.")
    with visit(chromium, site, size=PHONE, scripts=True) as reporter:
        comes_back(reporter, told)
        assert reporter.sees("I am new here, and I have read it.")
