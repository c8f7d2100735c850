"""Merging and splitting. The old teams end and keep their rounds; new teams carry on and begin their own.

A round is never cut again: the people who answered it belonged to the team that it was asked in.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.actions.refused import Refused
from fanlight.people.actions.roles import give_team_role
from fanlight.people.actions.teams import add_team, end_team, keep_working
from fanlight.people.models import Membership, Organisation, Team, User
from fanlight.people.roles import Role


@dataclass(frozen=True)
class Part:
    """One of the teams that a team is split into, and who goes there."""

    name: str
    people: frozenset[User]


@transaction.atomic
def merge_teams(*, teams: Collection[Team], organisation: Organisation, name: str, by: User | None) -> Team:
    """Make one team of several. Everybody keeps their roles, and goes on reading what their old team heard."""
    if len(set(teams)) < 2:
        raise Refused("Choose at least two teams to merge.")
    for team in teams:
        keep_working(team=team)
    for team in teams:
        end_team(team=team, by=by)
    merged = add_team(organisation=organisation, name=name, by=by)
    for row in Membership.objects.filter(team__in=teams).select_related("user").order_by("pk"):
        give_team_role(team=merged, user=row.user, role=Role(row.role), by=by)
    merged.came_from.set(teams)
    record("merge_teams", subject=merged, by=by, before=[team.public_id for team in teams])
    return merged


@transaction.atomic
def split_team(*, team: Team, parts: Sequence[Part], by: User | None) -> list[Team]:
    """Make several teams of one. Everybody goes somewhere, with their roles."""
    keep_working(team=team)
    rows = list(Membership.objects.filter(team=team).select_related("user").order_by("pk"))
    _everybody_goes_somewhere(parts, {row.user for row in rows})
    end_team(team=team, by=by)
    made = []
    for part in parts:
        new = add_team(organisation=team.organisation, name=part.name, by=by)
        for row in rows:
            if row.user in part.people:
                give_team_role(team=new, user=row.user, role=Role(row.role), by=by)
        made.append(new)
    team.followed_by.set(made)
    record("split_team", subject=team, by=by, after=[new.public_id for new in made])
    return made


def _everybody_goes_somewhere(parts: Sequence[Part], people: set[User]) -> None:
    if len({part.name for part in parts}) < 2:
        raise Refused("Give the new teams two different names.")
    left_over = people - frozenset().union(*(part.people for part in parts))
    if left_over:
        names = ", ".join(sorted(str(person) for person in left_over))
        raise Refused(f"Say where everybody goes. Nobody has been said yet for: {names}.")
