"""Whoever is about to end a guardian's role reads what else ends, and says so, before anything is done."""

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.people.actions import add_organisation, give_organisation_role
from fanlight.people.models import Membership, Organisation, OrganisationKind, User
from fanlight.people.pages.parting import what_ends_with_role
from fanlight.people.roles import Role
from fanlight.speakup.access import AtWork
from fanlight.speakup.actions import spares
from fanlight.speakup.actions.holding import make_keys, open_desk
from fanlight.speakup.models import Post
from support.speakup import PASSPHRASE, a_concern, another, give_role
from support.worlds import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(client: Client, cast: Cast) -> Client:
    """The trust's administrator."""
    client.force_login(cast.ada)
    return client


def address(gil: AtWork, user: User, role: Role = Role.GUARDIAN) -> str:
    return reverse("organisation_role_end", args=[gil.desk.organisation, user.public_id, role])


def is_guardian(user: User) -> bool:
    return Membership.objects.filter(user=user, role=Role.GUARDIAN).exists()


def test_the_administrator_reads_what_ends_with_the_only_guardian(
    ada: Client, gil: AtWork, cast: Cast
) -> None:
    a_concern(gil.desk)
    text = ada.get(address(gil, cast.gil)).content.decode()
    for line in (
        "Gil Example is the only one who listens to people who speak up at Northfield Trust",
        "Whatever was sealed to them alone opens to nobody who comes after them",
        "presses “Leave this desk”",
    ):
        assert line in text
    response = ada.post(address(gil, cast.gil))
    assert response.status_code == 422
    assert "Tick that you have read what ends with it" in response.content.decode()
    assert is_guardian(cast.gil), "nothing was done"
    ada.post(address(gil, cast.gil), {"sure": "on"})
    assert not is_guardian(cast.gil)


def test_what_the_page_says_is_the_same_whether_or_not_anybody_spoke_up(
    ada: Client, gil: AtWork, cast: Cast
) -> None:
    place, name = Organisation.objects.get(public_id=gil.desk.organisation), Role.GUARDIAN
    before = what_ends_with_role(place, cast.gil, name)
    a_concern(gil.desk)
    assert what_ends_with_role(place, cast.gil, name) == before != ()
    assert before[0] in ada.get(address(gil, cast.gil)).content.decode()


def test_it_says_who_goes_on_and_who_keeps_the_spare_key(ada: Client, gil: AtWork, cast: Cast) -> None:
    another(gil.desk, cast.eve, by=gil)
    sam = another(gil.desk, cast.sam, by=gil, post=Post.SPARE)
    spares.give_spare(holder=sam.guardian, by=gil)
    text = ada.get(address(gil, cast.gil)).content.decode()
    assert f"{cast.eve.name} would go on listening" in text
    assert f"or through {cast.sam.name}, who keeps their spare key" in text
    assert "Better first" not in ada.get(address(gil, cast.sam)).content.decode(), "Sam hears nothing"


def test_an_organisation_is_not_removed_from_under_a_guardian_unread(ada: Client, cast: Cast) -> None:
    trust = cast.hospital.parent
    part = add_organisation(name="A small part", kind=OrganisationKind.PART, parent=trust, by=None)
    give_organisation_role(organisation=part, user=cast.gil, role=Role.GUARDIAN, by=None)
    make_keys(desk=open_desk(organisation=part), passphrase=PASSPHRASE, by=cast.gil)
    remove = reverse("organisation_remove", args=[part.public_id])
    assert (
        "the only one who listens to people who speak up at A small part" in ada.get(remove).content.decode()
    )
    assert ada.post(remove).status_code == 422
    ada.post(remove, {"sure": "on"})
    assert not Organisation.objects.filter(pk=part.pk).exists()


def test_a_role_without_keys_ends_as_any_other(ada: Client, gil: AtWork, cast: Cast) -> None:
    give_role(gil.desk, cast.eve)
    text = ada.get(address(gil, cast.eve)).content.decode()
    assert "all the same" not in text
    assert "Better first" not in text
    ada.post(address(gil, cast.eve))
    assert not is_guardian(cast.eve)


def test_a_guardian_reads_it_before_they_close_their_account(client: Client, gil: AtWork, cast: Cast) -> None:  # noqa: ARG001
    client.force_login(cast.gil)
    assert "the only one who listens" in client.get(reverse("you_close")).content.decode()
    assert client.post(reverse("you_close")).status_code == 422
    assert User.objects.filter(pk=cast.gil.pk).exists()
    client.post(reverse("you_close"), {"sure": "on"})
    assert not User.objects.filter(pk=cast.gil.pk).exists()


def test_anybody_else_closes_theirs_without_being_asked_more(client: Client, cast: Cast) -> None:
    client.force_login(cast.bob)
    client.post(reverse("you_close"))
    assert not User.objects.filter(pk=cast.bob.pk).exists()
