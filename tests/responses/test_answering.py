"""Answering a round: it works without an account, keeps nothing partial, and refuses what it should."""

import base64

import pytest
from django.test import Client
from django.urls import reverse
from steps import answers_to, fill_in, send

from fanlight.responses.access import Door
from fanlight.responses.models import Answer, Comment, SealedAnswer
from fanlight.results.actions import close_and_release
from fanlight.surveys.actions import close_round
from fanlight.surveys.models import Round, Way
from support.worlds import Cast, an_open_round, fill_urn

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(cast: Cast) -> Round:
    return an_open_round(cast.ward, by=cast.alice)


def part(round: Round, number: int) -> str:
    return reverse("respond_part", args=[round.door, number])


@pytest.fixture
def door(round: Round) -> Door:
    return Door(round)


def test_a_stranger_with_the_link_answers_and_the_answer_is_sealed(client: Client, round: Round) -> None:
    fill_in(client, Door(round))
    assert SealedAnswer.objects.count() == 0, "nothing may be kept before it is sent"
    response = client.post(reverse("respond_check", args=[round.door]))
    assert response["Location"] == reverse("respond_thanks", args=[round.door])
    assert SealedAnswer.objects.count() == 1
    assert Answer.objects.count() == 0


def test_no_cookie_outlives_the_answer(client: Client, round: Round) -> None:
    client.get(reverse("respond", args=[round.door]))
    assert not client.cookies
    fill_in(client, Door(round))
    kept = {name: cookie["max-age"] or cookie["expires"] for name, cookie in client.cookies.items()}
    assert kept == {"so_far": ""}, "only the visit's own cookie, and only until the browser is closed"
    client.post(reverse("respond_check", args=[round.door]))
    assert client.cookies["so_far"].value == ""


def test_answers_stay_when_one_goes_back(client: Client, round: Round) -> None:
    client.post(part(round, 1), answers_to(round, 1, code=2))
    page = client.get(part(round, 1)).content.decode()
    assert page.count(" checked") == len(answers_to(round, 1))


def test_the_cookie_says_nothing_to_whoever_finds_it(client: Client, door: Door) -> None:
    client.post(door.comment_url, {"comment": "We need a second hoist."})
    value = client.cookies["so_far"].value
    readable = base64.urlsafe_b64decode(value)
    assert b"hoist" not in readable
    assert "hoist" not in value


def test_every_statement_may_be_left_out(client: Client, round: Round) -> None:
    assert client.post(part(round, 1), {}).status_code == 302


def test_an_empty_form_is_not_sent(client: Client, round: Round) -> None:
    response = client.post(reverse("respond_check", args=[round.door]))
    assert response.status_code == 200
    assert "nothing to send" in response.content.decode()
    assert SealedAnswer.objects.count() == 0


def test_a_code_outside_the_scale_is_refused_with_a_page_that_helps(client: Client, round: Round) -> None:
    first = next(iter(answers_to(round, 1)))
    response = client.post(part(round, 1), {first: "77"})
    assert response.status_code == 422
    assert "Choose one of the answers shown" in response.content.decode()


def test_a_cookie_of_another_round_or_of_nobody_counts_for_nothing(
    client: Client, round: Round, cast: Cast
) -> None:
    other = an_open_round(cast.elsewhere, by=cast.charlie)
    fill_in(client, Door(other))
    client.cookies["so_far"]["path"] = "/"
    assert "nothing to send" in client.get(reverse("respond_check", args=[round.door])).content.decode()
    client.cookies["so_far"] = "rubbish"
    assert client.get(part(round, 1)).status_code == 200


def test_an_unknown_address_is_not_found(client: Client, round: Round) -> None:
    assert client.get(reverse("respond", args=["nosuchdoor22"])).status_code == 404
    assert client.get(part(round, 7)).status_code == 404
    assert client.get(part(round, 0)).status_code == 404


def test_a_closed_round_takes_no_more_answers(client: Client, round: Round) -> None:
    fill_in(client, Door(round))
    close_round(round=round, by=None)
    response = client.post(reverse("respond_check", args=[round.door]))
    assert response.status_code == 410
    assert "closed" in response.content.decode()
    assert SealedAnswer.objects.count() == 0


def test_what_was_sent_is_what_is_counted(client: Client, round: Round) -> None:
    fill_in(client, Door(round))
    client.post(reverse("respond_check", args=[round.door]))
    close_and_release(round=round)
    kept = Answer.objects.get(round=round)
    assert kept.codes == {item.code: 4 for item in round.instrument.items}
    assert SealedAnswer.objects.count() == 0


def test_going_back_keeps_what_is_on_the_page(client: Client, door: Door) -> None:
    response = client.post(door.part_url(2), {**answers_to(door.round, 2, code=3), "go": "back"})
    assert response["Location"] == door.part_url(1)
    assert client.get(door.part_url(2)).content.decode().count(" checked") == 5
    response = client.post(door.comment_url, {"comment": "Half a thought", "go": "back"})
    assert response["Location"] == door.part_url(6)
    assert "Half a thought" in client.get(door.comment_url).content.decode()


def test_a_page_that_only_keeps_goes_nowhere_and_drops_what_it_cannot_read(
    client: Client, door: Door
) -> None:
    first, second, *_ = answers_to(door.round, 1)
    response = client.post(door.part_url(1), {first: "2", second: "77", "keep": "yes"})
    assert (response.status_code, response.content) == (204, b"")
    assert client.get(door.part_url(1)).content.decode().count(" checked") == 1
    assert SealedAnswer.objects.count() == 0


def test_an_answer_can_be_changed_before_it_is_sent(client: Client, door: Door) -> None:
    fill_in(client, door, code=2)
    client.post(door.part_url(1), answers_to(door.round, 1, code=5))
    send(client, door)
    close_and_release(round=door.round)
    codes = Answer.objects.get().codes
    assert {codes[item] for item in answers_to(door.round, 1)} == {5}
    assert {codes[item] for item in answers_to(door.round, 2)} == {2}


def test_a_comment_is_sealed_with_the_answers_and_kept_apart_after_the_close(
    client: Client, door: Door
) -> None:
    fill_in(client, door, comment="We need a second hoist.")
    assert "We need a second hoist." in client.get(door.check_url).content.decode()
    send(client, door)
    assert Comment.objects.count() == 0
    fill_urn(door.round, 11)  # with fewer, comments are erased unread
    close_and_release(round=door.round)
    assert Comment.objects.get(round=door.round).text == "We need a second hoist."


def test_a_comment_alone_may_be_sent(client: Client, door: Door) -> None:
    client.post(door.comment_url, {"comment": "Only this."})
    assert send(client, door) == door.thanks_url


def test_the_check_page_warns_of_what_makes_people_known_and_stops_nobody(client: Client, door: Door) -> None:
    client.post(door.comment_url, {"comment": "On 3 March Sarah was alone in bed 12."})
    page = client.get(door.check_url).content.decode()
    for words in ("“3 March”", "“Sarah”", "“bed 12”"):
        assert words in page
    assert send(client, door) == door.thanks_url


def test_somebody_who_comes_again_may_go_on_or_begin_afresh(client: Client, door: Door) -> None:
    client.post(door.part_url(1), answers_to(door.round, 1))
    assert "Go on where I stopped" in client.get(door.start_url).content.decode()
    client.post(door.start_url)
    assert "Go on where I stopped" not in client.get(door.start_url).content.decode()


@pytest.mark.parametrize("comment", ["x" * 1001, "ই" * 900, "a\x00b"])
def test_a_comment_that_cannot_be_kept_is_handed_back(comment: str, client: Client, door: Door) -> None:
    response = client.post(door.comment_url, {"comment": comment})
    assert response.status_code == 422
    assert "nhsuk-error-summary" in response.content.decode()


def test_the_longest_comment_fits_into_the_cookie(client: Client, door: Door) -> None:
    for comment in ("x" * 1000, "ই" * 790, '"' * 1000):
        fill_in(client, door, comment=comment)
        cookie = client.cookies["so_far"]
        assert len(f"so_far={cookie.value}") <= 4096, "browsers drop longer ones"
        send(client, door)
    assert SealedAnswer.objects.count() == 3


def test_a_round_on_paper_only_says_where_to_go(client: Client, cast: Cast) -> None:
    round = an_open_round(cast.elsewhere, by=cast.charlie, ways=(Way.PAPER,))
    page = client.get(Door(round).start_url)
    assert (page.status_code, "answered on paper" in page.content.decode()) == (200, True)
    client.post(Door(round).part_url(1), answers_to(round, 1))
    client.post(Door(round).check_url)
    assert SealedAnswer.objects.count() == 0
