"""What came of a talk: several meetings as one, words without names, one to three actions."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.debriefs.actions import record_session, take_feedback
from fanlight.debriefs.models import Feedback, Noted, Session
from fanlight.debriefs.pages.outcome import outcome_page
from fanlight.debriefs.queries import feedback_shown, outcome_of
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.surveys.actions import NotNow
from fanlight.surveys.models import Round
from support.debriefs import a_debrief
from support.worlds import Cast, an_open_round, signed_in

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
TALK = {
    "held_on": TODAY.isoformat(),
    "people": "9",
    "themes": "Handover is rushed\nWe laugh a lot",
    "still_open": "",
}
AGREED = {
    "what": "A huddle at seven",
    "first_step": "Try it on Tuesday",
    "who": "Bob",
    "look_again_on": (TODAY + timedelta(days=21)).isoformat(),
}


def test_a_member_writes_down_what_was_said(released: Round, cast: Cast) -> None:
    response = signed_in(cast.bob).post(reverse("record_session", args=[released.public_id]), TALK)
    assert response["Location"] == reverse("outcome", args=[released.public_id])
    outcome = outcome_of(released)
    assert [noted.words for noted in outcome.themes] == ["Handover is rushed", "We laugh a lot"]
    assert outcome.people == 9


def test_writing_the_same_twice_is_one_meeting(released: Round, cast: Cast) -> None:
    for _ in range(2):
        signed_in(cast.bob).post(reverse("record_session", args=[released.public_id]), TALK)
    assert (Session.objects.count(), Noted.objects.count()) == (1, 2)


def test_the_night_meeting_and_the_day_meeting_come_together(released: Round, cast: Cast) -> None:
    for people, themes in ((9, ["Handover is rushed"]), (4, ["Handover is rushed", "Nights feel far away"])):
        record_session(
            round=released, held_on=TODAY, people=people, themes=themes, still_open=[], by=cast.bob
        )
    outcome = outcome_of(released)
    assert (len(outcome.sessions), outcome.people, len(outcome.themes)) == (2, 13, 2)


@pytest.mark.parametrize("name", ["outcome", "record_session", "agree"])
def test_strangers_get_404_and_colleagues_outside_the_team_403(
    name: str, released: Round, cast: Cast
) -> None:
    address = reverse(name, args=[released.public_id])
    assert signed_in(cast.charlie).post(address, TALK).status_code in {404, 405}
    assert signed_in(cast.charlie).get(address).status_code == 404
    assert signed_in(cast.eve).get(address).status_code == 403
    assert not Session.objects.exists()


def test_an_open_round_has_no_outcome_yet(cast: Cast) -> None:
    with pytest.raises(NotNow, match="still answering"):
        record_session(
            round=an_open_round(cast.ward, by=cast.alice),
            held_on=TODAY,
            people=3,
            themes=[],
            still_open=[],
            by=cast.alice,
        )


def test_a_name_is_asked_about_once_and_never_blocked(released: Round, cast: Cast) -> None:
    client, address = signed_in(cast.alice), reverse("record_session", args=[released.public_id])
    named = {**TALK, "themes": "Bob never hands over"}
    response = client.post(address, named)
    assert response.status_code == 422
    assert "“Bob” could be a name" in response.content.decode()
    assert not Session.objects.exists()
    assert client.post(address, {**named, "as_it_is": "on"}).status_code == 302
    assert Noted.objects.get().words == "Bob never hands over"


def test_a_meeting_in_the_future_is_refused(released: Round, cast: Cast) -> None:
    tomorrow = {**TALK, "held_on": (TODAY + timedelta(days=1)).isoformat()}
    response = signed_in(cast.bob).post(reverse("record_session", args=[released.public_id]), tomorrow)
    assert "still to come" in response.content.decode()


def test_an_action_may_name_who_takes_it_forward(released: Round, cast: Cast) -> None:
    response = signed_in(cast.bob).post(reverse("agree", args=[released.public_id]), AGREED)
    assert response.status_code == 302
    assert AgreedAction.objects.get().who == "Bob"


def test_looking_again_in_the_past_is_refused(released: Round, cast: Cast) -> None:
    past = {**AGREED, "look_again_on": TODAY.isoformat()}
    assert signed_in(cast.bob).post(reverse("agree", args=[released.public_id]), past).status_code == 422


def test_a_small_team_agrees_without_a_round(cast: Cast) -> None:
    client = signed_in(cast.bob)
    client.post(reverse("agree_without_round", args=[cast.ward.public_id]), AGREED)
    assert AgreedAction.objects.get().round is None
    assert (
        "A huddle at seven" in client.get(reverse("discussion", args=[cast.ward.public_id])).content.decode()
    )


def test_everybody_in_the_team_says_how_it_goes_and_nobody_else(released: Round, cast: Cast) -> None:
    address = reverse("change_action", args=[a_debrief(released, by=cast.alice).action.public_id])
    said = {
        "progress": "trying",
        "note": "Better on days",
        "look_again_on": AGREED["look_again_on"],
        "version": "1",
    }
    assert signed_in(cast.charlie).post(address, said).status_code == 404
    assert signed_in(cast.sam).post(address, said).status_code == 403
    assert signed_in(cast.bob).post(address, said).status_code == 302
    action = AgreedAction.objects.get()
    assert (action.progress, action.note) == (Progress.TRYING, "Better on days")


def test_a_line_can_be_taken_off_after_being_asked(released: Round, cast: Cast) -> None:
    noted = a_debrief(released, by=cast.alice).noted
    address = reverse("drop_noted", args=[noted.public_id])
    client = signed_in(cast.bob)
    client.get(address)
    assert Noted.objects.filter(pk=noted.pk).exists()
    client.post(address)
    assert not Noted.objects.filter(pk=noted.pk).exists()
    assert client.post(address).status_code == 404


def test_a_debrief_nobody_came_to_has_its_page(released: Round, cast: Cast) -> None:
    record_session(round=released, held_on=TODAY, people=0, themes=[], still_open=[], by=cast.alice)
    page = outcome_page(released, outcome_of(released), feedback={})
    assert page.title.startswith("Nobody could come")
    assert "not about the team" in page.lead


def test_feedback_is_shown_at_every_fifth_answer_only(released: Round) -> None:
    seen = []
    for _ in range(11):
        take_feedback(round=released, answers={"worth_it": "yes", "could_speak": "partly"})
        seen.append(feedback_shown(released).get("worth_it", {}).get("yes", 0))
    assert seen == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]
    assert Feedback.objects.count() == 1


def test_feedback_needs_no_account_and_both_answers(released: Round) -> None:
    address = reverse("debrief_feedback", args=[released.door])
    assert Client().post(address, {"worth_it": "yes"}).status_code == 422
    response = Client().post(address, {"worth_it": "yes", "could_speak": "no"})
    assert "Thank you" in response.content.decode()
    assert not response.cookies


def test_feedback_on_a_round_that_is_open_leads_to_its_questions(cast: Cast) -> None:
    door = an_open_round(cast.ward, by=cast.alice).door
    assert Client().get(reverse("debrief_feedback", args=[door]))["Location"] == reverse(
        "respond", args=[door]
    )
