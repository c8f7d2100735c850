"""What does not go as planned has its page: a late answer, a facilitator who is gone, nobody came, a merger."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.debriefs.actions import record_session
from fanlight.people.actions import close_account, merge_teams
from fanlight.surveys.actions import forget_facilitators
from fanlight.surveys.models import Round
from support.debriefs import a_debrief, agree
from support.worlds import Cast, a_commented_round, a_released_round, signed_in

pytestmark = pytest.mark.django_db


def test_whoever_comes_late_to_answer_is_told_so_and_led_to_what_came_of_it(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    response = Client().get(reverse("respond", args=[round.door]), follow=True)
    assert response.status_code == 200
    led_to = " ".join(address for address, _ in response.redirect_chain)
    assert reverse("we_did", args=[round.door]) in led_to + response.text


def test_a_facilitator_who_is_gone_leaves_the_debrief_and_the_comments_in_good_hands(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    close_account(user=cast.fay, by=cast.fay)
    client = signed_in(cast.alice)
    kit = client.get(reverse("debrief_kit", args=[round.public_id]))
    results = client.get(reverse("results", args=[round.public_id]))
    assert (kit.status_code, results.status_code) == (200, 200)
    assert "Ask somebody you trust to be your facilitator" in results.text


def test_ninety_days_after_the_talk_the_facilitators_name_is_gone(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    assert round.debrief_at
    later = round.debrief_at + timedelta(days=89)
    Round.objects.update(debrief_facilitator=cast.fay.name, second_debrief_at=round.debrief_at)
    assert forget_facilitators(now=later) == 0
    assert forget_facilitators(now=later + timedelta(days=2)) == 1
    client = signed_in(cast.alice)
    for page in ("debrief_kit", "results", "round", "debrief_ics"):
        text = client.get(reverse(page, args=[round.public_id])).text
        assert round.debrief_place in text
        assert "ith " + cast.fay.name not in text
        assert "with ." not in text.lower()


def test_a_debrief_that_nobody_came_to_is_worth_knowing_and_no_fault(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    record_session(
        round=round, held_on=timezone.localdate(), people=0, themes=[], still_open=[], by=cast.alice
    )
    page = signed_in(cast.bob).get(reverse("outcome", args=[round.public_id])).text
    assert "Nobody could come, and that is worth knowing" in page
    assert "not about the team" in page
    ask = reverse("debrief_feedback", args=[round.door])
    assert ask not in page, "there was no talk to ask about"
    told = Client().get(reverse("we_did", args=[round.door])).text
    assert "Nobody could come to the talk" in told
    assert "We have talked" not in told
    Round.objects.update(debrief_at=timezone.now() - timedelta(hours=1))
    home = reverse("team_home", args=[cast.ward.public_id])
    seen = signed_in(cast.bob).get(home).text
    assert "Nobody could come to our talk" in seen
    assert "Talk at the end of a shift" in seen
    assert "nothing is written down" not in seen, "that nobody came is written down"
    a_debrief(round, by=cast.alice)
    assert "We have talked about our results" in signed_in(cast.bob).get(home).text


def test_days_and_nights_merge_into_one_outcome_whose_attendance_is_a_count(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    a_debrief(round, by=cast.alice)
    record_session(
        round=round,
        held_on=timezone.localdate(),
        people=4,
        themes=["Handover is rushed on nights", "Nights hear late"],
        still_open=[],
        by=cast.bob,
    )
    agree(round, by=cast.bob, what="Say it back on the phone")
    page = signed_in(cast.bob).get(reverse("outcome", args=[round.public_id])).text
    assert "We agreed on two things" in page
    assert "13 people in all" in page
    assert page.count("Handover is rushed on nights</span> <a") == 1


def test_after_a_merger_the_old_results_stay_with_the_old_team_and_the_new_one_begins_anew(
    cast: Cast,
) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    merged = merge_teams(
        teams=[cast.ward, cast.elsewhere], organisation=cast.hospital, name="Ward 6 and Willow", by=cast.ada
    )
    for name in ("results", "outcome", "debrief_kit"):
        assert signed_in(cast.alice).get(reverse(name, args=[round.public_id])).status_code == 200
    assert Client().get(reverse("we_did", args=[round.door])).status_code == 200
    home = signed_in(cast.alice).get(reverse("team_home", args=[merged.public_id]))
    assert home.status_code == 200
    assert reverse("team_home", args=[cast.ward.public_id]) in home.text, "what the old team began"
    assert reverse("team_home", args=[cast.elsewhere.public_id]) not in home.text, "she was not in that one"
    old = signed_in(cast.alice).get(reverse("team_home", args=[cast.ward.public_id])).text
    assert "This team ended on" in old
    assert "What we said stays here" in old
    assert "It goes on as Ward 6 and Willow" in old
    new = a_released_round(merged, by=cast.alice)
    page = signed_in(cast.alice).get(reverse("results", args=[new.public_id])).text
    assert "last time" not in page
