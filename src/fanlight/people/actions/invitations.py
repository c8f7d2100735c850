"""Invitations: a role offered by e-mail to one address, until it is used, withdrawn or too old."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.people.actions.accounts import add_person
from fanlight.people.actions.organisations import add_organisation
from fanlight.people.actions.refused import Refused
from fanlight.people.actions.roles import give_organisation_role, give_team_role
from fanlight.people.actions.teams import keep_working
from fanlight.people.letters import can_send_letters, send_invitation
from fanlight.people.models import Invitation, Membership, Organisation, OrganisationKind, Team, User
from fanlight.people.roles import Role

LIFETIME = timedelta(days=14)


@transaction.atomic
def invite(*, email: str, name: str, role: Role, place: Team | Organisation, by: User | None) -> Invitation:
    """Offer a role. Asking again renews the invitation that waits; there are never two."""
    if isinstance(place, Team):
        keep_working(team=place)
    email = email.lower()
    where = _where(place)
    if Membership.objects.filter(user__email=email, role=role, **where).exists():
        raise Refused(f"{email} is {role.label.lower()} in {place} already.")
    invitation, is_new = Invitation.objects.get_or_create(
        email=email, role=role, **where, defaults={"expires_at": timezone.now() + LIFETIME, "by": by}
    )
    invitation.name = name or invitation.name
    invitation.save(update_fields=["name"])
    if is_new:
        record("invite", subject=place, by=by, role=role.value, invitation=invitation.public_id)
        _send(invitation)
        return invitation
    return send_again(invitation=invitation, by=by)


@transaction.atomic
def invite_administrator(
    *, email: str, name: str, organisation_name: str, kind: OrganisationKind, by: User | None
) -> Invitation:
    """The operator's way to begin: a whole organisation, set up if it is new, and somebody to look after it."""
    tops = Organisation.objects.filter(parent=None, name=organisation_name)
    organisation = tops.first() or add_organisation(name=organisation_name, kind=kind, by=by)
    return invite(email=email, name=name, role=Role.ADMINISTRATOR, place=organisation, by=by)


@dataclass(frozen=True)
class Sent:
    """Who was invited, and who was in already."""

    invited: tuple[str, ...]
    already: tuple[str, ...]


@transaction.atomic
def invite_several(*, people: Iterable[tuple[str, str]], role: Role, team: Team, by: User) -> Sent:
    """Invite these people (address and name) to a team; whoever is in it already is left alone."""
    keep_working(team=team)
    is_in = set(team.memberships.filter(role=role).values_list("user__email", flat=True))
    invited, already = [], []
    for email, name in people:
        if email in is_in:
            already.append(email)
        else:
            invited.append(invite(email=email, name=name, role=role, place=team, by=by).email)
    return Sent(tuple(invited), tuple(already))


@transaction.atomic
def offer_role(
    *, email: str, name: str, role: Role, organisation: Organisation, by: User
) -> Membership | Invitation:
    """Offer a role in an organisation. One's own address takes the role at once: none of them reads results."""
    if email.lower() == by.email:
        return give_organisation_role(organisation=organisation, user=by, role=role, by=by)
    return invite(email=email, name=name, role=role, place=organisation, by=by)


@transaction.atomic
def send_again(*, invitation: Invitation, by: User | None) -> Invitation:
    """Send a new link, good for two weeks more. The old one stops working."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    invitation.turn += 1
    invitation.sent_on = None
    invitation.expires_at = timezone.now() + LIFETIME
    invitation.by = by
    invitation.save()
    record("send_invitation_again", subject=invitation.place, by=by, invitation=invitation.public_id)
    _send(invitation)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, by: User | None) -> None:
    record("withdraw_invitation", subject=invitation.place, by=by, invitation=invitation.public_id)
    invitation.delete()


@transaction.atomic
def accept_invitation(*, invitation: Invitation, name: str = "", by: User | None) -> User:
    """Take up the role: as `by`, who is signed in, or as somebody new, whose account is made now."""
    held = Invitation.objects.select_for_update().filter(pk=invitation.pk, turn=invitation.turn).first()
    if held is None or held.has_run_out:
        raise Refused("This invitation was used already, was withdrawn, or is too old.")
    place = held.place
    if isinstance(place, Team):
        keep_working(team=place)
    if by is None and User.objects.filter(email=held.email).exists():
        raise Refused(f"There is an account for {held.email}. Sign in first, then open the link again.")
    user = by or add_person(email=held.email, name=name, is_proven=can_send_letters(), by=None)
    if isinstance(place, Team):
        give_team_role(team=place, user=user, role=Role(held.role), by=held.by)
    else:
        give_organisation_role(organisation=place, user=user, role=Role(held.role), by=held.by)
    record("accept_invitation", subject=place, by=user, invitation=held.public_id)
    held.delete()
    return user


def _where(place: Team | Organisation) -> dict[str, Team | Organisation | None]:
    is_team = isinstance(place, Team)
    return {"team": place if is_team else None, "organisation": None if is_team else place}


def _send(invitation: Invitation) -> None:
    if can_send_letters():
        send_invitation.enqueue(invitation.public_id, invitation.turn)
