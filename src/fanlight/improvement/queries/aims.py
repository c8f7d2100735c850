"""Reads about aims and their trees."""

from dataclasses import dataclass

from django.db.models import QuerySet

from fanlight.improvement.models import AgreedAction, Aim, Branch
from fanlight.people.models import Team

BRANCH = "branch"  # the kind under which an action keeps the idea that it came from


@dataclass(frozen=True)
class Twig:
    """A box with what is under it, and the action that was taken on from it."""

    branch: Branch
    action: AgreedAction | None
    twigs: tuple["Twig", ...]


def aims_of(team: Team) -> QuerySet[Aim]:
    return Aim.objects.filter(team=team)


def open_aims(team: Team) -> QuerySet[Aim]:
    return Aim.objects.filter(team=team, ended_on=None)


def tree_of(aim: Aim) -> tuple[Twig, ...]:
    """The whole tree in three queries, however large it is."""
    branches = list(Branch.objects.filter(aim=aim).select_related("aim"))
    names = [branch.public_id for branch in branches]
    taken = AgreedAction.objects.filter(team=aim.team, came_kind=BRANCH, came_id__in=names)
    actions = {action.came_id: action for action in taken}

    def under(parent: int | None) -> tuple[Twig, ...]:
        mine = [branch for branch in branches if branch.under_id == parent]
        return tuple(Twig(branch, actions.get(branch.public_id), under(branch.pk)) for branch in mine)

    return under(None)


def boxes_below(branch: Branch) -> int:
    """How many boxes would go with this one."""
    children = list(Branch.objects.filter(under=branch))
    return len(children) + sum(boxes_below(child) for child in children)
