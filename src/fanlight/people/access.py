"""The one door to a team: it loads and authorises together."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from fanlight.people.models import Membership, Team, User
from fanlight.people.roles import MAY, May, Role


def permissions(user: User | AnonymousUser, team: Team) -> frozenset[May] | None:
    """What a person may do with a team; None for a stranger to the team and to everything above it."""
    if not isinstance(user, User):
        return None
    above = {organisation.pk for organisation in team.organisation.lineage}
    roles = Membership.objects.filter(user=user).values_list("role", "team_id", "organisation_id")
    held = [
        Role(role)
        for role, team_id, organisation_id in roles
        if team_id == team.pk or organisation_id in above
    ]
    return frozenset().union(*(MAY[role] for role in held)) if held else None


def signed_in(request: HttpRequest) -> User:
    """The person behind a request to a page that needs sign-in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def team_for(user: User | AnonymousUser, public_id: str, may: May) -> Team:
    """The team, if this person may; 404 to strangers (who learn nothing), 403 to colleagues without the role."""
    team = Team.objects.select_related("organisation__parent").filter(public_id=public_id).first()
    allowed = permissions(user, team) if team else None
    if team is None or allowed is None:
        raise Http404("no such team")
    if may not in allowed:
        raise PermissionDenied
    return team
