"""The shared device: it forgets, goes back to its start, and keeps apart from people's own devices."""

import pytest
from django.test import Client
from steps import answers_to, fill_in, send, show_slip

from fanlight.responses.access import Door
from fanlight.responses.actions import make_slips
from fanlight.responses.models import SealedAnswer
from fanlight.surveys.models import Way
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def device(cast: Cast) -> Door:
    return Door(an_open_round(cast.ward, by=cast.alice, ways=(Way.LINK, Way.SHARED_DEVICE)), on_device=True)


def test_somebody_answers_and_the_next_person_finds_a_clean_start(client: Client, device: Door) -> None:
    client.get(device.start_url)
    fill_in(client, device)
    assert send(client, device) == device.thanks_url
    assert SealedAnswer.objects.count() == 1
    page = client.get(device.thanks_url).content.decode()
    assert f'content="15;url={device.start_url}"' in page, "back by itself without scripts too"
    assert " checked" not in client.get(device.part_url(1)).content.decode()


def test_the_start_clears_whatever_somebody_left(client: Client, device: Door) -> None:
    client.post(device.part_url(1), answers_to(device.round, 1))
    client.get(device.start_url)
    assert client.cookies["so_far"].value == ""


def test_what_is_left_half_done_is_gone_in_ten_minutes(client: Client, device: Door) -> None:
    client.post(device.part_url(1), answers_to(device.round, 1))
    assert client.cookies["so_far"]["max-age"] == 600
    page = client.get(device.part_url(2)).content.decode()
    assert f'content="600;url={device.start_url}"' in page
    assert 'data-clears-after="120"' in page


def test_the_browser_is_told_to_remember_nothing(client: Client, device: Door) -> None:
    for address in (
        device.start_url,
        device.part_url(1),
        device.comment_url,
        device.check_url,
        device.thanks_url,
    ):
        response = client.get(address)
        assert response["Cache-Control"] == "no-store"
    assert 'autocomplete="off"' in client.get(device.part_url(1)).content.decode()


def test_the_cookie_of_the_device_is_not_sent_with_the_links_pages(client: Client, device: Door) -> None:
    client.post(device.part_url(1), answers_to(device.round, 1))
    assert client.cookies["so_far"]["path"] == device.start_url
    own = Door(device.round)
    assert " checked" not in client.get(own.part_url(1)).content.decode(), "nor could it be read there"


def test_a_round_without_a_shared_device_has_no_such_page(client: Client, cast: Cast) -> None:
    door = Door(an_open_round(cast.elsewhere, by=cast.charlie), on_device=True)
    page = client.get(door.start_url)
    assert "Begin" not in page.content.decode()
    assert f'href="{Door(door.round).start_url}"' in page.content.decode(), "but it says where"
    fill_in(client, door)
    client.post(door.check_url)
    assert SealedAnswer.objects.count() == 0


def test_a_round_with_a_shared_device_only_is_not_answered_by_link(client: Client, cast: Cast) -> None:
    door = Door(an_open_round(cast.elsewhere, by=cast.charlie, ways=(Way.SHARED_DEVICE,)))
    assert "shared tablet" in client.get(door.start_url).content.decode()
    fill_in(client, door)
    assert client.post(door.check_url).status_code == 200
    assert SealedAnswer.objects.count() == 0


def test_slips_are_shown_on_the_shared_device_too(client: Client, cast: Cast) -> None:
    door = Door(
        an_open_round(cast.elsewhere, by=cast.charlie, ways=(Way.SLIPS, Way.SHARED_DEVICE)), on_device=True
    )
    (code,) = make_slips(round=door.round, number=1, by=None)
    show_slip(client, door, code)
    fill_in(client, door)
    assert send(client, door) == door.thanks_url


def test_the_promise_leads_back_to_the_device(client: Client, device: Door) -> None:
    page = client.get(device.promise_url).content.decode()
    assert f'href="{device.start_url}"' in page
