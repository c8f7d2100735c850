"""Reads about people and where they belong."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from fanlight.people.models import Team, User


def teams_of(user: User | AnonymousUser) -> QuerySet[Team]:
    """The teams in which a person holds a role."""
    return (
        Team.objects.filter(memberships__user=user.pk)
        .select_related("organisation")
        .distinct()
        .order_by("name")
    )


def user_with_email(email: str) -> User | None:
    return User.objects.filter(email=email.lower(), is_active=True).first()


def team_addresses(team: Team) -> list[str]:
    """Where everybody in a team can be written to, once each."""
    people = User.objects.filter(memberships__team=team, is_active=True)
    return sorted(set(people.values_list("email", flat=True)))
