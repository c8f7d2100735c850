"""A lead sets a round up, everybody is written to, it gets more time, it closes by itself, and there are results."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from fanlight.results.tasks import close_due_rounds, make_missing_releases
from fanlight.surveys.models import Round, State
from fanlight.surveys.tasks import send_due_reminders
from journeys.conftest import AT_A_DESK_TOO, Visitor
from support.worlds import Cast, a_draft, fill_urn

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def day(offset: int) -> str:
    return (timezone.localdate() + timedelta(days=offset)).isoformat()


@AT_A_DESK_TOO
def test_a_lead_sets_a_round_up_reminds_and_sees_it_close(visitor: Visitor, cast: Cast) -> None:
    page = visitor.page
    visitor.sign_in(cast.alice)
    visitor.go(reverse("plan", args=[cast.ward.public_id]))
    visitor.look_closely()
    page.get_by_label("The Fanlight six").check()
    page.get_by_label("How many people work in the team?").fill("24")
    page.get_by_label("It closes on").fill(day(-3))
    visitor.press("Go on")
    assert visitor.sees("on a day after it opens")
    visitor.was_refused(422)
    visitor.look_closely()
    page.get_by_label("It closes on").fill(day(14))
    visitor.press("Go on")
    assert visitor.heading() == "When will you talk about it?"
    visitor.look_closely()
    page.get_by_label("Day", exact=True).fill(day(20))
    page.get_by_label("Time", exact=True).fill("14:30")
    page.get_by_label("Place").fill("Staff room")
    page.get_by_label("Who leads the talk?").fill("Fay")
    page.get_by_label("A second day, for those on nights").fill(day(21))
    page.get_by_label("A second time").fill("21:00")
    visitor.press("Book the debrief")
    visitor.press("Look it over")
    assert visitor.sees("What people will be promised")
    visitor.look_closely()
    Round.objects.update(opens_at=timezone.now() - timedelta(minutes=1))
    page.reload()
    visitor.press("Open the round")
    assert visitor.sees("People are answering")
    assert visitor.sees("Up to 10")
    visitor.look_closely()

    send_due_reminders()
    assert len(mail.outbox) == 3
    visitor.press("Give people more time")
    page.get_by_label("It closes on").fill(day(16))
    visitor.press("Extend the round")
    assert visitor.sees("People are answering")
    round = Round.objects.get()
    assert timezone.localdate(round.closes_at).isoformat() == day(16)

    fill_urn(round, 14)
    Round.objects.update(closes_at=timezone.now())
    close_due_rounds()
    make_missing_releases()
    assert Round.objects.get().state == State.RELEASED
    page.reload()
    visitor.press("See what stood out")
    assert visitor.sees("11 to 24 of 24 people answered") or visitor.sees("11 or more of 24 people answered")


def test_two_small_teams_ask_together(visitor: Visitor, cast: Cast) -> None:
    page = visitor.page
    draft = a_draft(cast.ward, by=cast.alice, people=6)
    visitor.sign_in(cast.alice)
    visitor.go(reverse("small_team", args=[draft.public_id]))
    visitor.look_closely()
    visitor.press("Ask another team along")
    link = page.locator(".fl-address").inner_text().removeprefix("http://testserver")
    page.context.clear_cookies()
    visitor.sign_in(cast.charlie)
    visitor.go(link)
    visitor.look_closely()
    page.get_by_label("How many people work in it?").fill("8")
    visitor.press("We take part")
    assert visitor.sees("Willow House takes part")
    assert visitor.sees("14 people in")
    visitor.look_closely()


def test_those_outside_see_the_work_and_the_calendar(visitor: Visitor, cast: Cast) -> None:
    visitor.sign_in(cast.eve)
    visitor.go(reverse("organisation", args=[cast.hospital.public_id]))
    visitor.press("How the work goes")
    assert visitor.heading() == "How the work goes"
    visitor.look_closely()
    visitor.press("When teams are asked")
    visitor.look_closely()
