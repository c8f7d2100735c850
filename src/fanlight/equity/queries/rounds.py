"""Reading an organisation's rounds, and the rules of when there may be one."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from fanlight.equity.models import DONE, FairRound, State
from fanlight.guide.queries import Characteristic
from fanlight.guide.queries.here import the_guide
from fanlight.measure.disclosure import Released, from_document
from fanlight.people.models import Organisation
from fanlight.people.queries import teams_below

# Of an organisation that is hardly more than one team, any figure would be that team's.
LEAST_TEAMS = 3
LEAST_PEOPLE = 50
# For so long the same people, or some of them, are not asked again: the difference would be those who came or went.
APART = timedelta(days=182)


def characteristic_called(name: str) -> Characteristic | None:
    """A list of the guide's, as it stands today."""
    return next((one for one in the_guide().characteristics if one.id == name), None)


def is_large_enough(organisation: Organisation) -> bool:
    return teams_below(organisation).count() >= LEAST_TEAMS


def rounds_of(organisation: Organisation) -> QuerySet[FairRound]:
    return FairRound.objects.filter(organisation=organisation).select_related("organisation")


def asked_lately(round: FairRound, now: datetime) -> FairRound | None:
    """A round of some of the same people, open now or closed less than half a year ago."""
    here = [round.organisation_id]
    touching = Organisation.objects.above(here) | Organisation.objects.below(here)
    found = FairRound.objects.filter(organisation__in=touching, closes_at__gt=now - APART)
    found = found.filter(state__in=(State.OPEN, State.RELEASED)).exclude(pk=round.pk)
    return found.select_related("organisation").first()


def rounds_due_to_close(now: datetime) -> QuerySet[FairRound]:
    return FairRound.objects.filter(state=State.OPEN, closes_at__lte=now)


def done_among(names: set[str]) -> QuerySet[FairRound]:
    """Of the rounds with these public names, those of which no key may be left."""
    return FairRound.objects.filter(public_id__in=names, state__in=DONE)


def released(round: FairRound) -> Released | None:
    return from_document(round.document) if round.document else None
