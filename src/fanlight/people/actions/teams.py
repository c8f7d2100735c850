"""Teams: set up, renamed, moved, ended, taken up again."""

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.people.actions.refused import Refused
from fanlight.people.models import Organisation, Team, User


@transaction.atomic
def add_team(*, organisation: Organisation, name: str, by: User | None) -> Team:
    keep_names_apart(name=name, organisation=organisation)
    team = Team.objects.create(organisation=organisation, name=name)
    record("add_team", subject=team, by=by)
    return team


@transaction.atomic
def rename_team(*, team: Team, name: str, by: User | None) -> Team:
    if name != team.name:
        keep_names_apart(name=name, organisation=team.organisation)
        before, team.name = team.name, name
        team.save(update_fields=["name"])
        record("rename_team", subject=team, by=by, before=before)
    return team


@transaction.atomic
def move_team(*, team: Team, to: Organisation, by: User | None) -> Team:
    """Make the team a part of another organisation. Its people and its rounds go with it."""
    if team.organisation_id != to.pk:
        keep_names_apart(name=team.name, organisation=to)
        record("move_team", subject=team, by=by, before=team.organisation.public_id, to=to.public_id)
        team.organisation = to
        team.save(update_fields=["organisation"])
    return team


@transaction.atomic
def end_team(*, team: Team, by: User | None) -> Team:
    """Let nobody more in and plan no more rounds. Whoever is in the team goes on reading its results."""
    team = Team.objects.select_for_update().get(pk=team.pk)
    if not team.has_ended:
        team.ended_on = timezone.localdate()
        team.join_code = None
        team.save(update_fields=["ended_on", "join_code"])
        team.invitations.all().delete()
        record("end_team", subject=team, by=by)
    return team


@transaction.atomic
def reopen_team(*, team: Team, by: User | None) -> Team:
    """Take up again a team that was ended. One that was merged or split has others carrying on, and stays ended."""
    team = Team.objects.select_for_update().get(pk=team.pk)
    if team.followed_by.exists():
        raise Refused(f"{team} was merged or split, and others carry on. It cannot be opened again.")
    if team.has_ended:
        keep_names_apart(name=team.name, organisation=team.organisation)
        team.ended_on = None
        team.save(update_fields=["ended_on"])
        record("reopen_team", subject=team, by=by)
    return team


def keep_names_apart(*, name: str, organisation: Organisation) -> None:
    if organisation.teams.working().filter(name=name).exists():
        raise Refused(f"There is a team called “{name}” in {organisation} already. Choose another name.")


def keep_working(*, team: Team) -> None:
    """Refuse what cannot be done with a team that has ended. The row is locked, so that it cannot end meanwhile."""
    if not Team.objects.select_for_update().working().filter(pk=team.pk).exists():
        raise Refused(f"{team} has ended. Its results can be read, but nobody more can come in.")
