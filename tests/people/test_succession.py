"""Merging and splitting: new teams carry on; old rounds stay with, and are read by, those whose they were."""

import pytest

from fanlight.audit.models import Entry
from fanlight.people.actions import (
    Part,
    Refused,
    add_team,
    give_team_role,
    leave_team,
    merge_teams,
    reopen_team,
    split_team,
)
from fanlight.people.models import Team
from fanlight.people.queries import teams_of
from fanlight.people.roles import Role
from fanlight.results.access import round_for
from support.worlds import Cast, a_released_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def next_door(cast: Cast) -> Team:
    """Ward 5, in the same hospital, led by Dana."""
    team = add_team(organisation=cast.hospital, name="Ward 5", by=None)
    give_team_role(team=team, user=cast.dana, role=Role.LEAD, by=None)
    return team


def merge(cast: Cast, next_door: Team) -> Team:
    return merge_teams(teams=[cast.ward, next_door], organisation=cast.hospital, name="Ward 6", by=cast.ada)


def can_read(user: object, round: object) -> bool:
    from django.core.exceptions import PermissionDenied
    from django.http import Http404

    try:
        round_for(user, round.public_id)  # type: ignore[arg-type, attr-defined]
    except (Http404, PermissionDenied):
        return False
    return True


def test_a_merged_team_has_everybody_with_their_roles(cast: Cast, next_door: Team) -> None:
    merged = merge(cast, next_door)
    held = {(row.user.first_name, row.role) for row in merged.memberships.select_related("user")}
    assert held == {("Alice", "lead"), ("Bob", "member"), ("Fay", "facilitator"), ("Dana", "lead")}
    assert list(teams_of(cast.bob)) == [merged]


def test_a_merged_teams_old_rounds_are_read_by_those_whose_they_were(cast: Cast, next_door: Team) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    merge(cast, next_door)
    round.refresh_from_db()
    assert round.team == cast.ward
    assert can_read(cast.bob, round)
    assert not can_read(cast.dana, round)
    assert not can_read(cast.ada, round)


def test_who_leaves_the_merged_team_leaves_what_it_came_from(cast: Cast, next_door: Team) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    merged = merge(cast, next_door)
    leave_team(team=merged, user=cast.bob, by=cast.bob)
    assert not can_read(cast.bob, round)


def test_a_split_team_goes_on_in_its_parts(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    parts = [
        Part("Ward 6 East", frozenset({cast.alice, cast.fay})),
        Part("Ward 6 West", frozenset({cast.bob, cast.fay})),
    ]
    east, west = split_team(team=cast.ward, parts=parts, by=cast.ada)
    assert {row.user for row in east.memberships.all()} == {cast.alice, cast.fay}
    assert all(can_read(user, round) for user in (cast.alice, cast.bob, cast.fay))
    leave_team(team=east, user=cast.fay, by=cast.fay)
    assert can_read(cast.fay, round)
    leave_team(team=west, user=cast.fay, by=cast.fay)
    assert not can_read(cast.fay, round)


def test_a_split_says_where_everybody_goes(cast: Cast) -> None:
    parts = [Part("East", frozenset({cast.alice})), Part("West", frozenset({cast.bob}))]
    with pytest.raises(Refused, match="Fay Example"):
        split_team(team=cast.ward, parts=parts, by=cast.ada)
    with pytest.raises(Refused, match="two different names"):
        split_team(team=cast.ward, parts=[parts[0], parts[0]], by=cast.ada)


def test_one_team_alone_is_not_merged(cast: Cast) -> None:
    with pytest.raises(Refused, match="at least two"):
        merge_teams(teams=[cast.ward, cast.ward], organisation=cast.hospital, name="X", by=cast.ada)


def test_merging_twice_is_refused_and_changes_nothing(cast: Cast, next_door: Team) -> None:
    merge(cast, next_door)
    for team in (cast.ward, next_door):
        team.refresh_from_db()
    with pytest.raises(Refused, match="has ended"):
        merge(cast, next_door)
    assert Entry.objects.filter(verb="merge_teams").count() == 1


def test_a_merged_team_is_not_opened_again(cast: Cast, next_door: Team) -> None:
    merge(cast, next_door)
    with pytest.raises(Refused, match="others carry on"):
        reopen_team(team=cast.ward, by=cast.ada)
