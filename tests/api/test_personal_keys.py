"""A person's keys: made once, shown once, withdrawn at once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.api.actions import make_key
from fanlight.api.models import Key
from fanlight.audit.models import Entry
from fanlight.people.actions import leave_team, sign_out_everywhere
from fanlight.people.models import User
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


def asked_with(key: str) -> int:
    return Client().get(reverse("api_teams"), headers={"Authorization": f"Bearer {key}"}).status_code


def made_in_the_browser(user: User) -> str:
    page = signed_in(user).post(reverse("api_keys"), {"name": "our dashboard"}).text
    return page.split("<code>")[1].split("</code>")[0]


def test_a_key_is_shown_once_and_kept_nowhere(cast: Cast) -> None:
    key = made_in_the_browser(cast.bob)
    assert asked_with(key) == 200
    page = signed_in(cast.bob).get(reverse("api_keys")).text
    assert key not in page
    assert "our dashboard" in page
    assert key not in str(list(Key.objects.values())) + str(list(Entry.objects.values()))


def test_a_withdrawn_key_stops_working(cast: Cast) -> None:
    key = made_in_the_browser(cast.bob)
    withdraw = reverse("api_key_withdraw", args=[Key.objects.get().public_id])
    assert signed_in(cast.bob).post(withdraw, follow=True).status_code == 200
    assert asked_with(key) == 401
    assert signed_in(cast.bob).post(withdraw).status_code == 404


def test_nobody_withdraws_somebody_elses_key(cast: Cast) -> None:
    key = made_in_the_browser(cast.bob)
    withdraw = reverse("api_key_withdraw", args=[Key.objects.get().public_id])
    assert signed_in(cast.alice).post(withdraw).status_code == 404
    assert asked_with(key) == 200


def test_a_key_is_withdrawn_only_by_a_post(cast: Cast) -> None:
    made_in_the_browser(cast.bob)
    withdraw = reverse("api_key_withdraw", args=[Key.objects.get().public_id])
    assert signed_in(cast.bob).get(withdraw).status_code == 405


def test_signing_out_everywhere_ends_every_key(cast: Cast) -> None:
    key = made_in_the_browser(cast.bob)
    sign_out_everywhere(user=cast.bob, by=cast.bob)
    assert asked_with(key) == 401


def test_a_key_runs_out_after_a_year(cast: Cast) -> None:
    key = make_key(user=cast.bob, name="R", by=cast.bob)
    Key.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
    assert asked_with(key) == 401


def test_a_key_reads_no_more_than_its_person(cast: Cast) -> None:
    key = make_key(user=cast.bob, name="R", by=cast.bob)
    team = reverse("api_team", args=[cast.ward.public_id])
    header = {"Authorization": f"Bearer {key}"}
    assert Client().get(team, headers=header).status_code == 200
    leave_team(team=cast.ward, user=cast.bob, by=cast.bob)
    assert Client().get(team, headers=header).status_code == 404


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nonsense", "Basic YTpi", "Bearer \x00"])
def test_what_is_no_key_is_answered_with_401(header: str) -> None:
    assert Client().get(reverse("api_teams"), headers={"Authorization": header}).status_code == 401


def test_a_key_needs_a_name(cast: Cast) -> None:
    response = signed_in(cast.bob).post(reverse("api_keys"), {"name": ""})
    assert response.status_code == 422
    assert "Say what the key is for" in response.text
    assert not Key.objects.exists()
