"""Rounds to answer, by whichever ways."""

from collections.abc import Collection
from datetime import timedelta

from django.utils import timezone

from fanlight.people.models import Team, User
from fanlight.surveys.actions import book_debrief, open_round, plan_round
from fanlight.surveys.models import Round, Way


def a_round(
    team: Team,
    *,
    by: User,
    ways: Collection[Way] = (Way.LINK,),
    people: int = 30,
    instrument_id: str = "fanlight-six",
) -> Round:
    """A round that is open now and may be answered in these ways."""
    now = timezone.now()
    round = plan_round(
        team=team,
        instrument_id=instrument_id,
        people=people,
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(days=7),
        ways=ways,
        by=by,
    )
    book_debrief(round=round, at=now + timedelta(days=10), place="Staff room", facilitator="Fay", by=by)
    return open_round(round=round, by=by)
