"""The doors to thank-yous: the person it is for, and nobody else before they have shared it."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404

from fanlight.learning.models import State, Thanks
from fanlight.people.access import organisation_permissions, permissions, team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May


def team_to_thank(user: User | AnonymousUser, public_id: str) -> Team:
    """A team that this person may thank: their own, and any in the same organisation. 404 to strangers."""
    team = Team.objects.working().select_related("organisation").filter(public_id=public_id).first()
    if team is None or organisation_permissions(user, team.organisation.lineage[-1]) is None:
        raise Http404("no such team")
    return team


def is_in_team(user: User | AnonymousUser, team: Team) -> bool:
    return May.SEE_TEAM in (permissions(user, team) or ())


def thanks_for(user: User | AnonymousUser, public_id: str) -> Thanks:
    """A thank-you to this very person; 404 to everybody else, whatever they are."""
    found = _thanks().filter(public_id=public_id, reader=user.pk).first() if user.pk else None
    if found is None:
        raise Http404("no such thank-you")
    return found


def thanks_behind(code: str) -> Thanks:
    """The thank-you that a card opens, for whoever holds the card."""
    found = _thanks().filter(code=code).first()
    if found is None:
        raise Http404("no such card")
    return found


def shared_thanks(user: User | AnonymousUser, public_id: str) -> Thanks:
    """A thank-you on the wall of a team that this person is in; before it was shared it does not exist for them."""
    found = _thanks().filter(public_id=public_id, state=State.SHARED).first()
    if found is None:
        raise Http404("no such thank-you")
    team_for(user, found.team.public_id, May.SEE_RESULTS)
    return found


def _thanks() -> QuerySet[Thanks]:
    return Thanks.objects.select_related("team__organisation")
