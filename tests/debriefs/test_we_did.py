"""You said – we did – still open: without an account, without figures, without names, and never before the close."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.debriefs.actions import record_session
from fanlight.debriefs.queries import topics_of
from fanlight.improvement.actions import report_progress
from fanlight.improvement.models import Progress
from fanlight.surveys.actions import book_debrief, plan_round, schedule_round
from fanlight.surveys.models import Round
from support.debriefs import a_debrief
from support.reading import words_of
from support.worlds import Cast, a_released_round, an_open_round

pytestmark = pytest.mark.django_db


def page(round: Round) -> str:
    return Client().get(reverse("we_did", args=[round.door])).content.decode()


def test_whoever_has_the_link_reads_what_was_said_done_and_left_open(released: Round, cast: Cast) -> None:
    a_debrief(released, by=cast.alice)
    text = page(released)
    for words in ("You said", "Handover is rushed on nights", "We did", "Still open", "The lift"):
        assert words in text


def test_it_shows_what_stood_out_in_words_and_no_figure(released: Round, cast: Cast) -> None:
    a_debrief(released, by=cast.alice)
    text = page(released)
    for topic in topics_of(released).all:
        assert topic.statement.replace("'", "&#39;") in text
    assert not re.search(r"\d+\s*%|one in|two in|nine in", words_of(text))


def test_what_is_worth_talking_about_is_not_read_as_what_most_people_said(released: Round) -> None:
    text = page(released)
    topics = topics_of(released)
    assert topics.strengths
    assert topics.worth_talking_about
    assert len(re.findall(r"Many (?:agree|say no): “", text)) == len(topics.strengths)
    assert len(re.findall(r"Not so many (?:agree|say no): “", text)) == len(topics.worth_talking_about)


def test_it_names_nobody(released: Round, cast: Cast) -> None:
    a_debrief(released, by=cast.alice)
    words = words_of(page(released))
    assert "Bob" not in words
    assert "Alice" not in words


def test_an_action_moves_from_open_to_done_by_itself(released: Round, cast: Cast) -> None:
    action = a_debrief(released, by=cast.alice).action
    before, after = page(released).split("Still open")
    assert action.what in after
    assert action.what not in before
    report_progress(
        action=action,
        progress=Progress.KEPT,
        note="Handover starts on time",
        look_again_on=timezone.localdate(),
        version=action.version,
        by=cast.bob,
    )
    before, after = page(released).split("Still open")
    assert action.what in before
    assert "Handover starts on time" in before


def test_before_the_close_the_link_leads_to_the_questions(cast: Cast) -> None:
    is_open = an_open_round(cast.ward, by=cast.alice)
    assert Client().get(reverse("we_did", args=[is_open.door]))["Location"] == reverse(
        "respond", args=[is_open.door]
    )


def test_a_link_that_leads_nowhere_gets_404_and_a_post_405(released: Round) -> None:
    assert Client().get(reverse("we_did", args=["nowhere"])).status_code == 404
    assert Client().get(reverse("we_did", args=[released.public_id])).status_code == 404
    assert Client().post(reverse("we_did", args=[released.door])).status_code == 405


def test_too_few_answers_still_make_a_page(cast: Cast) -> None:
    few = a_released_round(cast.ward, by=cast.alice, people=20, answers=4)
    assert "Too few people answered" in page(few)


def test_it_says_when_we_ask_again_only_if_people_have_been_told(released: Round, cast: Cast) -> None:
    assert "No date is fixed yet" in page(released)
    opens_at = timezone.now() + timedelta(days=60)
    then = plan_round(
        team=cast.ward,
        instrument_id="fanlight-pulse",
        people=30,
        opens_at=opens_at,
        closes_at=opens_at + timedelta(days=7),
        by=cast.alice,
    )
    assert "No date is fixed yet" in page(released)
    book_debrief(
        round=then, at=opens_at + timedelta(days=9), place="Here", facilitator="Fay Example", by=cast.alice
    )
    schedule_round(round=then, by=cast.alice)
    assert "We ask again from" in page(released)


def test_opening_it_sets_no_cookie(released: Round) -> None:
    assert not Client().get(reverse("we_did", args=[released.door])).cookies


def test_it_says_that_we_have_asked_again(cast: Cast) -> None:
    before = a_released_round(cast.ward, by=cast.alice, days_ago=90)
    a_released_round(cast.ward, by=cast.alice, days_ago=2)
    assert "We have asked again since" in page(before)
    now_open = an_open_round(cast.ward, by=cast.alice)
    text = page(before)
    assert "We are asking again now" in text
    assert now_open.door not in text, "the link to a round goes to the people it asks, and not by another's"


def test_it_asks_how_the_talk_was_only_once_there_was_one(released: Round, cast: Cast) -> None:
    ask = reverse("debrief_feedback", args=[released.door])
    assert released.debrief_at is not None
    Round.objects.filter(pk=released.pk).update(debrief_at=timezone.now() + timedelta(days=1))
    assert ask not in page(released)
    Round.objects.filter(pk=released.pk).update(debrief_at=timezone.now() - timedelta(hours=1))
    assert ask in page(released)
    record_session(
        round=released, held_on=timezone.localdate(), people=0, themes=[], still_open=[], by=cast.alice
    )
    assert ask not in page(released), "nobody came"
    a_debrief(released, by=cast.alice)
    assert ask in page(released)
