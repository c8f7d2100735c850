"""Signing in through an organisation's own issuer: a real one, in a process of its own, under two names."""

import dataclasses
import html
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client
from django.urls import reverse

from fanlight.people.models import User
from fanlight.site import options
from fanlight.site.options import BadOptions, Issuer
from fanlight.site.settings import openid_connect
from support.issuer import CLIENT, PASSWORD, SECRET, issuer
from support.worlds import Cast, signed_in

CALLBACK = "http://testserver/sign-in/oidc/{}/login/callback/"
KEY = {"FANLIGHT_SECRET_KEY": "x" * 60}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    redirects = [CALLBACK.format(one) for one in ("northfield", "bankside")]
    with issuer(tmp_path_factory.mktemp("issuer"), redirects) as running:
        yield running


@pytest.fixture
def issuers(port: int, settings: Any) -> tuple[Issuer, ...]:
    """Northfield vouches for whatever it says it has checked; Bankside for its own domain only, checked or not."""
    both = (
        Issuer("northfield", "Northfield Trust", f"http://127.0.0.1:{port}", CLIENT, SECRET),
        Issuer("bankside", "Bankside Care", f"http://localhost:{port}", CLIENT, SECRET, ("example.org",)),
    )
    settings.FANLIGHT = dataclasses.replace(settings.FANLIGHT, oidc=both)
    settings.SOCIALACCOUNT_PROVIDERS = openid_connect(both)
    return both


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page) or re.search(
        rf'value="([^"]*)" name="{name}"', page
    )
    assert found, f"no {name} in the issuer's page"
    return html.unescape(found[1])


def come_by(client: Client, which: str, email: str, **query: str) -> Any:
    """Go to the issuer, sign in there, agree, and come back. What our side answers in the end."""
    address = reverse("openid_connect_login", args=[which])
    page = client.post(address, query_params=query).content.decode()  # type: ignore[arg-type]
    onward = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page)
    assert onward, page
    there = requests.Session()
    form = there.get(html.unescape(onward[1]))
    site = "{0.scheme}://{0.netloc}".format(urlsplit(form.url))
    form = there.post(
        form.url,
        {
            "csrfmiddlewaretoken": field(form.text, "csrfmiddlewaretoken"),
            "login": email,
            "password": PASSWORD,
        },
        headers={"Referer": form.url},
    )
    values = {name: field(form.text, name) for name in ("csrfmiddlewaretoken", "request")}
    scopes = [("scopes", scope) for scope in ("openid", "profile", "email")]
    agreed = there.post(
        f"{site}/identity/o/authorize",
        [*values.items(), *scopes, ("action", "grant")],
        headers={"Referer": form.url},
        allow_redirects=False,
    )
    back = urlsplit(agreed.headers["Location"])
    assert f"{back.scheme}://{back.netloc}" == "http://testserver", agreed.headers
    return client.get(f"{back.path}?{back.query}")


@pytest.mark.django_db
@pytest.mark.usefixtures("issuers")
class TestARealIssuer:
    def test_somebody_known_is_signed_in_and_the_account_is_linked(self, cast: Cast) -> None:
        client = Client()
        response = come_by(client, "northfield", "alice@example.org")
        assert response.status_code == 302
        assert client.get(reverse("you")).status_code == 200
        linked = SocialAccount.objects.get(user=cast.alice)
        assert (linked.provider, linked.extra_data) == ("northfield", {})
        assert not SocialToken.objects.exists()

    def test_the_second_time_the_issuers_own_name_counts_and_not_the_address(self, cast: Cast) -> None:
        come_by(Client(), "northfield", "alice@example.org")
        User.objects.filter(pk=cast.alice.pk).update(email="alice.mensah@example.org")
        EmailAddress.objects.filter(user=cast.alice).update(email="alice.mensah@example.org")
        client = Client()
        come_by(client, "northfield", "alice@example.org")
        assert "alice.mensah@example.org" in client.get(reverse("you")).content.decode()
        assert SocialAccount.objects.get().extra_data == {}

    def test_an_address_that_the_issuer_has_not_checked_opens_nothing(self, cast: Cast) -> None:
        client = Client()
        response = come_by(client, "northfield", "bob@example.org")
        assert "There is no account for you here yet" in response.content.decode()
        assert client.get(reverse("you")).status_code == 302
        assert not SocialAccount.objects.filter(user=cast.bob).exists()

    def test_an_issuer_with_domains_vouches_for_them_itself(self, cast: Cast) -> None:
        client = Client()
        come_by(client, "bankside", "bob@example.org")
        assert SocialAccount.objects.get(user=cast.bob).provider == "bankside"

    def test_an_issuer_opens_nothing_outside_its_domains(self, cast: Cast) -> None:
        EmailAddress.objects.create(user=cast.charlie, email="mallory@elsewhere.example", verified=True)
        response = come_by(Client(), "bankside", "mallory@elsewhere.example")
        assert "There is no account for you here yet" in response.content.decode()

    def test_a_stranger_gets_no_account(self, cast: Cast) -> None:
        before = User.objects.count()
        response = come_by(Client(), "northfield", "mallory@elsewhere.example")
        assert "There is no account for you here yet" in response.content.decode()
        assert User.objects.count() == before
        assert cast.alice.is_active

    def test_somebody_who_is_signed_in_can_link_any_account_and_undo_it(self, cast: Cast) -> None:
        client = signed_in(cast.charlie)
        come_by(client, "northfield", "mallory@elsewhere.example", process="connect")
        page = client.get(reverse("socialaccount_connections")).content.decode()
        assert "Linked since" in page
        linked = SocialAccount.objects.get(user=cast.charlie)
        client.post(reverse("socialaccount_connections"), {"account": linked.pk})
        assert not SocialAccount.objects.exists()

    def test_the_sign_in_page_offers_every_issuer(self) -> None:
        page = Client().get(reverse("account_login")).content.decode()
        assert "Sign in through Northfield Trust" in page
        assert "Sign in through Bankside Care" in page

    def test_a_link_to_the_issuer_only_asks(self, cast: Cast) -> None:
        page = Client().get(reverse("openid_connect_login", args=["northfield"])).content.decode()
        assert "Go on to Northfield Trust" in page
        assert "refresh" not in page
        assert cast.alice.is_active

    def test_a_forged_answer_is_refused_in_words(self, cast: Cast) -> None:
        address = reverse("openid_connect_callback", args=["northfield"])
        for query in ({"code": "x", "state": "y"}, {"error": "access_denied", "state": "y"}, {}):
            response = Client().get(address, query)
            assert response.status_code in {200, 401}
            assert "That did not work" in response.content.decode()
        assert cast.alice.is_active

    def test_an_issuer_that_nobody_named_is_unknown(self) -> None:
        assert Client().post(reverse("openid_connect_login", args=["nowhere"])).status_code == 404


@pytest.mark.django_db
def test_an_issuer_that_does_not_answer_is_said_in_words(settings: Any) -> None:
    dead = (Issuer("dead", "Dead Trust", "http://127.0.0.1:9", CLIENT, SECRET),)
    settings.FANLIGHT = dataclasses.replace(settings.FANLIGHT, oidc=dead)
    settings.SOCIALACCOUNT_PROVIDERS = openid_connect(dead)
    response = Client().post(reverse("openid_connect_login", args=["dead"]))
    assert response.status_code == 502
    assert "That did not work" in response.content.decode()


GIVEN = {
    "id": "northfield",
    "name": "Northfield Trust",
    "issuer": "https://login.northfield.example/",
    "client_id": "fanlight",
    "client_secret": "secret",
}


def test_issuers_are_read_from_the_settings() -> None:
    text = json.dumps([{**GIVEN, "domains": ["Northfield.example"]}])
    [one] = options.read({**KEY, "FANLIGHT_OIDC": text}).oidc
    assert one.issuer == "https://login.northfield.example"
    assert one.domains == ("northfield.example",)
    assert "secret" not in repr(one).replace("client_secret", "")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("{", "not JSON"),
        ("{}", "list of objects"),
        (json.dumps([{"id": "x"}]), "needs client_id, client_secret, issuer, name"),
        (json.dumps([{**GIVEN, "colour": "red"}]), "has no colour"),
        (json.dumps([{**GIVEN, "id": "North field"}]), "small letters"),
        (json.dumps([{**GIVEN, "issuer": "login.northfield.example"}]), "https://"),
        (json.dumps([GIVEN, GIVEN]), "same id"),
        (json.dumps([{**GIVEN, "domains": "northfield.example"}]), "domains is a list"),
    ],
)
def test_a_bad_list_of_issuers_is_refused_with_the_reason(given: str, words: str) -> None:
    with pytest.raises(BadOptions, match=words):
        options.read({**KEY, "FANLIGHT_OIDC": given})
