"""A form that is sent twice counts once: a double click, a reload, a reply that got lost. Nothing links the two."""

import pytest
from django.test import Client
from steps import answers_to, fill_in, send, show_slip

from fanlight.responses.access import Door
from fanlight.responses.actions import make_slips
from fanlight.responses.models import Answer, SealedAnswer
from fanlight.results.actions import close_and_release
from fanlight.surveys.models import Way
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(cast: Cast) -> Door:
    return Door(an_open_round(cast.ward, by=cast.alice))


def twin(client: Client) -> Client:
    """The same browser, with the cookie as it was before the reply came: the reply that got lost."""
    other = Client()
    other.cookies.load({"so_far": client.cookies["so_far"].value})
    return other


def test_a_form_whose_reply_got_lost_counts_once(client: Client, door: Door) -> None:
    fill_in(client, door)
    again = twin(client)
    assert send(client, door) == send(again, door) == door.thanks_url
    close_and_release(round=door.round)
    assert Answer.objects.count() == 1


def test_of_a_form_that_was_changed_between_two_sendings_the_later_counts(client: Client, door: Door) -> None:
    fill_in(client, door, code=2)
    again = twin(client)
    send(client, door)
    again.post(door.part_url(1), answers_to(door.round, 1, code=5))
    send(again, door)
    close_and_release(round=door.round)
    codes = Answer.objects.get().codes
    assert {codes[item] for item in answers_to(door.round, 1)} == {5}


def test_pressing_send_again_after_the_reply_sends_nothing(client: Client, door: Door) -> None:
    fill_in(client, door)
    send(client, door)
    page = client.post(door.check_url)
    assert "they\nare in the urn" in page.content.decode()
    assert SealedAnswer.objects.count() == 1


def test_two_people_with_the_same_answers_are_two(client: Client, door: Door) -> None:
    for browser in (client, Client()):
        fill_in(browser, door)
        send(browser, door)
    close_and_release(round=door.round)
    assert Answer.objects.count() == 2


def test_nothing_in_the_urn_says_that_two_sealed_forms_are_one(client: Client, door: Door) -> None:
    fill_in(client, door)
    again = twin(client)
    send(client, door)
    send(again, door)
    one, other = SealedAnswer.objects.all()
    assert one.id != other.id
    same = sum(a == b for a, b in zip(bytes(one.sealed), bytes(other.sealed), strict=True))
    assert same < len(bytes(one.sealed)) / 128, "two random texts agree in one byte of 256"


def test_with_a_slip_the_second_sending_is_told_that_the_first_arrived(client: Client, cast: Cast) -> None:
    door = Door(an_open_round(cast.elsewhere, by=cast.charlie, ways=(Way.SLIPS,)))
    (code,) = make_slips(round=door.round, number=1, by=None)
    show_slip(client, door, code)
    fill_in(client, door)
    again = twin(client)
    assert send(client, door) == door.thanks_url
    page = again.post(door.check_url)
    assert page.status_code == 409
    assert "your answers are in the urn, once" in page.content.decode()
    assert again.cookies["so_far"].value == ""
    assert SealedAnswer.objects.count() == 1
