"""The guardians' door: sign-in, a second check, keys, a passphrase; and nobody else comes in."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.people.actions import give_organisation_role
from fanlight.people.roles import Role
from fanlight.speakup.access import AtWork
from fanlight.speakup.actions import holding
from fanlight.speakup.models import OpenDoor
from support.speakup import PASSPHRASE, a_concern, page, second_check
from support.worlds import Cast

pytestmark = pytest.mark.django_db

OTHER = "nine brown loaves on the hill"


def test_a_guardian_of_two_organisations_chooses_whose_desk_to_open(
    client: Client, gil: AtWork, cast: Cast
) -> None:
    other = cast.elsewhere.organisation
    give_organisation_role(organisation=other, user=cast.gil, role=Role.GUARDIAN, by=None)
    theirs = holding.make_keys(desk=holding.open_desk(organisation=other), passphrase=OTHER, by=cast.gil)
    told, elsewhere = a_concern(gil.desk, "Said at the trust."), a_concern(theirs.desk, "Said elsewhere.")
    second_check(client, cast.gil)
    text = client.get("/guardian/open/").content.decode()
    for desk, passphrase, words in ((gil.desk, PASSPHRASE, told), (theirs.desk, OTHER, elsewhere)):
        address = f"/guardian/open/?desk={desk.public_id}"
        assert address in text
        assert client.post(address, {"passphrase": passphrase}).status_code == 302
        shown = client.get("/guardian/").content.decode()
        assert words.opened.ledger.entries[0].words in shown
        assert ("Said at the trust." in shown) is (words is told), "one desk at a time"
        assert "Open another desk" in shown
    assert client.post("/guardian/open/?desk=nonsense", {"passphrase": OTHER}).status_code == 200


def test_without_a_second_check_nobody_comes_in(client: Client, cast: Cast, gil: AtWork) -> None:  # noqa: ARG001
    client.force_login(cast.gil)
    assert client.get(reverse("guardian")).status_code == 302
    response = client.post(reverse("guardian_open"), {"passphrase": PASSPHRASE})
    assert "First, a second check" in response.content.decode()
    assert OpenDoor.objects.count() == 0


def test_a_second_check_from_long_ago_is_not_enough(client: Client, cast: Cast, gil: AtWork) -> None:  # noqa: ARG001
    second_check(client, cast.gil)
    session = client.session
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [{**one, "at": one["at"] - 3600} for one in records]
    session.save()
    client.post(reverse("guardian_open"), {"passphrase": PASSPHRASE})
    assert OpenDoor.objects.count() == 0


def test_a_wrong_passphrase_opens_nothing(client: Client, cast: Cast, gil: AtWork) -> None:  # noqa: ARG001
    second_check(client, cast.gil)
    response = client.post(reverse("guardian_open"), {"passphrase": "four calm geese by the hill"})
    assert response.status_code == 422
    assert "This is not the passphrase" in response.content.decode()
    assert OpenDoor.objects.count() == 0


@pytest.mark.parametrize("name", ["alice", "bob", "sam", "ada", "charlie"])
def test_nobody_without_the_guardians_role_sees_the_door(
    client: Client,
    cast: Cast,
    gil: AtWork,  # noqa: ARG001
    name: str,
) -> None:
    second_check(client, getattr(cast, name))
    for address in ("guardian", "guardian_open", "guardian_lost", "guardian_record", "guardian_year"):
        assert client.get(reverse(address)).status_code == 403


def test_the_first_guardian_makes_keys_and_is_in(client: Client, cast: Cast) -> None:
    second_check(client, cast.gil)
    assert "Make your keys" in page(client, "guardian_open")
    short = {"passphrase": "too short", "again": "too short", "understood": "on"}
    assert client.post(reverse("guardian_open"), short).status_code == 422
    long = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "understood": "on"}
    assert client.post(reverse("guardian_open"), long, follow=True).status_code == 200
    assert "Nothing needs you today" in page(client, "guardian")


def test_the_browsers_half_alone_or_the_databases_half_alone_opens_nothing(
    space: Client, gil: AtWork
) -> None:
    door = OpenDoor.objects.get()
    half = space.cookies["guardian_door"]
    assert half["path"] == "/guardian/"
    assert half["httponly"]
    assert half["samesite"] == "Strict"
    assert half.value not in door.name
    assert gil.keys.seed not in bytes(door.sealed)
    OpenDoor.objects.all().delete()
    assert space.get(reverse("guardian")).status_code == 302


def test_a_door_shuts_by_itself_and_by_hand(space: Client) -> None:
    OpenDoor.objects.update(shuts_at=timezone.now() - timedelta(seconds=1))
    assert space.get(reverse("guardian")).status_code == 302
    OpenDoor.objects.update(shuts_at=timezone.now() + timedelta(minutes=1))
    assert space.get(reverse("guardian")).status_code == 200
    space.post(reverse("guardian_shut"))
    assert OpenDoor.objects.count() == 0


def test_somebody_elses_half_does_not_open_their_door(space: Client, cast: Cast) -> None:
    stranger = Client()
    second_check(stranger, cast.ada)
    stranger.cookies["guardian_door"] = space.cookies["guardian_door"].value
    assert stranger.get(reverse("guardian")).status_code == 403
