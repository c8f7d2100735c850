"""The team's join link: an address that a lead may turn on, change and turn off."""

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.audit.fields import random_identifier
from fanlight.people.actions.accounts import add_person
from fanlight.people.actions.refused import Refused
from fanlight.people.actions.roles import give_team_role
from fanlight.people.actions.teams import keep_working
from fanlight.people.models import Membership, Team, User
from fanlight.people.roles import Role


@transaction.atomic
def change_join_link(*, team: Team, by: User) -> Team:
    """Turn the link on, or replace it: the old address stops working."""
    keep_working(team=team)
    team.join_code = random_identifier()
    team.save(update_fields=["join_code"])
    record("change_join_link", subject=team, by=by)
    return team


@transaction.atomic
def turn_off_join_link(*, team: Team, by: User) -> Team:
    if team.join_code is not None:
        team.join_code = None
        team.save(update_fields=["join_code"])
        record("turn_off_join_link", subject=team, by=by)
    return team


@transaction.atomic
def join_by_link(*, team: Team, join_code: str, email: str, name: str, by: User | None) -> User:
    """Come in as a member: as `by`, who is signed in, or as whoever has just shown that the address is theirs."""
    team = Team.objects.select_for_update().get(pk=team.pk)
    if team.join_code != join_code:
        raise Refused(
            "This link was changed or turned off a moment ago. Ask the team’s lead for the new one."
        )
    user = by or User.objects.filter(email=email.lower()).first()
    if user is None:
        user = add_person(email=email, name=name, is_proven=True, by=None)
    if not Membership.objects.filter(team=team, user=user).exists():
        give_team_role(team=team, user=user, role=Role.MEMBER, by=user)
    return user
