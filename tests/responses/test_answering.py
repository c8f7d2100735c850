"""Answering a round: it works without an account, keeps nothing partial, and refuses what it should."""

from base64 import urlsafe_b64decode

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.responses.models import Answer, SealedAnswer
from fanlight.results.actions import close_and_release
from fanlight.surveys.actions import close_round
from fanlight.surveys.models import Round
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(cast: Cast) -> Round:
    return an_open_round(cast.ward, by=cast.alice)


def part(round: Round, number: int) -> str:
    return reverse("respond_part", args=[round.door, number])


def answers_to(round: Round, number: int, code: int = 4) -> dict[str, int]:
    instrument = round.instrument
    return {item.code: code for item in instrument.items_of(instrument.composites[number - 1])}


def fill_in(client: Client, round: Round) -> None:
    for number in range(1, len(round.instrument.composites) + 1):
        client.post(part(round, number), answers_to(round, number))


def test_a_stranger_with_the_link_answers_and_the_answer_is_sealed(client: Client, round: Round) -> None:
    fill_in(client, round)
    assert SealedAnswer.objects.count() == 0, "nothing may be kept before it is sent"
    response = client.post(reverse("respond_check", args=[round.door]))
    assert response["Location"] == reverse("respond_thanks", args=[round.door])
    assert SealedAnswer.objects.count() == 1
    assert Answer.objects.count() == 0


def test_no_cookie_outlives_the_answer(client: Client, round: Round) -> None:
    client.get(reverse("respond", args=[round.door]))
    assert not client.cookies
    fill_in(client, round)
    kept = {name: cookie["max-age"] or cookie["expires"] for name, cookie in client.cookies.items()}
    assert kept == {"so_far": ""}, "only the visit's own cookie, and only until the browser is closed"
    client.post(reverse("respond_check", args=[round.door]))
    assert client.cookies["so_far"].value == ""


def test_answers_stay_when_one_goes_back(client: Client, round: Round) -> None:
    client.post(part(round, 1), answers_to(round, 1, code=2))
    page = client.get(part(round, 1)).content.decode()
    assert page.count(" checked") == len(answers_to(round, 1))


def test_the_cookie_says_nothing_to_whoever_finds_it(client: Client, round: Round) -> None:
    client.post(part(round, 1), answers_to(round, 1))
    value = client.cookies["so_far"].value
    sealed = urlsafe_b64decode(value)
    assert not any(f'"{code}":'.encode() in sealed for code in answers_to(round, 1))


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
    fill_in(client, other)
    client.cookies["so_far"]["path"] = "/"
    assert "nothing to send" in client.get(reverse("respond_check", args=[round.door])).content.decode()
    client.cookies["so_far"] = "rubbish"
    assert client.get(part(round, 1)).status_code == 200


def test_an_unknown_address_is_not_found(client: Client, round: Round) -> None:
    assert client.get(reverse("respond", args=["nosuchdoor22"])).status_code == 404
    assert client.get(part(round, 7)).status_code == 404
    assert client.get(part(round, 0)).status_code == 404


def test_a_closed_round_takes_no_more_answers(client: Client, round: Round) -> None:
    fill_in(client, round)
    close_round(round=round, by=None)
    response = client.post(reverse("respond_check", args=[round.door]))
    assert response.status_code == 410
    assert "closed" in response.content.decode()
    assert SealedAnswer.objects.count() == 0


def test_what_was_sent_is_what_is_counted(client: Client, round: Round) -> None:
    fill_in(client, round)
    client.post(reverse("respond_check", args=[round.door]))
    close_and_release(round=round)
    kept = Answer.objects.get(round=round)
    assert kept.codes == {item.code: 4 for item in round.instrument.items}
    assert SealedAnswer.objects.count() == 0
