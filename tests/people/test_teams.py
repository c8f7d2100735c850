"""Teams: named, moved, ended, taken up again."""

import pytest
from django.db import IntegrityError, transaction

from fanlight.audit.models import Entry
from fanlight.people.access import team_for
from fanlight.people.actions import (
    Refused,
    add_organisation,
    add_team,
    change_join_link,
    end_team,
    invite,
    move_team,
    rename_team,
    reopen_team,
)
from fanlight.people.models import OrganisationKind, Team
from fanlight.people.queries import all_teams_of, teams_of
from fanlight.people.roles import May, Role
from support.worlds import Cast

pytestmark = pytest.mark.django_db


def test_two_teams_of_one_organisation_have_different_names(cast: Cast) -> None:
    with pytest.raises(Refused, match="Choose another name"):
        add_team(organisation=cast.hospital, name="Ward 6", by=cast.ada)


def test_a_team_is_renamed_once_and_the_old_name_is_on_record(cast: Cast) -> None:
    for _ in range(2):
        rename_team(team=cast.ward, name="Ward 6 East", by=cast.alice)
    [entry] = Entry.objects.filter(verb="rename_team")
    assert entry.detail == {"before": "Ward 6"}


def test_a_team_moves_with_its_people(cast: Cast) -> None:
    division = add_organisation(
        name="Medicine", kind=OrganisationKind.OTHER, parent=cast.hospital, by=cast.ada
    )
    for _ in range(2):
        move_team(team=cast.ward, to=division, by=cast.ada)
    assert team_for(cast.bob, cast.ward.public_id, May.SEE_RESULTS).organisation == division
    assert Entry.objects.filter(verb="move_team").count() == 1


def test_an_ended_team_lets_nobody_in_and_can_still_be_read(cast: Cast) -> None:
    change_join_link(team=cast.ward, by=cast.alice)
    invite(email="new@example.org", name="", role=Role.MEMBER, place=cast.ward, by=cast.alice)
    for _ in range(2):
        end_team(team=cast.ward, by=cast.ada)
    ward = Team.objects.get(pk=cast.ward.pk)
    assert (ward.has_ended, ward.join_code, ward.invitations.count()) == (True, None, 0)
    assert Entry.objects.filter(verb="end_team").count() == 1
    for refused in (
        lambda: change_join_link(team=ward, by=cast.alice),
        lambda: invite(email="x@example.org", name="", role=Role.MEMBER, place=ward, by=cast.alice),
    ):
        with pytest.raises(Refused, match="has ended"):
            refused()
    assert team_for(cast.bob, ward.public_id, May.SEE_RESULTS) == ward
    assert ward not in teams_of(cast.bob)
    assert ward in all_teams_of(cast.bob)


def test_a_team_that_ended_is_taken_up_again_with_its_people(cast: Cast) -> None:
    end_team(team=cast.ward, by=cast.ada)
    for _ in range(2):
        reopen_team(team=cast.ward, by=cast.ada)
    assert cast.ward in teams_of(cast.bob)
    assert Entry.objects.filter(verb="reopen_team").count() == 1


def test_a_name_is_free_again_when_its_team_has_ended(cast: Cast) -> None:
    end_team(team=cast.ward, by=cast.ada)
    add_team(organisation=cast.hospital, name="Ward 6", by=cast.ada)
    with pytest.raises(Refused, match="Choose another name"):
        reopen_team(team=cast.ward, by=cast.ada)


def test_the_database_refuses_an_open_link_to_an_ended_team(cast: Cast) -> None:
    end_team(team=cast.ward, by=cast.ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        Team.objects.filter(pk=cast.ward.pk).update(join_code="abcdefghjkmn")
