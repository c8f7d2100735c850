"""Answering with a slip: its code opens the form, once; wrong codes are told apart, and guessing is slowed."""

import dataclasses

import pytest
from django.conf import LazySettings
from django.test import Client, RequestFactory
from steps import answers_to, fill_in, send, show_slip

from fanlight.responses import guessing
from fanlight.responses.access import Door
from fanlight.responses.actions import make_slips
from fanlight.responses.guessing import MOST_ADDRESSES, MOST_WRONG, WINDOW, Guesses
from fanlight.responses.models import SealedAnswer
from fanlight.responses.slips import new_code, shown
from fanlight.surveys.models import Way
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_guesses_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fanlight.responses.views.answering.guesses", Guesses())


@pytest.fixture
def door(cast: Cast) -> Door:
    return Door(an_open_round(cast.ward, by=cast.alice, ways=(Way.SLIPS,)))


@pytest.fixture
def code(door: Door) -> str:
    return make_slips(round=door.round, number=1, by=None)[0]


def test_a_slip_opens_the_form_and_is_spent_by_sending(client: Client, door: Door, code: str) -> None:
    response = client.post(door.start_url, {"code": shown(code).upper()})
    assert response["Location"] == door.part_url(1)
    fill_in(client, door)
    assert send(client, door) == door.thanks_url
    page = Client().post(door.start_url, {"code": code})
    assert page.status_code == 409
    assert "has been used" in page.content.decode()
    assert SealedAnswer.objects.count() == 1


def test_without_a_slip_every_page_leads_to_the_start(client: Client, door: Door) -> None:
    for address in (door.part_url(1), door.comment_url, door.check_url):
        assert client.get(address)["Location"] == door.start_url
        assert client.post(address, {})["Location"] == door.start_url
    assert SealedAnswer.objects.count() == 0


def test_a_slip_that_is_only_looked_at_is_not_spent(client: Client, door: Door, code: str) -> None:
    show_slip(client, door, code)
    show_slip(Client(), door, code)
    show_slip(client, door, code)
    fill_in(client, door)
    assert send(client, door) == door.thanks_url


def test_another_slip_on_the_same_phone_is_another_person(client: Client, door: Door, code: str) -> None:
    (other,) = make_slips(round=door.round, number=1, by=None)
    show_slip(client, door, code)
    client.post(door.part_url(1), answers_to(door.round, 1))
    show_slip(client, door, other)
    assert " checked" not in client.get(door.part_url(1)).content.decode()


def test_the_same_slip_again_finds_what_was_filled_in(client: Client, door: Door, code: str) -> None:
    show_slip(client, door, code)
    client.post(door.part_url(1), answers_to(door.round, 1))
    show_slip(client, door, code)
    assert client.get(door.part_url(1)).content.decode().count(" checked") == 5


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Type the code on your slip"),
        ("abc", "slip of the finger"),
        ("x" * 50, "too long for a code"),
        ("a\x00b", "not a code"),
        ("22222-22222", "No slip of this round has that code"),
    ],
)
def test_a_wrong_code_is_answered_with_what_to_do(typed: str, words: str, client: Client, door: Door) -> None:
    response = client.post(door.start_url, {"code": typed})
    assert response.status_code == 422
    assert words in response.content.decode()


def test_guessing_is_stopped_and_mistyping_is_not(
    client: Client, door: Door, code: str, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fanlight.responses.guessing.MOST_WRONG", 7)
    for _ in range(9):
        assert client.post(door.start_url, {"code": "mistyped"}).status_code == 422
    for _ in range(7):
        assert client.post(door.start_url, {"code": new_code()}).status_code == 422
    page = client.post(door.start_url, {"code": code})
    assert page.status_code == 429
    assert "wait five minutes" in page.content.decode()
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.post(door.start_url, {"code": code}).status_code == 302
    other = Door(an_open_round(cast.elsewhere, by=cast.charlie, ways=[Way.SLIPS]))
    assert client.post(other.start_url, {"code": new_code()}).status_code == 422, (
        "another round is not closed"
    )


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_wrong_codes_are_forgotten_in_minutes_and_no_address_is_kept() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    for _ in range(MOST_WRONG):
        guesses.count_wrong("192.0.2.7")
    assert guesses.are_too_many("192.0.2.7")
    assert not guesses.are_too_many("192.0.2.8")
    assert "192.0.2.7" not in repr(vars(guesses))
    clock.now = WINDOW + 1
    assert not guesses.are_too_many("192.0.2.7")
    assert guesses._wrong == {}


def test_the_memory_of_wrong_codes_is_bounded() -> None:
    guesses = Guesses()
    for number in range(MOST_ADDRESSES):
        guesses.count_wrong(str(number))
    guesses.count_wrong("somebody new")
    assert len(guesses._wrong) == 1
    assert not guesses.are_too_many("somebody else"), "nobody is locked out by somebody with many addresses"


def test_an_address_of_the_newer_kind_counts_with_its_household() -> None:
    addresses = {
        guessing.address_of(RequestFactory().get("/", REMOTE_ADDR=f"2001:db8:1:2::{number}"))
        for number in range(1, 9)
    }
    assert addresses == {"2001:db8:1:2::/64"}


def test_behind_a_proxy_the_nearest_address_counts(settings: LazySettings) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="1.1.1.1, 192.0.2.9")
    assert guessing.address_of(request) == "10.0.0.1", "a header that anybody can send is not believed"
    settings.FANLIGHT = dataclasses.replace(settings.FANLIGHT, behind_proxy=True)
    assert guessing.address_of(request) == "192.0.2.9"
