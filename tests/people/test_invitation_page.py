"""What opens behind an invitation's link: for somebody new, for somebody with an account, for somebody too late."""

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.people.access import permissions
from fanlight.people.actions import invite
from fanlight.people.models import Invitation, User
from fanlight.people.roles import MAY, Role
from support.letters import deliver, link_in
from support.worlds import Cast

pytestmark = pytest.mark.django_db


def invited(cast: Cast, email: str = "nia@example.org", role: Role = Role.MEMBER) -> str:
    invite(email=email, name="Nia Evans", role=role, place=cast.ward, by=cast.alice)
    return link_in(deliver()[-1])


def test_somebody_new_says_yes_and_is_in(cast: Cast) -> None:
    link, client = invited(cast), Client()
    page = client.get(link).content.decode()
    assert "Alice Example invites you to Ward 6 (Northfield Hospital)." in page
    assert 'value="Nia Evans"' in page
    response = client.post(link, {"name": "Nia Evans"})
    assert response["Location"] == reverse("team_home", args=[cast.ward.public_id])
    assert "Welcome to Ward 6." in client.get(response["Location"]).content.decode()
    assert permissions(User.objects.get(email="nia@example.org"), cast.ward) == MAY[Role.MEMBER]


def test_looking_at_the_page_accepts_nothing(cast: Cast) -> None:
    link = invited(cast)
    for ask in (Client().get, Client().head):
        assert ask(link).status_code == 200
    assert Invitation.objects.count() == 1
    assert not User.objects.filter(email="nia@example.org").exists()


def test_a_name_is_needed(cast: Cast) -> None:
    response = Client().post(invited(cast), {"name": " "})
    assert response.status_code == 422
    assert "Type your name" in response.content.decode()
    assert Invitation.objects.count() == 1


def test_a_used_link_says_what_to_do(cast: Cast) -> None:
    link = invited(cast)
    Client().post(link, {"name": "Nia"})
    response = Client().get(link)
    assert response.status_code == 410
    assert "This invitation no longer works" in response.content.decode()
    assert Client().post(link, {"name": "Nia"}).status_code == 410


@pytest.mark.parametrize("key", ["wrong", "0" * 32, "ü"])
def test_a_wrong_key_opens_nothing(cast: Cast, key: str) -> None:
    public_id = invited(cast).strip("/").split("/")[1]
    assert Client().get(f"/invitations/{public_id}/{key}/").status_code in {404, 410}


def test_somebody_with_an_account_signs_in_first(cast: Cast) -> None:
    link = invited(cast, email="charlie@example.org")
    page = Client().get(link).content.decode()
    assert f"{reverse('account_login')}?next={link}" in page
    assert Client().post(link, {"name": "Thief"}).status_code == 200
    assert permissions(cast.charlie, cast.ward) is None


def test_somebody_who_is_signed_in_comes_in_as_themself(cast: Cast) -> None:
    link, client = invited(cast, email="charlie.okafor@elsewhere.example"), Client()
    client.force_login(cast.charlie)
    assert "You are signed in with charlie@example.org" in client.get(link).content.decode()
    assert client.post(link).status_code == 302
    assert permissions(cast.charlie, cast.ward) == MAY[Role.MEMBER]
    assert not User.objects.filter(email="charlie.okafor@elsewhere.example").exists()


@pytest.mark.parametrize(("role", "to"), [(Role.COACH, "organisation"), (Role.GUARDIAN, "you")])
def test_a_role_in_an_organisation_leads_to_what_it_sees(cast: Cast, role: Role, to: str) -> None:
    trust = cast.hospital.parent
    invite(email="kit@example.org", name="", role=role, place=trust, by=cast.ada)
    client = Client()
    location = client.post(link_in(deliver()[-1]), {"name": "Kit"})["Location"]
    assert location == (reverse(to, args=[trust.public_id]) if to == "organisation" else reverse(to))
    assert client.get(location).status_code == 200
