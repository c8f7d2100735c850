"""The doors to a team's changes: everybody in the team, and nobody else."""

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import QuerySet
from django.http import Http404

from fanlight.improvement.models import AgreedAction, Aim, Branch, Cycle, Figure, Measure, Note
from fanlight.people.access import team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May

Row = TypeVar("Row", bound=models.Model)


def team_that_changes(user: User | AnonymousUser, public_id: str) -> Team:
    """A team that this person is in; 404 to strangers, 403 to colleagues outside the team."""
    return team_for(user, public_id, May.SEE_RESULTS)


def _found(rows: QuerySet[Row], public_id: str) -> Row:
    found = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404("nothing of this name")
    return found


def agreed_action(user: User | AnonymousUser, public_id: str) -> AgreedAction:
    found = _found(AgreedAction.objects.select_related("team__organisation", "round"), public_id)
    team_that_changes(user, found.team.public_id)
    return found


def cycle_in_team(user: User | AnonymousUser, public_id: str) -> Cycle:
    found = _found(Cycle.objects.select_related("action__team__organisation"), public_id)
    team_that_changes(user, found.action.team.public_id)
    return found


def measure_in_team(user: User | AnonymousUser, public_id: str) -> Measure:
    found = _found(Measure.objects.select_related("team__organisation", "action"), public_id)
    team_that_changes(user, found.team.public_id)
    return found


def figure_in_team(user: User | AnonymousUser, public_id: str) -> Figure:
    found = _found(Figure.objects.select_related("measure__team__organisation"), public_id)
    team_that_changes(user, found.measure.team.public_id)
    return found


def note_in_team(user: User | AnonymousUser, public_id: str) -> Note:
    found = _found(Note.objects.select_related("measure__team__organisation"), public_id)
    team_that_changes(user, found.measure.team.public_id)
    return found


def aim_in_team(user: User | AnonymousUser, public_id: str) -> Aim:
    found = _found(Aim.objects.select_related("team__organisation", "measure"), public_id)
    team_that_changes(user, found.team.public_id)
    return found


def branch_in_team(user: User | AnonymousUser, public_id: str) -> Branch:
    found = _found(Branch.objects.select_related("aim__team__organisation", "under"), public_id)
    team_that_changes(user, found.aim.team.public_id)
    return found


def branch_in_aim(aim: Aim, public_id: str) -> Branch | None:
    """The box under which something is put; None at the tree's foot, 404 if it is in another tree."""
    return _found(Branch.objects.filter(aim=aim), public_id) if public_id else None
