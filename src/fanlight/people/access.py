"""The doors to a team and to an organisation: they load and authorise together."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.crypto import constant_time_compare

from fanlight.people.models import Invitation, Membership, Organisation, Team, User
from fanlight.people.roles import MAY, May, Role

Allowed = frozenset[May]


def signed_in(request: HttpRequest) -> User:
    """The person behind a request to a page that needs sign-in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def _allowed(roles: Iterable[str]) -> Allowed | None:
    held = [Role(role) for role in roles]
    return frozenset().union(*(MAY[role] for role in held)) if held else None


def permissions(user: User | AnonymousUser, team: Team) -> Allowed | None:
    """What a person may do with a team; None for a stranger to the team and to everything above it."""
    if not isinstance(user, User):
        return None
    held = list(Membership.objects.filter(user=user).values_list("role", "team_id", "organisation_id"))
    above = _above(team.organisation_id) if any(organisation for _, _, organisation in held) else frozenset()
    return _allowed(role for role, in_team, over in held if in_team == team.pk or over in above)


def organisation_permissions(user: User | AnonymousUser, organisation: Organisation) -> Allowed | None:
    """What a person may do with an organisation; None for whoever has no role in, above or below it."""
    if not isinstance(user, User):
        return None
    places = "role", "organisation_id", "team__organisation_id"
    held = list(Membership.objects.filter(user=user).values_list(*places))
    above = _above(organisation.pk)
    allowed = _allowed(role for role, over, _ in held if over in above)
    if allowed is not None or not held:
        return allowed
    below = set(Organisation.objects.below([organisation.pk]).values_list("pk", flat=True))
    return frozenset() if any((over or where) in below for _, over, where in held) else None


def _above(organisation_id: int) -> frozenset[int]:
    return frozenset(Organisation.objects.above([organisation_id]).values_list("pk", flat=True))


def team_for(user: User | AnonymousUser, public_id: str, *may: May) -> Team:
    """The team, if this person may do one of these; 404 to strangers (who learn nothing), 403 to colleagues."""
    return team_with_permissions(user, public_id, *may)[0]


def team_with_permissions(user: User | AnonymousUser, public_id: str, *may: May) -> tuple[Team, Allowed]:
    """The same, with everything that this person may do there."""
    team = Team.objects.select_related("organisation").filter(public_id=public_id).first()
    allowed = permissions(user, team) if team else None
    if team is None or allowed is None:
        raise Http404("no such team")
    if allowed.isdisjoint(may):
        raise PermissionDenied
    return team, allowed


def is_outside_the_line(user: User, team: Team) -> bool:
    """Whether this person neither works in the team nor leads it, nor administers what is above it."""
    own = Q(team=team, role__in=(Role.MEMBER, Role.LEAD))
    above = Q(organisation__in=_above(team.organisation_id), role=Role.ADMINISTRATOR)
    return not Membership.objects.filter(own | above, user=user).exists()


def is_outside_every_line(user: User, *teams: Team) -> bool:
    return all(is_outside_the_line(user, team) for team in teams)


def organisation_for(user: User | AnonymousUser, public_id: str, may: May) -> Organisation:
    """The organisation, if this person may; 404 to strangers, 403 to people in it without the role."""
    return organisation_with_permissions(user, public_id, may)[0]


def organisation_with_permissions(
    user: User | AnonymousUser, public_id: str, may: May
) -> tuple[Organisation, Allowed]:
    """The same, with everything that this person may do there."""
    organisation = Organisation.objects.filter(public_id=public_id).first()
    allowed = organisation_permissions(user, organisation) if organisation else None
    if organisation is None or allowed is None:
        raise Http404("no such organisation")
    if may not in allowed:
        raise PermissionDenied
    return organisation, allowed


def person_in(team: Team, public_id: str) -> User:
    """Somebody who holds a role in the team; 404 for anybody else."""
    user = User.objects.filter(public_id=public_id, memberships__team=team).distinct().first()
    if user is None:
        raise Http404("nobody of that name in this team")
    return user


def person_in_organisation(organisation: Organisation, public_id: str) -> User:
    """Somebody who holds a role in this very organisation; 404 for anybody else."""
    held = User.objects.filter(public_id=public_id, memberships__organisation=organisation)
    user = held.distinct().first()
    if user is None:
        raise Http404("nobody of that name in this organisation")
    return user


def invitation_to(place: Team | Organisation, public_id: str) -> Invitation:
    """An invitation that still waits, to this team or organisation; 404 if it was used or withdrawn."""
    invitation = place.invitations.filter(public_id=public_id).select_related("team", "organisation").first()
    if invitation is None:
        raise Http404("no such invitation")
    return invitation


def invitation_behind(public_id: str, key: str) -> Invitation | None:
    """The invitation that a link from an e-mail opens; None if the link no longer works."""
    invitations = Invitation.objects.select_related("team__organisation", "organisation", "by")
    invitation = invitations.filter(public_id=public_id).first()
    works = (
        invitation is not None and constant_time_compare(invitation.key, key) and not invitation.has_run_out
    )
    return invitation if works else None


def team_behind(join_code: str) -> Team:
    """The team behind a join link; 404 once the link was turned off or changed."""
    team = Team.objects.select_related("organisation").filter(join_code=join_code).first()
    if team is None:
        raise Http404("no such link")
    return team
