"""The tree of organisations with its teams, read whole in a fixed number of queries."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, QuerySet

from fanlight.people.models import Membership, Organisation, Team, User
from fanlight.people.roles import MAY, May, Role


@dataclass(frozen=True)
class Leaf:
    """A team in the tree: how many people are in it, and who leads it."""

    team: Team
    people: int
    leads: tuple[str, ...]


@dataclass(frozen=True)
class Branch:
    """An organisation with its teams and everything below it."""

    organisation: Organisation
    teams: tuple[Leaf, ...]
    branches: tuple["Branch", ...]

    @property
    def is_empty(self) -> bool:
        return not self.teams and not self.branches

    @property
    def number_of_teams(self) -> int:
        own = sum(not leaf.team.has_ended for leaf in self.teams)
        return own + sum(branch.number_of_teams for branch in self.branches)


def tree_below(organisation: Organisation) -> Branch:
    """The organisation with everything below it: three queries, however large it is."""
    below = list(Organisation.objects.below([organisation.pk]).order_by("name"))
    children: dict[int | None, list[Organisation]] = {}
    for one in below:
        children.setdefault(one.parent_id if one.pk != organisation.pk else None, []).append(one)
    teams: dict[int, list[Leaf]] = {}
    for leaf in _leaves(Team.objects.filter(organisation__in=[one.pk for one in below])):
        teams.setdefault(leaf.team.organisation_id, []).append(leaf)

    def grown(one: Organisation) -> Branch:
        return Branch(one, tuple(teams.get(one.pk, ())), tuple(map(grown, children.get(one.pk, ()))))

    return grown(organisation)


def leaf_of(team: Team) -> Leaf:
    """One team, as it stands in the tree."""
    [leaf] = _leaves(Team.objects.filter(pk=team.pk))
    return leaf


def _leaves(teams: QuerySet[Team]) -> list[Leaf]:
    leads: dict[int | None, list[str]] = {}
    rows = Membership.objects.filter(team__in=teams, role=Role.LEAD).order_by("user__name")
    for team_id, name in rows.values_list("team_id", "user__name"):
        leads.setdefault(team_id, []).append(name)
    counted = teams.annotate(people=Count("memberships__user", distinct=True)).order_by("name")
    leaves = [Leaf(team, team.people, tuple(leads.get(team.pk, ()))) for team in counted]
    return sorted(leaves, key=lambda leaf: leaf.team.has_ended)


def organisations_seen_by(user: User | AnonymousUser, may: May = May.SEE_PROCESS) -> QuerySet[Organisation]:
    """The organisations in which a person holds a role that lets them do this; the rest is reached from there."""
    roles = [role for role, allowed in MAY.items() if may in allowed]
    return (
        Organisation.objects.filter(memberships__user=user.pk, memberships__role__in=roles)
        .distinct()
        .order_by("name")
    )


def organisations_managed_by(user: User) -> list[tuple[Organisation, str]]:
    """Every organisation that a person administers, at whatever depth, with its way down from the top: two queries."""
    tops = set(organisations_seen_by(user, May.MANAGE_ORGANISATION).values_list("pk", flat=True))
    below = {one.pk: one for one in Organisation.objects.below(tops)}

    def way(one: Organisation) -> str:
        above = below.get(one.parent_id or 0)
        return f"{way(above)} › {one.name}" if above else one.name

    return sorted(((one, way(one)) for one in below.values()), key=lambda pair: pair[1].casefold())
