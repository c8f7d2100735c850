"""The teams of a person, and the teams below an organisation."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from fanlight.people.models import Organisation, Team, User
from fanlight.people.roles import Role


def all_teams_of(user: User | AnonymousUser) -> QuerySet[Team]:
    """The teams in which a person holds a role, those that have ended too."""
    return (
        Team.objects.filter(memberships__user=user.pk)
        .select_related("organisation")
        .distinct()
        .order_by("name")
    )


def teams_of(user: User | AnonymousUser) -> QuerySet[Team]:
    """The teams in which a person holds a role now."""
    return all_teams_of(user).filter(ended_on__isnull=True)


def teams_that_asked(user: User | AnonymousUser) -> QuerySet[Team]:
    """The teams that asked somebody to be their facilitator."""
    return Team.objects.filter(memberships__user=user.pk, memberships__role=Role.FACILITATOR)


def teams_before(user: User, team: Team) -> QuerySet[Team]:
    """The teams that this one came from, of those in which somebody was: what these heard is theirs to read on."""
    return team.came_from.filter(memberships__user=user).distinct().order_by("name")


def teams_after(user: User, team: Team) -> QuerySet[Team]:
    """What has become of a team, as far as somebody is in it."""
    return team.followed_by.filter(memberships__user=user).distinct().order_by("name")


def teams_below(organisation: Organisation) -> QuerySet[Team]:
    """The working teams of an organisation and of everything below it."""
    return (
        Team.objects.working()
        .filter(organisation__in=Organisation.objects.below([organisation.pk]))
        .select_related("organisation")
        .order_by("organisation__name", "name")
    )
