"""Roles: changed, given up, taken away. A team that goes on keeps a lead."""

import pytest

from fanlight.audit.models import Entry
from fanlight.people.access import permissions
from fanlight.people.actions import (
    Refused,
    change_team_roles,
    close_account,
    end_team,
    give_team_role,
    hand_over_lead,
    leave_team,
    take_organisation_role,
)
from fanlight.people.models import Membership, User
from fanlight.people.queries import seats_in_team
from fanlight.people.roles import IN_WORDS, MAY, ORGANISATION_ROLES, PURPOSE, TEAM_ROLES, May, Role
from support.worlds import Cast

pytestmark = pytest.mark.django_db


def roles_of(user: User, cast: Cast) -> set[str]:
    return set(cast.ward.memberships.filter(user=user).values_list("role", flat=True))


def test_only_roles_held_in_the_team_read_its_results() -> None:
    assert {role for role, allowed in MAY.items() if May.SEE_RESULTS in allowed} == TEAM_ROLES


def test_nobody_above_a_team_gives_a_role_that_reads_results() -> None:
    for role in ORGANISATION_ROLES:
        assert May.SEE_RESULTS not in MAY[role]


def test_every_role_and_permission_is_said_in_words() -> None:
    assert set(PURPOSE) == set(Role) == set(MAY)
    assert set(IN_WORDS) == set(May)


def test_leaving_twice_is_harmless(cast: Cast) -> None:
    for _ in range(2):
        leave_team(team=cast.ward, user=cast.bob, by=cast.bob)
    assert permissions(cast.bob, cast.ward) is None
    assert Entry.objects.filter(verb="leave_team", by=cast.bob).count() == 1


def test_being_removed_is_on_record_as_such(cast: Cast) -> None:
    leave_team(team=cast.ward, user=cast.bob, by=cast.alice)
    entry = Entry.objects.get(verb="remove_from_team", detail__person=cast.bob.public_id)
    assert entry.by == cast.alice


def test_the_last_lead_hands_over_before_leaving(cast: Cast) -> None:
    with pytest.raises(Refused, match="Hand the lead over first"):
        leave_team(team=cast.ward, user=cast.alice, by=cast.alice)
    hand_over_lead(team=cast.ward, to=cast.bob, by=cast.alice)
    leave_team(team=cast.ward, user=cast.alice, by=cast.alice)
    assert roles_of(cast.bob, cast) == {"lead", "member"}


def test_the_last_lead_may_leave_a_team_that_has_ended_or_is_empty(cast: Cast) -> None:
    leave_team(team=cast.elsewhere, user=cast.charlie, by=cast.charlie)
    end_team(team=cast.ward, by=cast.ada)
    leave_team(team=cast.ward, user=cast.alice, by=cast.alice)
    assert roles_of(cast.alice, cast) == set()


def test_whoever_hands_over_stays_as_a_member(cast: Cast) -> None:
    for _ in range(2):
        hand_over_lead(team=cast.ward, to=cast.bob, by=cast.alice)
    assert roles_of(cast.alice, cast) == {"member"}
    assert Entry.objects.filter(verb="hand_over_lead").count() == 1


def test_the_lead_goes_to_somebody_in_the_team(cast: Cast) -> None:
    with pytest.raises(Refused, match="is not in Ward 6"):
        hand_over_lead(team=cast.ward, to=cast.charlie, by=cast.alice)
    with pytest.raises(Refused, match="already"):
        hand_over_lead(team=cast.ward, to=cast.alice, by=cast.alice)


def test_roles_are_changed_to_exactly_those(cast: Cast) -> None:
    wanted = {Role.MEMBER, Role.FACILITATOR}
    for _ in range(2):
        change_team_roles(team=cast.ward, user=cast.bob, roles=wanted, by=cast.alice)
    assert roles_of(cast.bob, cast) == {"member", "facilitator"}
    change_team_roles(team=cast.ward, user=cast.bob, roles={Role.LEAD}, by=cast.alice)
    change_team_roles(team=cast.ward, user=cast.alice, roles={Role.MEMBER}, by=cast.alice)
    assert seats_in_team(cast.ward)[0].user == cast.bob


def test_roles_cannot_be_changed_to_none_or_to_no_lead(cast: Cast) -> None:
    with pytest.raises(Refused, match="at least one role"):
        change_team_roles(team=cast.ward, user=cast.bob, roles=set(), by=cast.alice)
    with pytest.raises(Refused, match="Hand the lead over"):
        change_team_roles(team=cast.ward, user=cast.alice, roles={Role.MEMBER}, by=cast.alice)


def test_the_last_administrator_stays(cast: Cast) -> None:
    trust = cast.hospital.parent
    take_organisation_role(organisation=trust, user=cast.eve, role=Role.COACH, by=cast.ada)
    assert permissions(cast.eve, cast.ward) is None
    with pytest.raises(Refused, match="only administrator"):
        take_organisation_role(organisation=trust, user=cast.ada, role=Role.ADMINISTRATOR, by=cast.ada)


def test_a_closed_account_is_gone_and_what_was_done_stands(cast: Cast) -> None:
    with pytest.raises(Refused, match="Hand the lead over first"):
        close_account(user=cast.alice, by=cast.alice)
    give_team_role(team=cast.ward, user=cast.bob, role=Role.LEAD, by=cast.alice)
    before = Entry.objects.count()
    close_account(user=cast.alice, by=cast.alice)
    assert not User.objects.filter(email="alice@example.org").exists()
    assert not Membership.objects.filter(user__email="alice@example.org").exists()
    assert Entry.objects.count() > before
