"""A team's home: the five steps are always within reach, and the page asks the database little."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from fanlight.design.mark import Step
from fanlight.people.access import permissions
from fanlight.surveys.actions import close_round
from fanlight.surveys.models import Round
from fanlight.team.pages import home_page, round_page, rounds_page
from support.changes import an_action
from support.two import a_round_asked_twice
from support.worlds import (
    Cast,
    a_commented_round,
    a_draft,
    a_released_round,
    a_scheduled_round,
    an_open_round,
    signed_in,
)

pytestmark = pytest.mark.django_db


def test_a_new_team_can_begin_at_any_step(cast: Cast) -> None:
    page = home_page(cast.ward, permissions(cast.alice, cast.ward))
    assert [place.step for place in page.places] == list(Step)
    ways = {link.text for place in page.places for link in place.links}
    assert {"Our rounds", "Plan a round", "Talk with cards", "Ideas to try"} <= ways
    assert "You said, we did" not in ways  # nothing has been said yet


def test_only_whoever_may_plan_is_led_to_planning(cast: Cast) -> None:
    page = home_page(cast.ward, permissions(cast.bob, cast.ward))
    assert "Plan a round" not in {link.text for place in page.places for link in place.links}
    assert page.next_step is not None
    assert page.next_step.href == reverse("plan_window", args=[cast.ward.public_id, "walkabout"])


def test_after_a_round_what_followed_is_within_reach(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    page = home_page(cast.ward, permissions(cast.bob, cast.ward))
    (share,) = (place for place in page.places if place.step is Step.SHARE)
    assert reverse("we_did", args=[round.door]) in [link.href for link in share.links]


def test_the_next_step_after_a_round_goes_on_with_the_team(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)

    def next_href() -> str:
        step = home_page(cast.ward, permissions(cast.bob, cast.ward)).next_step
        assert step is not None
        return step.href

    assert next_href() == reverse("results", args=[round.public_id])
    Round.objects.filter(pk=round.pk).update(debrief_at=timezone.now() - timedelta(days=1))
    assert next_href() == reverse("outcome", args=[round.public_id])
    an_action(cast.ward, round=round)
    for debrief_at in (timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)):
        Round.objects.filter(pk=round.pk).update(debrief_at=debrief_at)
        assert next_href() == reverse("board", args=[cast.ward.public_id]), "sooner than planned is as good"


def test_until_something_is_written_of_the_talk_the_pane_lit_is_talk(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    Round.objects.filter(pk=round.pk).update(debrief_at=timezone.now() - timedelta(days=1))
    may = permissions(cast.bob, cast.ward)
    assert home_page(cast.ward, may).step is Step.TALK
    an_action(cast.ward, round=round)
    page = home_page(cast.ward, may)
    assert (page.step, page.where.step) == (Step.CHANGE, Step.CHANGE)


def test_while_a_round_is_planned_its_lead_goes_on_with_it_and_plans_no_other(cast: Cast) -> None:
    draft = a_draft(cast.ward, by=cast.alice)
    lead, member = (permissions(user, cast.ward) for user in (cast.alice, cast.bob))
    going_on = home_page(cast.ward, lead).next_step
    assert going_on is not None
    assert going_on.title == "Finish planning the round"
    draft.delete()
    round = a_scheduled_round(cast.ward, by=cast.alice)
    handing_out = home_page(cast.ward, lead).next_step
    assert handing_out is not None
    assert handing_out.href == reverse("hand_out", args=[round.public_id])
    looking = home_page(cast.ward, member).next_step
    assert looking is not None
    assert looking.href == reverse("plan_window", args=[cast.ward.public_id, "walkabout"])


def test_between_the_two_times_of_asking_nobody_is_told_that_nothing_was_asked(cast: Cast) -> None:
    first, _second = a_round_asked_twice(cast.ward, by=cast.alice)
    close_round(round=first, by=None)
    page = home_page(cast.ward, permissions(cast.bob, cast.ward))
    assert page.title == "We shall be asked once more"
    assert "asked once" in page.sentence


def test_a_guardians_first_page_leads_to_their_space(cast: Cast) -> None:
    client = signed_in(cast.gil)
    page = client.get(reverse("home")).content.decode()
    assert "Your guardian’s space" in page
    assert "You are not in a team yet" not in page
    client.force_login(cast.sam)
    assert "Your guardian’s space" not in client.get(reverse("home")).content.decode()


def test_where_too_few_answered_the_next_step_is_a_talk_with_cards(cast: Cast) -> None:
    few = a_released_round(cast.ward, by=cast.alice, people=20, answers=4)
    may = permissions(cast.bob, cast.ward)
    for page in (home_page(cast.ward, may), round_page(few, may)):
        assert "Too few" in page.sentence
        assert page.next_step is not None
        assert page.next_step.href == reverse("debrief_kit", args=[few.public_id])


def test_rounds_are_listed_newest_first_with_where_they_are(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    released = a_released_round(cast.ward, by=cast.alice)
    is_open = an_open_round(cast.ward, by=cast.alice)
    may = permissions(cast.bob, cast.ward)
    with django_assert_num_queries(1):  # however many rounds
        page = rounds_page(cast.ward, may)
    assert [row.href for row in page.rounds] == [
        reverse("round", args=[is_open.public_id]),
        reverse("results", args=[released.public_id]),
    ]
    assert [row.detail for row in page.rounds] == ["Open", "Results are ready"]


def test_a_team_that_has_asked_nothing_is_invited(cast: Cast) -> None:
    page = rounds_page(cast.ward, permissions(cast.alice, cast.ward))
    assert page.rounds == ()
    assert page.plan is not None


def test_comments_that_wait_are_said_to_whoever_reads_them_first_and_to_nobody_else(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    home = reverse("team_home", args=[cast.ward.public_id])
    pages = {}
    for user in (cast.fay, cast.alice, cast.bob):
        client = signed_in(user)
        pages[user] = client.get(home).text
    address = reverse("comments", args=[round.public_id])
    assert "Comments wait for you to read first" in pages[cast.fay]
    assert address in pages[cast.fay]
    assert address not in pages[cast.alice] + pages[cast.bob]
