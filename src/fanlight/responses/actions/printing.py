"""Making slips: the codes exist on paper only, and here only while the sheet is drawn."""

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.models import User
from fanlight.responses.models import Slip
from fanlight.responses.queries import slips_left
from fanlight.responses.slips import digest, new_code
from fanlight.surveys.actions import NotNow
from fanlight.surveys.models import Round


@transaction.atomic
def make_slips(*, round: Round, number: int, by: User | None) -> list[str]:
    """New one-time codes. Only their digests are kept: whoever loses the sheet prints another."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if round.is_over:
        raise NotNow("This round is over, so a slip would open nothing.")
    left = slips_left(round)
    if not 1 <= number <= left:
        raise NotNow(
            f"You can make {left} more slips for this round. Everybody in the team can see how many were made."
            if left > 0
            else "No more slips can be made for this round: there are twice as many as people already."
        )
    codes = [new_code() for _ in range(number)]
    digests = sorted(digest(code, round=round) for code in codes)  # their order on the sheet is not kept
    Slip.objects.bulk_create(Slip(digest=kept, round=round) for kept in digests)
    record("make_slips", subject=round, by=by, number=number)
    return codes
