"""Whatever is sent to a page of answering: a page that helps, never a crash, and nothing stored in part."""

import string
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fanlight.audit.fields import ALPHABET
from fanlight.responses.access import Door
from fanlight.responses.actions import make_slips
from fanlight.responses.guessing import Guesses
from fanlight.responses.models import Answer, Comment, SealedAnswer, Slip
from fanlight.surveys.models import Round, Way
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db
quickly = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])

HELPS = {200, 204, 302, 400, 404, 409, 410, 422, 429}
texts = st.text(max_size=60) | st.sampled_from(
    ["", "0", "3", "99", "-1", "1e9", "٣", "3 ", "\x00", "x" * 9000, "<b>"]
)
names = st.sampled_from(["go", "keep", "comment", "code", "entry", "typed", "number", "part_1", "part_6"])
codes = st.text(alphabet=ALPHABET + "-0OIl ", max_size=14)
bodies = st.binary(max_size=200) | st.sampled_from(
    [
        b"a" * 3_000_000,
        b"&".join(b"a=1" for _ in range(900)),
        b"%ff%fe=%00",
        b"\xff\xfe",
        b'{"a": 1}',
        b"--x\r\n",
    ]
)
kinds = st.sampled_from(
    [
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/x-www-form-urlencoded; charset=nonsense",
        "multipart/form-data; boundary=x",
        "multipart/form-data; boundary=x; charset=hex",
        "multipart/form-data",
        "application/json",
        "text/plain; charset=hex",
        "",
    ]
)


@pytest.fixture(autouse=True)
def nobody_is_slowed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    class Patient(Guesses):
        def are_too_many(self, address: str) -> bool:  # noqa: ARG002
            return False

    monkeypatch.setattr("fanlight.responses.views.answering.guesses", Patient())


@pytest.fixture
def round(cast: Cast) -> Round:
    round = an_open_round(cast.ward, by=cast.alice, ways=(Way.LINK, Way.SHARED_DEVICE, Way.PAPER))
    make_slips(round=round, number=5, by=None)
    return round


@pytest.fixture
def with_slips(cast: Cast) -> Round:
    round = an_open_round(cast.ward, by=cast.alice, ways=(Way.SLIPS, Way.SHARED_DEVICE))
    make_slips(round=round, number=5, by=None)
    return round


@pytest.fixture
def fay(client: Client, cast: Cast, round: Round) -> Client:
    client.force_login(cast.fay)
    client.post(reverse("type_in", args=[round.public_id]))
    return client


def pages(round: Round) -> Iterator[str]:
    for door in (Door(round), Door(round, on_device=True)):
        yield from (door.start_url, door.part_url(1), door.part_url(6), door.comment_url, door.check_url)


def stored() -> tuple[int, ...]:
    kinds = SealedAnswer, Answer, Comment
    return (*(kind.objects.count() for kind in kinds), Slip.objects.filter(is_spent=True).count())


def helps(response: Any) -> None:
    """A page in words: a heading, or a redirect, or nothing at all for a page's own script."""
    assert response.status_code in HELPS, response.status_code
    if response.status_code not in {204, 302}:
        page = response.content.decode()
        assert "<h1" in page
        assert "Traceback" not in page


@quickly
@given(which=st.integers(0, 9), values=st.dictionaries(names | texts, texts, max_size=8))
def test_any_values_in_any_field(which: int, values: dict[str, str], round: Round, with_slips: Round) -> None:
    for one in (round, with_slips):
        address = list(pages(one))[which]
        answers = dict(zip((item.code for item in one.instrument.items), values.values(), strict=False))
        helps(Client().post(address, {**values, **answers}))
    assert stored() == (0, 0, 0, 0)


@quickly
@given(which=st.integers(0, 9), body=bodies, kind=kinds)
def test_any_bytes_called_anything(which: int, body: bytes, kind: str, round: Round) -> None:
    helps(Client().generic("POST", list(pages(round))[which], body, content_type=kind))
    assert stored() == (0, 0, 0, 0)


@quickly
@given(
    cookie=st.text(alphabet=st.characters(max_codepoint=255), max_size=200)
    | st.binary(max_size=90).map(lambda raw: raw.hex()),
    which=st.integers(0, 9),
)
def test_a_cookie_that_is_not_ours(cookie: str, which: int, round: Round, with_slips: Round) -> None:
    for one in (round, with_slips):
        client = Client(HTTP_COOKIE=f"so_far={cookie}")  # what a server hands on, byte for byte
        helps(client.get(list(pages(one))[which]))
        helps(client.post(Door(one).check_url))
    assert stored() == (0, 0, 0, 0)


@quickly
@given(code=codes | texts)
def test_a_code_that_was_never_printed(code: str, with_slips: Round) -> None:
    response = Client().post(Door(with_slips).start_url, {"code": code})
    helps(response)
    assert response.status_code == 422
    assert stored() == (0, 0, 0, 0)


@quickly
@given(
    door=st.text(alphabet=string.ascii_letters + string.digits + "-_%é/", min_size=1, max_size=40),
    rest=st.sampled_from(["", "1/", "0/", "9" * 20 + "/", "-1/", "comment/", "check/", "device/", "x/"]),
)
def test_a_round_or_a_part_that_does_not_exist(door: str, rest: str, round: Round) -> None:
    helps(Client().get(f"/r/{door}/{rest}"))
    helps(Client().post(f"/r/{door}/{rest}", {"x": "y"}))
    if rest[:1] in {"0", "9", "-"}:
        assert Client().post(f"/r/{round.door}/{rest}").status_code == 404
    assert stored() == (0, 0, 0, 0)


@quickly
@given(values=st.dictionaries(names | texts, texts, max_size=8), body=bodies, kind=kinds)
def test_a_paper_form_typed_in_anyhow(
    values: dict[str, str], body: bytes, kind: str, fay: Client, round: Round
) -> None:
    address = reverse("type_in_form", args=[round.public_id])
    helps(fay.post(address, {"part_2": "9", **values}))  # never right as a whole
    helps(fay.generic("POST", address, body, content_type=kind))
    assert stored() == (0, 0, 0, 0)


def test_a_form_that_is_right_but_for_one_field_stores_nothing_of_it(round: Round) -> None:
    door, client = Door(round), Client()
    first, second = round.instrument.composites[0].items[:2]
    assert client.post(door.part_url(1), {first: "3", second: "77"}).status_code == 422
    assert "so_far" not in client.cookies
    client.post(door.check_url)
    assert stored() == (0, 0, 0, 0)
