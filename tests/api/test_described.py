"""Every answer is as OpenAPI says: sensible and senseless questions, by everybody, checked by another's validator."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from fanlight.people.models import User
from fanlight.results.documents import Kind, written
from fanlight.results.documents.of_round import document_of_round
from fanlight.results.queries import released
from support.debriefs import a_debrief
from support.worlds import Cast, a_released_round, an_open_round

pytestmark = pytest.mark.django_db
ODD = ("nothing-here", "0", "null", "%00", "a b", "ü", "x" * 300, "../..", "-1", "'")


def described() -> dict[str, Any]:
    return json.loads(Client().get(reverse("api_openapi")).content)


def operations(interface: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, verbs in interface["paths"].items():
        assert set(verbs) == {"get"}, "nothing can be changed through it"
        yield path, verbs["get"]


def check(interface: dict[str, Any], operation: dict[str, Any], response: Any) -> None:
    """The status is one that was announced, and the body has the shape that was announced for it."""
    announced = operation["responses"].get(str(response.status_code))
    assert announced, f"{response.status_code} was not announced: {response.content[:200]!r}"
    shape = announced["content"]["application/json"]["schema"]
    whole = {"components": interface["components"], **shape}
    Draft202012Validator(whole).validate(json.loads(response.content))


def client_of(user: User | None) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


def test_every_answer_to_everybody_is_as_described(cast: Cast) -> None:
    interface = described()
    a_released_round(cast.ward, by=cast.alice, days_ago=90)
    round = a_released_round(cast.ward, by=cast.alice)
    a_debrief(round, by=cast.alice)
    for path, operation in operations(interface):
        address = path.format(team=cast.ward.public_id, round=round.public_id)
        for user in (None, cast.bob, cast.fay, cast.dana, cast.charlie, cast.eve, cast.ada):
            check(interface, operation, client_of(user).get(address))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(odd=st.one_of(st.sampled_from(ODD), st.text(max_size=30)), progress=st.text(max_size=12))
def test_a_senseless_question_gets_an_announced_answer(odd: str, progress: str, cast: Cast) -> None:
    interface = described()
    client = client_of(cast.bob)
    for path, operation in operations(interface):
        if "{" not in path:
            continue
        named = quote(odd, safe="") or "x"
        response = client.get(path.format(team=named, round=named))
        if response["Content-Type"].startswith("application/json"):
            check(interface, operation, response)
        else:
            assert response.status_code == 404, "no such address at all"
    actions = reverse("api_actions", args=[cast.ward.public_id])
    response = client.get(actions, {"progress": progress})
    assert response.status_code in {200, 422}
    check(interface, interface["paths"][actions.replace(cast.ward.public_id, "{team}")]["get"], response)


def test_what_cannot_be_read_is_said_to_be_so(cast: Cast) -> None:
    response = client_of(cast.bob).get(
        reverse("api_actions", args=[cast.ward.public_id]), {"progress": "done"}
    )
    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"] == ["query", "progress"]


def test_only_what_is_that_far_is_listed(cast: Cast) -> None:
    a_debrief(a_released_round(cast.ward, by=cast.alice), by=cast.alice)
    address = reverse("api_actions", args=[cast.ward.public_id])
    assert len(client_of(cast.bob).get(address, {"progress": "agreed"}).json()) == 1
    assert client_of(cast.bob).get(address, {"progress": "kept"}).json() == []


def test_results_are_the_very_file_that_can_be_taken_away(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    release = released(round)
    assert release is not None
    answer = client_of(cast.bob).get(reverse("api_results", args=[round.public_id]))
    assert answer.content == written(document_of_round(round, release), Kind.DATA)


def test_before_the_close_there_are_no_results_for_a_program_either(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    answer = client_of(cast.alice).get(reverse("api_results", args=[round.public_id]))
    assert (answer.status_code, answer.json()["detail"]) == (404, "no results before the round has closed")


@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete"])
def test_nothing_can_be_changed(verb: str, cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    client = client_of(cast.alice)
    for name, value in (("api_team", cast.ward), ("api_results", round), ("api_outcome", round)):
        assert getattr(client, verb)(reverse(name, args=[value.public_id])).status_code == 405


def test_nothing_of_it_is_kept_by_a_browser_or_a_proxy(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    answer = client_of(cast.bob).get(reverse("api_results", args=[round.public_id]))
    assert "no-store" in answer["Cache-Control"]
