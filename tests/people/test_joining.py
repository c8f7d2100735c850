"""The team's join link: who has it comes in, after showing that the address is theirs. Nothing is kept before."""

import re
import time
from unittest.mock import patch

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse

from fanlight.people.access import permissions
from fanlight.people.actions import change_join_link, turn_off_join_link
from fanlight.people.models import Team, User
from fanlight.people.roles import MAY, Role
from support.letters import code_in
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db
NIA = {"name": "Nia Evans", "email": "Nia@Example.org"}


@pytest.fixture
def link(cast: Cast) -> str:
    team = change_join_link(team=cast.ward, by=cast.alice)
    return reverse("join_team", args=[team.join_code])


def asked(client: Client, link: str, **who: str) -> str:
    """Ask for a code; what the page holds on to."""
    response = client.post(link, {**NIA, **who})
    assert response.status_code == 200, response.content
    held = re.search(r'name="held" value="([^"]+)"', response.content.decode())
    assert held
    return held[1]


def test_the_way_in_is_name_address_and_code(link: str, cast: Cast) -> None:
    client = Client()
    assert "Join Ward 6" in client.get(link).content.decode()
    held = asked(client, link)
    response = client.post(f"{link}code/", {"held": held, "code": code_in(mail.outbox[-1])})
    assert response["Location"] == reverse("team_home", args=[cast.ward.public_id])
    user = User.objects.get(email="nia@example.org")
    assert (user.name, permissions(user, cast.ward)) == ("Nia Evans", MAY[Role.MEMBER])
    assert EmailAddress.objects.get(user=user).verified
    assert client.get(response["Location"]).status_code == 200


def test_nothing_is_kept_before_the_address_is_proven(link: str) -> None:
    client = Client()
    asked(client, link)
    assert not User.objects.filter(email="nia@example.org").exists()
    assert not EmailAddress.objects.filter(email="nia@example.org").exists()
    assert [
        session.get_decoded() for session in Session.objects.all() if "nia" in str(session.get_decoded())
    ] == []


@pytest.mark.parametrize(
    "dressed", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code}\n"]
)
def test_a_code_is_read_kindly(link: str, dressed: object) -> None:
    client = Client()
    held = asked(client, link)
    code = dressed(code_in(mail.outbox[-1]))  # type: ignore[operator]
    assert client.post(f"{link}code/", {"held": held, "code": code}).status_code == 302


def test_a_wrong_code_is_said_and_five_are_enough(link: str) -> None:
    client = Client()
    held = asked(client, link)
    for _ in range(5):
        response = client.post(f"{link}code/", {"held": held, "code": "AAAA-AAAA"})
        assert response.status_code == 422
        assert "not the code that we sent" in response.content.decode()
    right = client.post(f"{link}code/", {"held": held, "code": code_in(mail.outbox[-1])})
    assert "too often" in right.content.decode()
    assert not User.objects.filter(email="nia@example.org").exists()


def test_a_code_is_good_for_fifteen_minutes(link: str) -> None:
    client = Client()
    held = asked(client, link)
    later = time.time() + 15 * 60 + 5
    with patch("django.core.signing.time.time", return_value=later):
        response = client.post(f"{link}code/", {"held": held, "code": code_in(mail.outbox[-1])})
    assert "too old" in response.content.decode()


def test_what_the_page_holds_cannot_be_changed_or_used_elsewhere(link: str, cast: Cast) -> None:
    client = Client()
    held, code = asked(client, link), code_in(mail.outbox[-1])
    other = change_join_link(team=cast.elsewhere, by=cast.charlie)
    elsewhere = reverse("join_team_code", args=[other.join_code])
    for address, text in (
        (f"{link}code/", held[:-2] + "xx"),
        (elsewhere, held),
        (f"{link}code/", "nonsense"),
    ):
        assert client.post(address, {"held": text, "code": code}).status_code == 422
    assert not User.objects.filter(email="nia@example.org").exists()


def test_a_code_joins_once_however_often_it_is_sent(link: str, cast: Cast) -> None:
    held = asked(Client(), link)
    code = code_in(mail.outbox[-1])
    for _ in range(2):
        assert Client().post(f"{link}code/", {"held": held, "code": code}).status_code == 302
    assert cast.ward.memberships.filter(user__email="nia@example.org").count() == 1


def test_asking_again_and_again_for_one_address_is_slowed_down(link: str) -> None:
    client = Client()
    for _ in range(5):
        asked(client, link)
    response = client.post(link, NIA)
    assert (response.status_code, len(mail.outbox)) == (422, 5)
    assert "too often" in response.content.decode()


def test_an_old_link_leads_nowhere(link: str, cast: Cast) -> None:
    held = asked(Client(), link)
    change_join_link(team=cast.ward, by=cast.alice)
    assert Client().get(link).status_code == 404
    assert Client().post(f"{link}code/", {"held": held, "code": code_in(mail.outbox[-1])}).status_code == 404
    turn_off_join_link(team=Team.objects.get(pk=cast.ward.pk), by=cast.alice)
    assert Client().get(reverse("join_team", args=["off"])).status_code == 404


def test_somebody_who_is_signed_in_joins_with_one_press(link: str, cast: Cast) -> None:
    client = signed_in(cast.charlie)
    assert "You come in as Charlie Example" in client.get(link).content.decode()
    for _ in range(2):
        assert client.post(link).status_code == 302
    assert permissions(cast.charlie, cast.ward) == MAY[Role.MEMBER]


def test_a_lead_who_opens_the_link_stays_a_lead(link: str, cast: Cast) -> None:
    client = signed_in(cast.alice)
    client.post(link)
    assert list(cast.ward.memberships.filter(user=cast.alice).values_list("role", flat=True)) == ["lead"]


def test_an_account_with_a_second_check_is_asked_for_it(link: str, cast: Cast) -> None:
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    TOTP.activate(cast.charlie, generate_totp_secret())
    client = Client()
    held = asked(client, link, email="charlie@example.org")
    response = client.post(f"{link}code/", {"held": held, "code": code_in(mail.outbox[-1])})
    assert response["Location"].startswith(reverse("mfa_authenticate"))
    assert client.get(reverse("you")).status_code == 302


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": "", "email": "nia@example.org"}, "Type your name"),
        ({"name": "Nia", "email": ""}, "Type an e-mail address"),
        ({"name": "Nia", "email": "nia"}, "looks like name@example.org"),
    ],
)
def test_what_is_missing_is_said(link: str, data: dict[str, str], words: str) -> None:
    response = Client().post(link, data)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert mail.outbox == []


def test_without_email_the_link_sends_people_to_their_lead(link: str, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # type: ignore[attr-defined]
    assert "cannot be joined by this link" in Client().get(link).content.decode()
