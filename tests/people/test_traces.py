"""After signing in by each way: no network address, no device, no last visit is anywhere in the database."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from people.test_sign_in import PASSWORD, app_code, sign_in_by_code, turn_on_app, with_password
from support.worlds import Cast

pytestmark = pytest.mark.django_db
ADDRESS, DEVICE = "203.0.113.77", "Telltale/9.9 (a phone that nobody else has)"


def a_client() -> Client:
    return Client(headers={"user-agent": DEVICE}, REMOTE_ADDR=ADDRESS, HTTP_X_FORWARDED_FOR=ADDRESS)


def everything() -> Iterator[tuple[str, Any]]:
    """Every value of every row of every table, and what sessions hold."""
    for model in apps.get_models():
        for row in model._base_manager.values():
            yield model.__name__, row
    for session in Session.objects.all():
        yield "what a session holds", session.get_decoded()


def traces() -> list[str]:
    return [f"{where}: {row}" for where, row in everything() if ADDRESS in str(row) or "Telltale" in str(row)]


def test_a_code_a_password_and_a_second_check_leave_no_trace(cast: Cast) -> None:
    client = a_client()
    sign_in_by_code(client, cast.alice.email)
    secret = turn_on_app(client)
    with_password(cast.alice)
    other = a_client()
    other.post(reverse("account_login"), {"login": cast.alice.email, "password": PASSWORD})
    other.post(reverse("mfa_authenticate"), {"code": app_code(secret)})
    wrong = a_client()
    wrong.post(reverse("account_login"), {"login": cast.alice.email, "password": "not the one"})
    assert traces() == []


def test_the_search_would_find_a_trace(cast: Cast) -> None:
    cast.alice.name = f"Alice from {ADDRESS}"
    cast.alice.save()
    assert len(traces()) == 1


def test_a_person_has_no_last_visit(cast: Cast) -> None:
    sign_in_by_code(a_client(), cast.alice.email)
    assert not {field.name for field in type(cast.alice)._meta.get_fields()} & {
        "last_login",
        "date_joined",
        "last_seen",
    }
