"""The doors: an organisation's rounds for its administrators; the respondents' door, which asks for nothing."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from fanlight.equity.models import FairRound, State
from fanlight.people.access import organisation_for
from fanlight.people.models import Organisation, User
from fanlight.people.roles import May


def organisation_that_asks(user: User | AnonymousUser, public_id: str) -> Organisation:
    return organisation_for(user, public_id, May.MANAGE_ORGANISATION)


def round_to_run(user: User | AnonymousUser, public_id: str) -> FairRound:
    """A round, for whoever administers its organisation; 404 to strangers, 403 to colleagues."""
    round = FairRound.objects.select_related("organisation").filter(public_id=public_id).first()
    if round is None:
        raise Http404("no such round")
    organisation_that_asks(user, round.organisation.public_id)
    return round


def round_behind(door: str) -> FairRound:
    """The round of this address; 404 for one that leads nowhere, or not yet."""
    found = FairRound.objects.select_related("organisation").exclude(state=State.DRAFT)
    round = found.filter(door=door).first()
    if round is None:
        raise Http404("no such round")
    return round
