"""Signing in by a code, a password and a second check; what is said, and what a stranger cannot find out."""

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from fanlight.people.adapter import KEPT_FOR, Scrambled
from fanlight.people.models import User
from support.apps import app_code
from support.letters import code_in
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db
PASSWORD = "three quiet morning words"


def ask_for_code(client: Client, email: str) -> object:
    return client.post(reverse("account_request_login_code"), {"email": email})


def sign_in_by_code(client: Client, email: str) -> object:
    ask_for_code(client, email)
    return client.post(reverse("account_confirm_login_code"), {"code": code_in(mail.outbox[-1])})


def is_in(client: Client) -> bool:
    return client.get(reverse("you")).status_code == 200


def with_password(user: User) -> None:
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )


def turn_on_app(client: Client) -> str:
    """Turn the second check on in the browser; the app's secret."""
    address = reverse("mfa_activate_totp")
    page = client.get(address).content.decode()
    found = re.search(r'class="fl-address">([A-Z2-7]+)<', page)
    assert found, page
    secret = found[1]
    response = client.post(address, {"code": app_code(secret)})
    assert response.status_code == 302, response.content.decode()
    return secret


def test_a_code_by_email_signs_somebody_in(cast: Cast) -> None:
    client = Client()
    sign_in_by_code(client, "alice@example.org")
    assert is_in(client)
    assert mail.outbox[-1].subject == "Your code to sign in"
    assert cast.alice.name not in str(mail.outbox[-1].body)


def test_nothing_remembers_when_somebody_was_last_here(cast: Cast) -> None:
    client = Client()
    sign_in_by_code(client, cast.alice.email)
    turn_on_app(client)
    key = Authenticator.objects.get(user=cast.alice, type="totp")
    key.record_usage()
    key.refresh_from_db()
    assert key.last_used_at is None


def test_where_somebody_wanted_to_go_is_where_they_come(cast: Cast) -> None:
    client, wanted = Client(), reverse("team_people", args=[cast.ward.public_id])
    to_sign_in = client.get(wanted)
    assert wanted in to_sign_in["Location"]
    client.post(reverse("account_request_login_code"), {"email": "alice@example.org", "next": wanted})
    response = client.post(
        reverse("account_confirm_login_code"), {"code": code_in(mail.outbox[-1]), "next": wanted}
    )
    assert response["Location"] == wanted


def test_a_stranger_cannot_tell_who_has_an_account(cast: Cast) -> None:
    known, unknown = Client(), Client()
    pages = []
    for client, email in ((known, cast.alice.email), (unknown, "nobody@example.org")):
        response = client.post(reverse("account_request_login_code"), {"email": email}, follow=True)
        pages.append(response.content.decode().replace(email, "…").partition("<h1")[2].partition("csrf")[0])
    assert pages[0] == pages[1]
    assert [message.to for message in mail.outbox] == [[cast.alice.email]]


def test_a_wrong_code_is_said_and_three_end_it(cast: Cast) -> None:
    client = Client()
    ask_for_code(client, cast.alice.email)
    right = code_in(mail.outbox[-1])
    for _ in range(3):
        response = client.post(reverse("account_confirm_login_code"), {"code": "AAAA-AAAA"})
    assert response.status_code in {200, 302, 422}
    client.post(reverse("account_confirm_login_code"), {"code": right})
    assert not is_in(client)


def test_a_password_can_be_set_and_used(cast: Cast) -> None:
    client = signed_in(cast.bob)
    sent = {"password1": PASSWORD, "password2": PASSWORD}
    assert client.post(reverse("account_set_password"), sent).status_code == 302
    assert "A password was set." in str(mail.outbox[-1].body)
    other = Client()
    EmailAddress.objects.update_or_create(user=cast.bob, email=cast.bob.email, defaults={"verified": True})
    other.post(reverse("account_login"), {"login": cast.bob.email, "password": PASSWORD})
    assert is_in(other)


@pytest.mark.parametrize("password", ["short", "123456789012", "password1234"])
def test_a_weak_password_is_refused_in_words(cast: Cast, password: str) -> None:
    client = signed_in(cast.bob)
    page = client.post(reverse("account_set_password"), {"password1": password, "password2": password})
    assert page.status_code == 200
    assert "error" in page.content.decode()
    cast.bob.refresh_from_db()
    assert not cast.bob.has_usable_password()


def test_a_wrong_password_says_what_else_to_do_and_five_are_enough(cast: Cast) -> None:
    with_password(cast.bob)
    client, sent = Client(), {"login": cast.bob.email, "password": "not the one"}
    for _ in range(5):
        page = client.post(reverse("account_login"), sent).content.decode()
    assert "do not go together" in page
    page = client.post(reverse("account_login"), {**sent, "password": PASSWORD}).content.decode()
    assert "That was too often" in page
    assert not is_in(client)


def test_a_forgotten_password_is_replaced_by_a_code(cast: Cast) -> None:
    with_password(cast.bob)
    client = Client()
    client.post(reverse("account_reset_password"), {"email": cast.bob.email})
    client.post(reverse("account_confirm_password_reset_code"), {"code": code_in(mail.outbox[-1])})
    new = "another calm set of words"
    client.post(reverse("account_complete_password_reset"), {"password1": new, "password2": new})
    cast.bob.refresh_from_db()
    assert cast.bob.check_password(new)


def test_a_second_check_is_turned_on_asked_for_and_turned_off(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    client = Client()
    sign_in_by_code(client, cast.alice.email)
    with django_capture_on_commit_callbacks(execute=True):
        secret = turn_on_app(client)
    assert "second check by an app was turned on" in str(mail.outbox[-1].body)
    other = Client()
    response = sign_in_by_code(other, cast.alice.email)
    assert response["Location"].startswith(reverse("mfa_authenticate"))  # type: ignore[index]
    assert not is_in(other)
    wrong = other.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert "That is not the right code" in wrong
    kept = Authenticator.objects.get(user=cast.alice, type="recovery_codes").wrap().get_unused_codes()
    other.post(reverse("mfa_authenticate"), {"code": kept[0]})
    assert is_in(other)
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=cast.alice, type="totp").exists(), (
        "it asks for the check once more"
    )
    client.post(reverse("mfa_reauthenticate"), {"code": kept[1]})
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=cast.alice, type="totp").exists()
    assert secret


def test_nobody_is_offered_a_passkey_that_they_do_not_have(cast: Cast) -> None:
    client = Client()
    sign_in_by_code(client, cast.alice.email)
    turn_on_app(client)
    other = Client()
    sign_in_by_code(other, cast.alice.email)
    page = other.get(reverse("mfa_authenticate")).content.decode()
    assert "The code from your app" in page
    assert "passkey" not in page


def test_a_hospital_behind_one_address_is_not_locked_out() -> None:
    """As many as come in the minute after everybody was told that results are ready."""
    for _ in range(100):
        by_script = Client(headers={"x-requested-with": "XMLHttpRequest"})
        assert by_script.get(reverse("mfa_login_webauthn")).status_code == 200
    for number in range(100):
        asked = Client().post(reverse("account_request_login_code"), {"email": f"{number}@example.org"})
        assert asked.status_code == 302


def test_addresses_are_counted_scrambled_and_the_key_is_forgotten() -> None:
    now = [0.0]
    scrambled = Scrambled(lambda: now[0])
    first = scrambled.of("192.0.2.7")
    assert first == scrambled.of("192.0.2.7") != scrambled.of("192.0.2.8")
    assert "192.0.2.7" not in first
    now[0] = KEPT_FOR
    assert scrambled.of("192.0.2.7") != first


def test_what_the_process_remembers_of_tries_has_no_address(cast: Cast) -> None:
    cache.clear()
    somebody = Client(REMOTE_ADDR="192.0.2.77")
    somebody.post(reverse("account_login"), {"login": cast.alice.email, "password": "not the one"})
    sign_in_by_code(somebody, cast.alice.email)
    kept = str(cache._cache)  # type: ignore[attr-defined]
    assert "allauth:rl" in kept
    assert "192.0.2.77" not in kept


def test_a_recovery_code_works_once(cast: Cast) -> None:
    client = Client()
    sign_in_by_code(client, cast.alice.email)
    turn_on_app(client)
    codes = Authenticator.objects.get(user=cast.alice, type="recovery_codes").wrap().get_unused_codes()
    assert len(codes) == 10
    for expected in (True, False):
        other = Client()
        sign_in_by_code(other, cast.alice.email)
        other.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert is_in(other) is expected


def test_signing_out_everywhere_ends_every_session(cast: Cast) -> None:
    here, there = Client(), Client()
    for client in (here, there):
        client.force_login(cast.alice)
    here.post(reverse("you_sign_out_everywhere"))
    assert not is_in(there)


def test_nobody_opens_an_account_for_themself() -> None:
    page = Client().post(reverse("account_signup"), {"email": "new@example.org", "password1": PASSWORD})
    assert page.status_code in {200, 302, 403, 404}
    assert not User.objects.filter(email="new@example.org").exists()


PAGES = (
    "account_login",
    "account_request_login_code",
    "account_reset_password",
    "account_signup",
    "account_email",
    "account_set_password",
    "account_logout",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_add_webauthn",
    "mfa_activate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "socialaccount_connections",
)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_sign_in_stands_in_our_frame(name: str, cast: Cast) -> None:
    client = Client()
    if not name.startswith(("account_login", "account_request", "account_reset", "account_signup")):
        sign_in_by_code(client, cast.alice.email)
    response = client.get(reverse(name), follow=True)
    page = response.content.decode()
    assert response.status_code in {200, 404}
    assert 'class="fl-brand"' in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize(
    "sent", ["[" * 5000, "\x00", "null", '{"id": "\\ud800", "rawId": "\\u0000", "response": {}, "type": 7}']
)
def test_what_is_no_passkey_is_refused_in_words(sent: str, cast: Cast) -> None:
    response = Client().post(reverse("mfa_login_webauthn"), {"credential": sent}, follow=True)
    assert response.status_code == 200
    assert "<h1>Sign in</h1>" in response.content.decode()
    second = Client()
    client = Client()
    sign_in_by_code(client, cast.alice.email)
    turn_on_app(client)
    sign_in_by_code(second, cast.alice.email)
    assert second.post(reverse("mfa_authenticate"), {"credential": sent}).status_code in {200, 302, 422}
    assert not is_in(second)


def test_without_scripts_a_passkey_says_so_in_words(cast: Cast) -> None:
    page = Client().post(reverse("mfa_login_webauthn"), {"credential": ""}, follow=True).content.decode()
    assert "has them turned off" in page or "Sign in" in page
    assert cast.alice.is_active
