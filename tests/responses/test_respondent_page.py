"""The respondents' pages as such: light, few queries, and nobody is looked up beside somebody's answers."""

import gzip
import re
from collections.abc import Iterator

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from steps import fill_in, send, show_slip

from fanlight.responses.access import Door
from fanlight.responses.actions import make_slips
from fanlight.surveys.models import Way
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db

HEAVIEST = 30_000  # bytes over the line, with everything that a page loads


@pytest.fixture
def door(cast: Cast) -> Door:
    return Door(an_open_round(cast.ward, by=cast.alice, ways=(Way.LINK, Way.SHARED_DEVICE)))


def pages(door: Door) -> list[str]:
    parts = [door.part_url(number) for number in range(1, len(door.instrument.composites) + 1)]
    return [door.start_url, *parts, door.comment_url, door.check_url, door.thanks_url]


def loaded_by(page: str) -> Iterator[bytes]:
    """What a page loads: its styles, script and icon."""
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', page):
        found = finders.find(address.removeprefix("/static/"))
        assert found, f"{address} is not built: run python hatch_build.py"
        with open(str(found), "rb") as file:  # noqa: PTH123
            yield file.read()


def weight(content: bytes) -> int:
    return len(gzip.compress(content, compresslevel=6))


@pytest.mark.parametrize("on_device", [False, True])
def test_no_page_weighs_more_than_thirty_kilobytes(on_device: bool, client: Client, door: Door) -> None:
    door = Door(door.round, on_device)
    fill_in(client, door, comment="On 3 March Sarah was alone in bed 12. " * 20)
    for address in pages(door):
        response = client.get(address)
        page = response.content.decode()
        rest = list(loaded_by(page))
        assert len(rest) == 4 if on_device else 3
        assert weight(response.content) + sum(map(weight, rest)) < HEAVIEST, address


def test_a_whole_visit_weighs_less_than_a_photograph(client: Client, door: Door) -> None:
    """Styles, script and icon come once. The figure is printed for the docs."""
    fill_in(client, door)
    bodies = [client.get(address).content for address in pages(door)]
    total = sum(map(weight, bodies)) + sum(map(weight, loaded_by(bodies[0].decode())))
    assert total < 2 * HEAVIEST


def test_what_a_page_loads_goes_out_compressed(client: Client, door: Door) -> None:
    """The demo and the server serve their own files: nobody else would make them small."""
    page = client.get(door.part_url(1), headers={"accept-encoding": "gzip"})
    over_the_line = len(page.content)
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', gzip.decompress(page.content).decode()):
        response = client.get(address, headers={"accept-encoding": "gzip"})
        assert response["Content-Encoding"] == "gzip", address
        over_the_line += len(b"".join(response))
    assert over_the_line < HEAVIEST


def test_nothing_is_loaded_from_elsewhere(client: Client, door: Door) -> None:
    for address in pages(door):
        found = re.findall(r'(?:src|href|action)="(?!/|#|$)([^"]+)"', client.get(address).content.decode())
        assert found == [], address


def test_a_signed_in_person_is_not_looked_up_beside_their_answers(
    client: Client, door: Door, cast: Cast
) -> None:
    client.force_login(cast.bob)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for address in pages(door):
            client.get(address)
        fill_in(client, door)
        send(client, door)
    asked = " ".join(query["sql"] for query in queries)
    assert "django_session" not in asked
    assert "people_user" not in asked
    assert "responses_sealedanswer" in asked, "or this proves nothing"


def test_answering_signs_nobody_out(client: Client, door: Door, cast: Cast) -> None:
    client.force_login(cast.bob)
    fill_in(client, door)
    send(client, door)
    assert client.get("/", follow=True).context is None or client.cookies["sessionid"].value


def test_each_page_asks_the_database_once(client: Client, door: Door) -> None:
    fill_in(client, door)
    for address in pages(door):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        assert len(queries) == 1, address


def statements(queries: CaptureQueriesContext) -> list[str]:
    return [
        query["sql"].split()[0] for query in queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))
    ]


def test_sending_costs_three_statements_and_a_slip_one_more(client: Client, door: Door, cast: Cast) -> None:
    fill_in(client, door)
    with CaptureQueriesContext(connection) as queries:
        send(client, door)
    assert statements(queries) == ["SELECT", "SELECT", "INSERT"]
    with_slips = Door(an_open_round(cast.elsewhere, by=cast.charlie, ways=(Way.SLIPS,)))
    show_slip(client, with_slips, make_slips(round=with_slips.round, number=1, by=None)[0])
    fill_in(client, with_slips)
    with CaptureQueriesContext(connection) as queries:
        send(client, with_slips)
    assert statements(queries) == ["SELECT", "SELECT", "UPDATE", "INSERT"]


def test_no_answer_depends_on_who_asks(client: Client, door: Door, cast: Cast) -> None:
    stranger = client.get(door.part_url(1)).content
    client.force_login(cast.alice)
    assert client.get(door.part_url(1)).content == stranger
