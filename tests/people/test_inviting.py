"""Invitations: one address, one use, two weeks; sent again, withdrawn, taken up."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.people.access import invitation_behind, permissions
from fanlight.people.actions import (
    Refused,
    accept_invitation,
    invite,
    name_lead,
    send_again,
    withdraw_invitation,
)
from fanlight.people.actions.teams import add_team
from fanlight.people.models import Invitation, User
from fanlight.people.roles import MAY, Role
from support.letters import deliver, link_in
from support.worlds import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation(cast: Cast) -> Invitation:
    return invite(
        email="Nia@Example.org", name="Nia Example", role=Role.MEMBER, place=cast.ward, by=cast.alice
    )


def opened(link: str) -> Invitation | None:
    _, public_id, key = link.strip("/").split("/")
    return invitation_behind(public_id, key)


def test_the_letter_has_a_link_that_opens_the_invitation(invitation: Invitation) -> None:
    [letter] = deliver()
    assert letter.to == ["nia@example.org"]
    assert (
        "Alice Example invites you to Ward 6 (Northfield Hospital) on Fanlight, as a member." in letter.body
    )
    assert opened(link_in(letter)) == invitation
    invitation.refresh_from_db()
    assert invitation.sent_on == timezone.localdate()


def test_the_link_is_kept_nowhere(invitation: Invitation) -> None:
    from django_tasks_db.models import DBTaskResult

    stored = (
        str(Invitation.objects.values())
        + str(list(DBTaskResult.objects.values()))
        + str(list(Entry.objects.values()))
    )
    assert invitation.key not in stored


def test_saying_yes_makes_the_account_the_role_and_a_proven_address(
    invitation: Invitation, cast: Cast
) -> None:
    user = accept_invitation(invitation=invitation, name="Nia Evans", by=None)
    assert permissions(user, cast.ward) == MAY[Role.MEMBER]
    assert EmailAddress.objects.get(user=user).verified
    assert (user.name, user.has_usable_password()) == ("Nia Evans", False)


def test_an_invitation_works_once(invitation: Invitation) -> None:
    accept_invitation(invitation=invitation, name="Nia", by=None)
    with pytest.raises(Refused, match="used already"):
        accept_invitation(invitation=invitation, name="Nia", by=None)
    assert User.objects.filter(email="nia@example.org").count() == 1


def test_an_invitation_that_ran_out_opens_nothing(invitation: Invitation) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    invitation.refresh_from_db()
    assert invitation_behind(invitation.public_id, invitation.key) is None
    with pytest.raises(Refused, match="too old"):
        accept_invitation(invitation=invitation, name="Nia", by=None)


def test_sending_again_makes_a_new_link_and_kills_the_old(invitation: Invitation, cast: Cast) -> None:
    [first] = deliver()
    renewed = send_again(invitation=invitation, by=cast.alice)
    second = deliver()[-1]
    assert opened(link_in(first)) is None
    assert opened(link_in(second)) == renewed


@pytest.mark.usefixtures("invitation")
def test_inviting_twice_renews_the_one_that_waits(cast: Cast) -> None:
    invite(email="nia@example.org", name="", role=Role.MEMBER, place=cast.ward, by=cast.alice)
    renewed = Invitation.objects.get()
    assert (renewed.turn, renewed.name) == (2, "Nia Example")


def test_a_withdrawn_invitation_is_gone_and_its_letter_is_not_sent(
    invitation: Invitation, cast: Cast
) -> None:
    withdraw_invitation(invitation=invitation, by=cast.alice)
    assert deliver() == []
    assert invitation_behind(invitation.public_id, invitation.key) is None
    with pytest.raises(Refused, match="withdrawn"):
        accept_invitation(invitation=invitation, name="Nia", by=None)


def test_somebody_with_the_role_is_not_invited_to_it(cast: Cast) -> None:
    with pytest.raises(Refused, match="is member in Ward 6 already"):
        invite(email="bob@example.org", name="", role=Role.MEMBER, place=cast.ward, by=cast.alice)


def test_a_link_does_not_sign_in_to_an_account_that_exists(cast: Cast) -> None:
    waiting = invite(email="charlie@example.org", name="", role=Role.MEMBER, place=cast.ward, by=cast.alice)
    with pytest.raises(Refused, match="Sign in first"):
        accept_invitation(invitation=waiting, by=None)
    assert accept_invitation(invitation=waiting, by=cast.charlie) == cast.charlie
    assert permissions(cast.charlie, cast.ward) == MAY[Role.MEMBER]


def test_a_role_in_an_organisation_is_offered_the_same_way(cast: Cast) -> None:
    trust = cast.hospital.parent
    waiting = invite(email="kit@example.org", name="Kit", role=Role.COACH, place=trust, by=cast.ada)
    user = accept_invitation(invitation=waiting, name="Kit", by=None)
    assert permissions(user, cast.ward) == MAY[Role.COACH]


def test_an_administrator_names_the_first_lead_and_no_second(cast: Cast) -> None:
    new = add_team(organisation=cast.hospital, name="Ward 7", by=cast.ada)
    waiting = name_lead(team=new, email="lou@example.org", name="Lou", by=cast.ada)
    assert isinstance(waiting, Invitation)
    lou = accept_invitation(invitation=waiting, name="Lou", by=None)
    assert permissions(lou, new) == MAY[Role.LEAD]
    with pytest.raises(Refused, match="only its leads let people in"):
        name_lead(team=new, email="max@example.org", name="Max", by=cast.ada)


def test_a_further_lead_is_named_from_among_the_team(cast: Cast) -> None:
    name_lead(team=cast.ward, email="bob@example.org", name="", by=cast.ada)
    assert permissions(cast.bob, cast.ward) == MAY[Role.LEAD]


def test_an_administrator_leads_a_team_only_while_it_is_empty(cast: Cast) -> None:
    mine = add_team(organisation=cast.hospital, name="Mine", by=cast.ada)
    name_lead(team=mine, email="ada@example.org", name="", by=cast.ada)
    assert permissions(cast.ada, mine) == MAY[Role.LEAD] | MAY[Role.ADMINISTRATOR]
    cast.ward.memberships.filter(user=cast.alice).delete()
    with pytest.raises(Refused, match="You cannot make yourself their lead"):
        name_lead(team=cast.ward, email="ada@example.org", name="", by=cast.ada)
    name_lead(team=cast.ward, email="bob@example.org", name="", by=cast.ada)
    assert permissions(cast.bob, cast.ward) == MAY[Role.LEAD]
