"""Who leads a team: handed over inside it, or named once by an administrator where there is nobody."""

from collections.abc import Iterable
from enum import Enum

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.actions.invitations import invite, invite_several
from fanlight.people.actions.refused import Refused
from fanlight.people.actions.roles import give_team_role
from fanlight.people.actions.teams import add_team, keep_working
from fanlight.people.models import Invitation, Membership, Organisation, Team, User
from fanlight.people.roles import Role


@transaction.atomic
def hand_over_lead(*, team: Team, to: User, by: User) -> None:
    """Make somebody else in the team its lead; whoever hands over stays as a member."""
    keep_working(team=team)
    members = Membership.objects.select_for_update().filter(team=team)
    if not any(row.user_id == to.pk for row in members):
        raise Refused(f"{to} is not in {team} (any more). Choose somebody who is.")
    if to == by:
        raise Refused("You lead the team already. Choose somebody else.")
    give_team_role(team=team, user=to, role=Role.LEAD, by=by)
    if Membership.objects.filter(team=team, user=by, role=Role.LEAD).delete()[0]:
        give_team_role(team=team, user=by, role=Role.MEMBER, by=by)
        record("hand_over_lead", subject=team, by=by, person=to.public_id)


class Lead(Enum):
    """Who leads a team that is being set up."""

    ME = "me"
    OTHER = "other"
    LATER = "later"


@transaction.atomic
def set_up_team(
    *,
    organisation: Organisation,
    name: str,
    leads: Lead,
    lead_email: str = "",
    others: Iterable[tuple[str, str]] = (),
    by: User,
) -> Team:
    """A new team with its lead; a lead who sets it up themself may invite everybody in the same breath."""
    team = add_team(organisation=organisation, name=name, by=by)
    if leads == Lead.OTHER:
        name_lead(team=team, email=lead_email, name="", by=by)
    if leads == Lead.ME:
        name_lead(team=team, email=by.email, name="", by=by)
        rest = [(email, called) for email, called in others if email != by.email]
        invite_several(people=rest, role=Role.MEMBER, team=team, by=by)
    return team


@transaction.atomic
def name_lead(*, team: Team, email: str, name: str, by: User) -> Membership | Invitation:
    """Name a lead: the first one, or at any time somebody who is in the team already.

    Neither makes anybody a reader of results that are not theirs. For the same reason an administrator may name
    themself only while nobody is in the team.
    """
    keep_working(team=team)
    people = Membership.objects.filter(team=team)
    insider = User.objects.filter(email=email.lower(), memberships__team=team).first()
    if insider:
        return give_team_role(team=team, user=insider, role=Role.LEAD, by=by)
    if people.filter(role=Role.LEAD).exists():
        raise Refused(
            f"{team} has a lead, and only its leads let people in. Name somebody who is in the team."
        )
    if email.lower() != by.email:
        return invite(email=email, name=name, role=Role.LEAD, place=team, by=by)
    if people.exists():
        raise Refused(
            f"There are people in {team}, and its results belong to them. You cannot make yourself their lead: "
            "name one of them, or somebody else."
        )
    return give_team_role(team=team, user=by, role=Role.LEAD, by=by)
