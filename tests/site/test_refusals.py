"""Whatever is refused, a page says what to do; and whatever breaks, the log does not say at whose address."""

import logging

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from fanlight.responses.access import Door
from fanlight.site.logs import WithoutAddresses
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db


def helps(page: str) -> None:
    assert page.count("<h1") == 1
    assert "Go back" in page


def test_an_address_that_takes_only_a_button_says_so(client: Client, cast: Cast) -> None:
    client.force_login(cast.alice)
    response = client.get(reverse("part_ways", args=["k7hmq4txrp"]))
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    helps(response.content.decode())


def test_so_does_a_page_for_everybody_that_can_only_be_read(client: Client, cast: Cast) -> None:
    door = Door(an_open_round(cast.ward, by=cast.alice))
    for response in (client.post(door.thanks_url), client.put(door.start_url)):
        assert response.status_code == 405
        helps(response.content.decode())
        assert response.cookies == {}


@pytest.mark.parametrize(
    "body", [b"a" * 3_000_000, b"&".join(b"a=1" for _ in range(2000))], ids=["too long", "too many"]
)
def test_too_much_is_refused_in_words(body: bytes, client: Client, cast: Cast) -> None:
    door = Door(an_open_round(cast.ward, by=cast.alice))
    response = client.generic(
        "POST", door.part_url(1), body, content_type="application/x-www-form-urlencoded"
    )
    assert response.status_code in {400, 413}
    helps(response.content.decode())


def test_what_breaks_is_logged_without_the_address(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    door = Door(an_open_round(cast.ward, by=cast.alice))

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(f"no page for {door.round.door} at {door.start_url}")

    monkeypatch.setattr("fanlight.responses.views.answering.pages.start_page", broken)
    monkeypatch.setattr(logging.getLogger("django"), "propagate", True)
    monkeypatch.setattr(logging.getLogger("django.request"), "propagate", True)
    assert Client(raise_request_exception=False).get(door.start_url).status_code == 500
    record = next(record for record in caplog.records if record.name == "django.request")
    named = settings.LOGGING["loggers"]["django.request"]["handlers"]
    assert {settings.LOGGING["handlers"][name]["formatter"] for name in named} == {"plain"}
    assert settings.LOGGING["formatters"]["plain"]["()"] == "fanlight.site.logs.WithoutAddresses"
    told = WithoutAddresses(settings.LOGGING["formatters"]["plain"]["format"]).format(record)
    assert door.round.door in record.getMessage(), "or this proves nothing"
    assert door.round.door not in told
    assert "/r/<slug:door>/" in told, "which kind of page broke is said"
    assert "no page for <door>" in told
