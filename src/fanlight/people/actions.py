"""Writes about people: joining, leaving, making teams."""

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.models import Membership, Organisation, OrganisationKind, Team, User
from fanlight.people.roles import Role


@transaction.atomic
def add_organisation(
    *, name: str, kind: OrganisationKind, parent: Organisation | None = None, by: User | None
) -> Organisation:
    organisation = Organisation.objects.create(name=name, kind=kind, parent=parent)
    record("add_organisation", subject=organisation, by=by)
    return organisation


@transaction.atomic
def add_team(*, organisation: Organisation, name: str, by: User | None) -> Team:
    team = Team.objects.create(organisation=organisation, name=name)
    record("add_team", subject=team, by=by)
    return team


@transaction.atomic
def add_person(*, email: str, name: str, password: str | None = None, by: User | None) -> User:
    user = User.objects.create_user(email=email, name=name, password=password)
    record("add_person", subject=user, by=by)
    return user


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
def leave_team(*, team: Team, user: User, by: User | None) -> None:
    removed, _ = Membership.objects.filter(user=user, team=team).delete()
    if removed:
        record("leave_team", subject=team, by=by, person=user.public_id)
