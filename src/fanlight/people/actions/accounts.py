"""Accounts: made for somebody who was let in, renamed, closed."""

from allauth.account.models import EmailAddress
from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.actions.roles import leave_team
from fanlight.people.models import Team, User


@transaction.atomic
def add_person(*, email: str, name: str, is_proven: bool = False, by: User | None) -> User:
    """Make an account. `is_proven`: the person has shown that the address is theirs (a link or a code reached them)."""
    user = User.objects.create_user(email=email, name=name)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=is_proven)
    record("add_person", subject=user, by=by)
    return user


@transaction.atomic
def rename_person(*, user: User, name: str, by: User) -> User:
    if name != user.name:
        user.name = name
        user.save(update_fields=["name"])
        record("rename_person", subject=user, by=by)
    return user


@transaction.atomic
def sign_out_everywhere(*, user: User, by: User) -> User:
    """End every session of this person, on every device."""
    user.sign_outs += 1
    user.save(update_fields=["sign_outs"])
    record("sign_out_everywhere", subject=user, by=by)
    return user


@transaction.atomic
def close_account(*, user: User, by: User) -> None:
    """Leave every team and remove the account with everything that it held. What was done stays on record, unnamed."""
    for team in Team.objects.filter(memberships__user=user).distinct():
        leave_team(team=team, user=user, by=by)
    record("close_account", subject=user, by=None)
    user.delete()
