"""Called away in the middle of a long form: the sign-in runs out, a code comes by e-mail, and not a word is lost."""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Browser

from fanlight.learning.models import Line
from journeys.conftest import PHONE, visit
from support.worlds import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAID = "The phone rang in an empty room\nThe porter stayed with the patient"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_what_was_written_is_still_there_after_signing_in_by_a_code(
    chromium: Browser, live_server: object, cast: Cast, scripts: bool
) -> None:
    with visit(chromium, str(live_server), size=PHONE, scripts=scripts) as visitor:
        visitor.sign_in(cast.bob)
        visitor.go(reverse("review_begin", args=[cast.ward.public_id, "after-action"]))
        visitor.page.get_by_label("What piece of work is it about?").fill("Coming up from theatre")
        visitor.page.get_by_label("Yes, it is recorded there").check()
        visitor.press("Begin")
        visitor.page.locator("a.nhsuk-button").click()
        visitor.page.locator("textarea").fill(SAID)
        Session.objects.all().delete()
        visitor.press("Keep this")
        visitor.was_refused(403)
        assert visitor.heading() == "You were signed out, and nothing is lost"
        visitor.look_closely()
        assert not Line.objects.exists()
        visitor.press("Sign in again")
        visitor.sign_in_by_code(cast.bob.email)
        assert visitor.sees("The porter stayed with the patient")
        visitor.look_closely()
        visitor.press("Send it now")
        assert visitor.heading() == "Coming up from theatre"
        assert sorted(Line.objects.values_list("words", flat=True)) == SAID.splitlines()
