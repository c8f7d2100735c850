"""Roles: given, changed, given up. A team that goes on always keeps a lead."""

from collections.abc import Collection

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.actions.refused import Refused
from fanlight.people.models import Membership, Organisation, Team, User
from fanlight.people.roles import Role

LAST_LEAD = "{team} needs a lead, and {person} is the only one. Hand the lead over first."


@transaction.atomic
def give_team_role(*, team: Team, user: User, role: Role, by: User | None) -> Membership:
    membership, is_new = Membership.objects.get_or_create(user=user, team=team, role=role)
    if is_new:
        record("give_role", subject=team, by=by, role=role.value, person=user.public_id)
    return membership


@transaction.atomic
def give_organisation_role(
    *, organisation: Organisation, user: User, role: Role, by: User | None
) -> Membership:
    membership, is_new = Membership.objects.get_or_create(user=user, organisation=organisation, role=role)
    if is_new:
        record("give_role", subject=organisation, by=by, role=role.value, person=user.public_id)
    return membership


@transaction.atomic
def take_organisation_role(*, organisation: Organisation, user: User, role: Role, by: User | None) -> None:
    """Take a role away. The last administrator of a tree stays, or nobody could name another."""
    held = Membership.objects.select_for_update().filter(organisation=organisation, role=role)
    others = Membership.objects.filter(
        role=role, organisation__in=Organisation.objects.above([organisation.pk])
    ).exclude(user=user)
    if role == Role.ADMINISTRATOR and held.filter(user=user).exists() and not others.exists():
        raise Refused(
            f"{user} is the only administrator of {organisation}. Invite another one first, then come back."
        )
    if held.filter(user=user).delete()[0]:
        record("take_role", subject=organisation, by=by, role=role.value, person=user.public_id)


@transaction.atomic
def change_team_roles(*, team: Team, user: User, roles: Collection[Role], by: User | None) -> None:
    """Give somebody in the team exactly these roles."""
    if not roles:
        raise Refused(f"{user} needs at least one role to stay in {team}. To let them go, remove them.")
    held = _held(team, user)
    if Role.LEAD in held and Role.LEAD not in roles:
        _keep_a_lead(team, user)
    for role in sorted(set(roles) - held):
        give_team_role(team=team, user=user, role=role, by=by)
    for role in sorted(held - set(roles)):
        Membership.objects.filter(team=team, user=user, role=role).delete()
        record("take_role", subject=team, by=by, role=role.value, person=user.public_id)


@transaction.atomic
def leave_team(*, team: Team, user: User, by: User | None) -> None:
    """Give up every role in the team: by oneself, or removed by a lead. With it goes what the team came from."""
    held = _held(team, user)
    if not held:
        return
    if Role.LEAD in held:
        _keep_a_lead(team, user)
    Membership.objects.filter(user=user, team=team).delete()
    verb = "leave_team" if by == user else "remove_from_team"
    record(verb, subject=team, by=by, person=user.public_id)
    for before in team.came_from.all():
        carries_on = Membership.objects.filter(user=user, team__in=before.followed_by.all())
        if not carries_on.exists():
            leave_team(team=before, user=user, by=by)


def _held(team: Team, user: User) -> set[Role]:
    """The roles of one person, with the team's rows locked so that two leads cannot both go at once."""
    rows = Membership.objects.select_for_update().filter(team=team)
    return {Role(row.role) for row in rows if row.user_id == user.pk}


def _keep_a_lead(team: Team, leaving: User) -> None:
    others = Membership.objects.filter(team=team).exclude(user=leaving)
    goes_on = Team.objects.working().filter(pk=team.pk).exists()
    if goes_on and others.exists() and not others.filter(role=Role.LEAD).exists():
        raise Refused(LAST_LEAD.format(team=team, person=leaving))
