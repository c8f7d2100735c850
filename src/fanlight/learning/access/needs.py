"""The doors to what people need: the facilitator who keeps it, and each person concerned to their own part.

For everybody else it does not exist. There is no 403 here: “not for you” would say that there is something.
"""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from fanlight.learning.models import Mending, Need, Party
from fanlight.people.access import permissions, team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May


def team_to_mend(user: User | AnonymousUser, public_id: str) -> Team:
    """A team in which this person is a facilitator."""
    return team_for(user, public_id, May.KEEP_NEEDS)


def may_keep_needs(user: User | AnonymousUser, team: Team) -> bool:
    return May.KEEP_NEEDS in (permissions(user, team) or ())


def mending_to_keep(user: User | AnonymousUser, public_id: str) -> Mending:
    """What this very facilitator began or was handed, as long as they are a facilitator of the team."""
    mending = Mending.objects.select_related("team__organisation").filter(public_id=public_id).first()
    if mending is None or not _keeps(user, mending):
        raise Http404("no such page")
    return mending


def party_to_see(user: User | AnonymousUser, public_id: str) -> Party:
    """One person's part: for its keeper, and for the person themself."""
    party = Party.objects.select_related("mending__team__organisation").filter(public_id=public_id).first()
    if party is None or not (_is_reader(user, party) or _keeps(user, party.mending)):
        raise Http404("no such page")
    return party


def party_to_keep(user: User | AnonymousUser, public_id: str) -> Party:
    party = party_to_see(user, public_id)
    if not _keeps(user, party.mending):
        raise Http404("no such page")
    return party


def need_to_see(user: User | AnonymousUser, public_id: str) -> Need:
    need = Need.objects.select_related("party").filter(public_id=public_id).first()
    if need is None:
        raise Http404("no such page")
    need.party = party_to_see(user, need.party.public_id)
    return need


def keeps(user: User | AnonymousUser, party: Party) -> bool:
    return _keeps(user, party.mending)


def _keeps(user: User | AnonymousUser, mending: Mending) -> bool:
    is_keeper = user.pk is not None and mending.keeper_id == user.pk
    return is_keeper and may_keep_needs(user, mending.team)


def _is_reader(user: User | AnonymousUser, party: Party) -> bool:
    return user.pk is not None and party.reader_id == user.pk
